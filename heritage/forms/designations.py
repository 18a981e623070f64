"""登记身份: which list, which level, by which decree, under which name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from accounts.models import User
from heritage.lifecycles.duties import PROTECTED
from heritage.lifecycles.status import GRADES
from heritage.models import Component, Decree, HeritageSite, Scheme
from heritage.models.designations import DesignationLevel, SchemeStanding
from heritage.policies import readable
from heritage.services.announcing import Announced, announce_designation

LEVELS = [(level, DesignationLevel(level).label) for level in GRADES]


def decree_field(user: User, **options) -> forms.ModelChoiceField:
    """A decree that the user may read, chosen by searching."""
    return forms.ModelChoiceField(
        queryset=readable(Decree.objects.all(), user),
        label=_("Decree"),
        widget=AdminSnippetChooser(Decree),
        help_text=_("Enter the decree first, under its menu entry, when it is not there yet."),
        **options,
    )


class AnnounceForm(forms.Form):
    """Lays the papers of an announcement before the service, which decides."""

    component = forms.ModelChoiceField(
        queryset=Component.objects.none(),
        required=False,
        label=_("Component"),
        empty_label=_("The whole site"),
        help_text=_("Only where the paper names a component and not the site."),
    )
    scheme = forms.ModelChoiceField(queryset=Scheme.objects.all(), label=_("List"))
    level = forms.ChoiceField(
        choices=[("", _("No level")), *LEVELS],
        required=False,
        label=_("Level"),
        help_text=_("Cultural relics only; other lists have no levels."),
    )
    name_as_listed = forms.CharField(max_length=160, label=_("Name as listed"))
    batch = forms.CharField(
        max_length=40, required=False, label=_("Batch"), help_text=_("As the paper says it: 第八批.")
    )
    list_number = forms.CharField(max_length=40, required=False, label=_("Number in the list"))

    field_order = ("scheme", "level", "decree", "name_as_listed", "batch", "list_number", "component")

    def __init__(self, *args, site: HeritageSite, state: str, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        self.fields["decree"] = decree_field(for_user)
        self.order_fields(self.field_order)
        components = self.fields["component"]
        components.queryset = site.components.all()  # type: ignore[attr-defined]  # declared above
        self.initial = {"name_as_listed": site.name_zh, **_chosen_by(state)}

    def carry_out(self, *, by: User) -> Announced:
        return announce_designation(site=self.site, by=by, **self.cleaned_data)


def _chosen_by(state: str) -> dict:
    """Return list and level of a state of the identity table, as far as the state alone tells them."""
    if state in GRADES:
        lists = Scheme.objects.filter(standing=SchemeStanding.RELIC)
        is_graded = state in PROTECTED
        return {"level": state, "scheme": lists.first() if is_graded else None}
    return {"scheme": Scheme.objects.filter(standing=state).first()}

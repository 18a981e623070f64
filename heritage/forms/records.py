"""Forms of the drafted records."""

import uuid

from django import forms
from django.db.models import Model, Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

from heritage.forms.placed import PlacedForm
from heritage.forms.rows import statements_of
from heritage.forms.scoped import DivisionForm, ScopedForm
from heritage.forms.site_numbers import SiteNumbersField
from heritage.lifecycles.interventions import ALLOWED
from heritage.models import Intervention
from heritage.models.interventions import InterventionKind

WHERE = ("address", "typed_coordinates", "typed_shape")
LONGEST_SLUG = 60  # leaves room for what keeps two of the same name apart


class CitedForm(ScopedForm):
    """A record whose sources support its statements."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.formsets["citations"].form_kwargs["statements"] = statements_of(self.instance)


class SiteForm(PlacedForm, CitedForm, DivisionForm):
    """A new record may be called a lead at once; afterwards its recognition has a page of its own."""

    is_lead = forms.BooleanField(
        required=False,
        label=_("Record as a lead"),
        help_text=_("Not public and neither moved nor demolished until its recognition is decided."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            del self.fields["is_lead"]

    def clean(self) -> dict:
        """A lead has a name and a place (第四次全国文物普查准备通知)."""
        cleaned = super().clean()
        if cleaned.get("is_lead"):
            if not cleaned.get("name_zh"):
                self.add_error("name_zh", _("Give the lead a name."))
            if not any(cleaned.get(name) for name in WHERE):
                self.add_error("address", _("Say where the lead is: an address, coordinates or a shape."))
        return cleaned


class ComponentForm(PlacedForm, CitedForm):
    """A component belongs to one site for good, and to its division."""

    chosen_once = ("site",)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        site = self.fields["site"]
        site.error_messages["required"] = _("Choose the heritage site to which it belongs.")
        self.fields["approved_by"].queryset = self._approvals()

    def _approvals(self) -> QuerySet[Intervention]:
        """The approvals by which this component could have been moved or demolished, and the one it names."""
        of_it = Q(component=None) | Q(component=self.instance.pk)
        approved = Q(kind__in=(InterventionKind.RELOCATE, InterventionKind.DEMOLISH), state__in=ALLOWED)
        of_site = Q(site=self.instance.site_id) & of_it & approved
        return Intervention.objects.filter(of_site | Q(pk=self.instance.approved_by_id))


class SluggedForm(DivisionForm):
    """The public address of a row follows from its name once and never changes."""

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.instance.slug:
            self.instance.slug = free_slug(type(self.instance), cleaned.get("name_zh", ""))
        return cleaned


class AreaForm(CitedForm, SluggedForm):
    pass


class EnterpriseForm(CitedForm, SluggedForm):
    sites = SiteNumbersField()


class ProjectForm(CitedForm, SluggedForm):
    sites = SiteNumbersField()


class WorksForm(SluggedForm):
    """A remediation or redevelopment project."""

    sites = SiteNumbersField()


def free_slug(model: type[Model], name: str) -> str:
    """Return an address in pinyin that no row of the model has yet."""
    slug = slugify("-".join(lazy_pinyin(name)))[:LONGEST_SLUG].strip("-")
    if slug and not model._default_manager.filter(slug=slug).exists():
        return slug
    return "-".join(filter(None, (slug, uuid.uuid4().hex[:8])))

"""One form for each move of a designation: it asks for the papers of the move, a service decides."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.forms.designations import LEVELS, decree_field
from heritage.lifecycles.rights import REVIEWING
from heritage.models import Designation, HeritageSite
from heritage.policies import readable
from heritage.services.announcing import verify_designation
from heritage.services.confirming import confirm_designation
from heritage.services.recording_fates import (
    record_component_loss,
    record_destruction,
    record_relocation,
    revoke_designation,
)
from heritage.services.taking_back import take_back_move
from media.models import Attachment


def happened_field() -> forms.CharField:
    """When something happened, as exactly as it is known."""
    return forms.CharField(
        max_length=40,
        label=_("When it happened"),
        help_text=_("Year, month or day: 2016, 2016-05, 2016-05-17."),
    )


class MoveForm(forms.Form):
    """Lays the papers of a move before its service. `service` gets what was filled in, by name."""

    service: staticmethod

    def __init__(self, *args, designation: Designation, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.designation = designation
        self.for_user = for_user

    def carry_out(self, *, by: User):
        return type(self).service(designation=self.designation, by=by, **self.cleaned_data)

    def ask_for_file(self, name: str, label, *, required: bool = True) -> None:
        self.fields[name] = forms.ModelChoiceField(
            queryset=readable(Attachment.objects.all(), self.for_user),
            label=label,
            required=required,
            widget=AdminDocumentChooser(),
        )


class ConfirmForm(MoveForm):
    service = staticmethod(confirm_designation)


class TakeBackForm(MoveForm):
    service = staticmethod(take_back_move)
    reason = forms.CharField(max_length=300, label=_("Reason"))


class VerifyForm(MoveForm):
    service = staticmethod(verify_designation)
    level = forms.ChoiceField(choices=[("", _("No level")), *LEVELS], required=False, label=_("Level"))
    name_as_listed = forms.CharField(max_length=160, required=False, label=_("Name as listed"))
    batch = forms.CharField(max_length=40, required=False, label=_("Batch"))
    list_number = forms.CharField(max_length=40, required=False, label=_("Number in the list"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decree"] = decree_field(self.for_user)
        self.initial = {
            name: getattr(self.designation, name)
            for name in ("level", "name_as_listed", "batch", "list_number")
        }


class FactForm(MoveForm):
    """What happened, when, why, and how we know."""

    happened_edtf = happened_field()
    cause = forms.CharField(max_length=300, label=_("Cause"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.ask_for_file("evidence", _("Evidence"))


class DestroyForm(FactForm):
    service = staticmethod(record_destruction)


class LoseComponentForm(FactForm):
    service = staticmethod(record_component_loss)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        components = self.designation.site.components.all()
        self.fields["component"] = forms.ModelChoiceField(queryset=components, label=_("Component"))


class RelocateForm(MoveForm):
    service = staticmethod(record_relocation)
    happened_edtf = happened_field()
    new_place = forms.CharField(max_length=200, label=_("New place"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decree"] = decree_field(self.for_user)
        self.ask_for_file("consent", _("Consent of the State Council's department"), required=False)


class RevokeForm(MoveForm):
    service = staticmethod(revoke_designation)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decree"] = decree_field(self.for_user)
        policy = policy_registry.get_by_type(HeritageSite)
        reviewers = policy.users_with_any_permission_for_instance(REVIEWING.actions, self.designation.site)
        people = get_user_model().objects.filter(pk__in=reviewers.values("pk")).exclude(pk=self.for_user.pk)
        self.fields["second"] = forms.ModelChoiceField(queryset=people, label=_("Second person"))


MOVE_FORMS: dict[str, type[MoveForm]] = {
    "verify": VerifyForm,
    "lose_component": LoseComponentForm,
    "relocate": RelocateForm,
    "destroy": DestroyForm,
    "revoke": RevokeForm,
    "confirm": ConfirmForm,
    "take_back": TakeBackForm,
}

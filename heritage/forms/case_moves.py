"""Forms that lay papers before the services of relocation: a move, and the override of a gate."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.forms.designations import decree_field
from heritage.lifecycles.machine import Transition
from heritage.lifecycles.papers import DECREE
from heritage.lifecycles.rights import REVIEWING
from heritage.models import GateOverride, HeritageSite, RelocationCase
from heritage.models.relocation_moves import RecordedMove
from heritage.policies import readable
from heritage.services.overriding import override_gate
from heritage.services.stepping import move_along
from heritage.services.taking_back_steps import take_back_step
from media.models import Attachment


class StepAlongForm(forms.Form):
    """The papers of one move; it asks for those that the row needs, and the service decides."""

    body = forms.CharField(max_length=160, required=False, label=_("Drawn up or verified by"))
    happened_on = forms.DateField(
        required=False, label=_("Day on which it happened"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(
        self, *args, subject: Any, target: str, row: Transition | None, for_user: User, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        self.target = target
        self.fields["decree"] = decree_field(for_user, required=False)
        self.fields["report"] = file_field(for_user, _("Report, plan or evidence"))
        self.fields["approval"] = file_field(for_user, _("Approval of the cultural-relics department"))
        self.order_fields(("decree", "report", "approval", "body", "happened_on"))
        for name in set(self.fields) - _asked_by(row):
            del self.fields[name]

    def carry_out(self, *, by: User) -> RecordedMove:
        return move_along(subject=self.subject, target=self.target, by=by, **self.cleaned_data)


class TakeBackForm(forms.Form):
    """Why the last move of a case, a parcel or a building is undone."""

    reason = forms.CharField(max_length=300, label=_("Reason"))

    def __init__(self, *args, subject: Any, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject

    def carry_out(self, *, by: User) -> RecordedMove:
        return take_back_step(subject=self.subject, by=by, **self.cleaned_data)


def _asked_by(row: Transition | None) -> set[str]:
    """The fields by which the needs of a row are met; none where no row leads there."""
    if row is None:
        return set()
    asked = {name for need in row.needs for name in need.fields}
    return asked | {"decree"} if DECREE in row.needs else asked


def file_field(user: User, label, *, required: bool = False) -> forms.ModelChoiceField:
    """An uploaded file that the user may read."""
    return forms.ModelChoiceField(
        queryset=readable(Attachment.objects.all(), user),
        label=label,
        required=required,
        widget=AdminDocumentChooser(),
    )


class OverrideForm(forms.Form):
    """The paper, the reason and the second person of an override."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("It stays visible.")
    )

    def __init__(self, *args, case: RelocationCase, gate: str, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.gate = gate
        self.fields["decree"] = decree_field(for_user)
        policy = policy_registry.get_by_type(HeritageSite)
        reviewers = policy.users_with_any_permission_for_instance(REVIEWING.actions, case)
        people = get_user_model().objects.filter(pk__in=reviewers.values("pk")).exclude(pk=for_user.pk)
        self.fields["second"] = forms.ModelChoiceField(queryset=people, label=_("Second person"))
        self.order_fields(("decree", "reason", "second"))

    def carry_out(self, *, by: User) -> GateOverride:
        return override_gate(case=self.case, gate=self.gate, by=by, **self.cleaned_data)

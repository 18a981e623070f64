"""The form of one step along a table: it asks for what the row needs, and the service decides."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.forms.designations import decree_field
from heritage.lifecycles.machine import Transition
from heritage.lifecycles.papers import DECREE
from heritage.lifecycles.rights import REVIEWING
from heritage.models import HeritageSite
from heritage.models.relocation_moves import RecordedMove
from heritage.models.scoped import ScopedModel
from heritage.policies import readable
from heritage.services.stepping import move_along
from heritage.services.taking_back_steps import take_back_step
from media.models import Attachment


class StepAlongForm(forms.Form):
    """The papers of one move, of those fields only that meet a need of the row or that the row accepts.

    A kind of subject with other papers declares their fields; `labels` says what it calls the usual ones.
    """

    body = forms.CharField(max_length=160, required=False, label=_("Drawn up or verified by"))
    happened_on = forms.DateField(
        required=False, label=_("Day on which it happened"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(
        required=False, label=_("Grounds in words"), widget=forms.Textarea(attrs={"rows": 3})
    )

    field_order: tuple[str, ...] = ("decree", "report", "approval", "body", "happened_on", "reason", "second")
    labels: Mapping[str, str | Promise] = {}

    def __init__(
        self, *args, subject: Any, target: str, row: Transition | None, for_user: User, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        self.target = target
        self.fields["decree"] = decree_field(for_user, required=False)
        self.fields["report"] = file_field(for_user, _("Report, plan or evidence"))
        self.fields["approval"] = file_field(for_user, _("Approval of the cultural-relics department"))
        asked = _asked_by(row)
        if "second" in asked:
            self.fields["second"] = reviewer_field(for_user, subject, required=False)
        self.order_fields(self.field_order)
        for name in set(self.fields) - asked:
            del self.fields[name]
        self.relabel(self.labels)

    def relabel(self, labels: Mapping[str, str | Promise]) -> None:
        """Call the fields that are asked for by other names."""
        for name in self.fields.keys() & labels.keys():
            self.fields[name].label = str(labels[name])

    def carry_out(self, *, by: User) -> RecordedMove:
        return move_along(subject=self.subject, target=self.target, by=by, **self.cleaned_data)


class TakeBackForm(forms.Form):
    """Why the last move of a subject is undone."""

    reason = forms.CharField(max_length=300, label=_("Reason"))

    def __init__(self, *args, subject: Any, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject

    def carry_out(self, *, by: User) -> RecordedMove:
        return take_back_step(subject=self.subject, by=by, **self.cleaned_data)


def _asked_by(row: Transition | None) -> set[str]:
    """The fields by which the needs of a row are met, and what it accepts; none where no row leads there."""
    if row is None:
        return set()
    asked = {name for need in row.needs for name in need.fields} | set(row.accepts)
    return asked | {"decree"} if DECREE in row.needs else asked


def file_field(user: User, label, *, required: bool = False) -> forms.ModelChoiceField:
    """An uploaded file that the user may read."""
    return forms.ModelChoiceField(
        queryset=readable(Attachment.objects.all(), user),
        label=label,
        required=required,
        widget=AdminDocumentChooser(),
    )


def reviewer_field(user: User, subject: ScopedModel, *, required: bool = True) -> forms.ModelChoiceField:
    """A second person: a reviewer where the subject belongs, and not the user."""
    policy = policy_registry.get_by_type(HeritageSite)
    reviewers = policy.users_with_any_permission_for_instance(REVIEWING.actions, subject)
    people = get_user_model().objects.filter(pk__in=reviewers.values("pk")).exclude(pk=user.pk)
    return forms.ModelChoiceField(queryset=people, label=_("Second person"), required=required)

"""The form that lays the papers of an override before its service."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.forms.designations import decree_field
from heritage.forms.steps import reviewer_field
from heritage.models import GateOverride, RelocationCase
from heritage.services.overriding import override_gate


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
        self.fields["second"] = reviewer_field(for_user, case)
        self.order_fields(("decree", "reason", "second"))

    def carry_out(self, *, by: User) -> GateOverride:
        return override_gate(case=self.case, gate=self.gate, by=by, **self.cleaned_data)

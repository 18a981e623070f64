"""Forms of what hangs on an area or an enterprise and follows its division."""

from heritage.forms.scoped import ScopedForm


class PlanForm(ScopedForm):
    chosen_once = ("area",)


class CaseForm(ScopedForm):
    chosen_once = ("enterprise",)

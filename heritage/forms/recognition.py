"""The papers of a step of recognition, in the words of that procedure."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.forms.steps import StepAlongForm
from heritage.models.sites import Recognition

#: What the common fields are called, by the state that the step leads to.
LABELS: Mapping[str, Mapping[str, str | Promise]] = {
    Recognition.CLUE: {"report": _("Photograph or note, as a file")},
    Recognition.INVESTIGATING: {
        "report": _("Application or origin, as a file"),
        "reason": _("Where the object comes from"),
        "body": _("Who applied"),
        "happened_on": _("Applied on"),
    },
    Recognition.RECOGNISED: {"report": _("Investigation and opinion of the experts")},
    Recognition.NOT_RECOGNISED: {"report": _("Investigation and opinion of the experts")},
    Recognition.PROVINCIAL_RULING: {
        "report": _("Request for the ruling, as a file"),
        "reason": _("What is disputed, in words"),
        "body": _("Who asks for the ruling"),
        "happened_on": _("Asked on"),
    },
    Recognition.LOST: {
        "report": _("Evidence of the loss"),
        "reason": _("Cause"),
        "happened_on": _("Lost on"),
    },
}


class RecognitionStepForm(StepAlongForm):
    """The common form; who applied is left blank where the department investigates of its own accord."""

    labels: Mapping[str, str | Promise] = {"approval": _("Record of the public hearing")}

    def __init__(self, *args, target: str, **kwargs) -> None:
        super().__init__(*args, target=target, **kwargs)
        self.relabel(LABELS.get(target, {}))
        if target == Recognition.INVESTIGATING and "body" in self.fields:
            self.fields["body"].help_text = _(
                "Citizen, organisation or owner. Blank where the department investigates of its own accord. "
                "Where somebody applied, the decision also needs a public hearing."
            )

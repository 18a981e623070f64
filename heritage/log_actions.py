"""What the history of a record calls the acts that are ours and not Wagtail's."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from heritage.lifecycles.status import MOVES
from heritage.services.confirming_surveys import LOG_ACTION as CONFIRM_SURVEY
from heritage.services.moving import LOG_PREFIX
from heritage.services.overriding import LOG_ACTION as OVERRIDE_GATE
from heritage.services.stepping import LOG_ACTION as STEP
from heritage.services.taking_back_steps import LOG_ACTION as TAKE_BACK_STEP
from heritage.services.transferring import LOG_ACTION


class DesignationFormatter(LogFormatter):
    """Tells a move of a designation together with the paper it rests on."""

    def format_message(self, log_entry) -> str:
        paper = log_entry.data.get("paper")
        if not paper:
            return str(self.label)
        return _now("%(move)s, on the paper %(paper)s") % {"move": self.label, "paper": paper}


class RelocationFormatter(DesignationFormatter):
    """Tells a move of a case, a parcel or a building together with the paper it rests on."""

    label = _("Moved along its procedure")


class TakenBackFormatter(LogFormatter):
    """Tells why the last move of a case, a parcel or a building was undone."""

    label = _("Last move taken back")

    def format_message(self, log_entry) -> str:
        return _now("Last move taken back: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


class OverrideFormatter(LogFormatter):
    """Tells which gate was overridden, on which paper and with whom."""

    label = _("Gate overridden")

    def format_message(self, log_entry) -> str:
        return _now("Gate %(gate)s overridden on the paper %(paper)s, together with %(second)s") % {
            name: log_entry.data.get(name, "") for name in ("gate", "paper", "second")
        }


def register_log_actions(actions) -> None:
    """Name our acts in Wagtail's registry of log actions."""
    actions.register_action(LOG_ACTION, _("Transfer"), _("Moved to another division"))
    actions.register_action(CONFIRM_SURVEY, _("Confirm"), _("Survey confirmed"))
    actions.register_action(STEP)(RelocationFormatter)
    actions.register_action(OVERRIDE_GATE)(OverrideFormatter)
    actions.register_action(TAKE_BACK_STEP)(TakenBackFormatter)
    for move, label in MOVES.items():
        actions.register_action(LOG_PREFIX + move)(_formatter(label))


def _formatter(label: str | Promise) -> type[DesignationFormatter]:
    return type("MoveFormatter", (DesignationFormatter,), {"label": label})

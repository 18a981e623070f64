"""What the history of a record calls the acts that are ours and not Wagtail's."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from heritage.lifecycles.status import MOVES
from heritage.services.confirming_surveys import LOG_ACTION as CONFIRM_SURVEY
from heritage.services.moving import LOG_PREFIX
from heritage.services.transferring import LOG_ACTION


class DesignationFormatter(LogFormatter):
    """Tells a move of a designation together with the paper it rests on."""

    def format_message(self, log_entry) -> str:
        paper = log_entry.data.get("paper")
        if not paper:
            return str(self.label)
        return _now("%(move)s, on the paper %(paper)s") % {"move": self.label, "paper": paper}


def register_log_actions(actions) -> None:
    """Name our acts in Wagtail's registry of log actions."""
    actions.register_action(LOG_ACTION, _("Transfer"), _("Moved to another division"))
    actions.register_action(CONFIRM_SURVEY, _("Confirm"), _("Survey confirmed"))
    for move, label in MOVES.items():
        actions.register_action(LOG_PREFIX + move)(_formatter(label))


def _formatter(label: str | Promise) -> type[DesignationFormatter]:
    return type("MoveFormatter", (DesignationFormatter,), {"label": label})

"""What the history of a record calls the acts that are ours and not Wagtail's."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from heritage.courses import COURSES
from heritage.lifecycles.status import MOVES
from heritage.log_of_duties import register_duty_actions
from heritage.models.quality_flags import FlagKind
from heritage.services.answering_flags import LOG_ACTION as ANSWER_FLAG
from heritage.services.confirming_steps import LOG_ACTION as CONFIRM_STEP
from heritage.services.confirming_surveys import LOG_ACTION as CONFIRM_SURVEY
from heritage.services.merging import LOG_ACTION as MERGE
from heritage.services.moving import LOG_PREFIX
from heritage.services.overriding import LOG_ACTION as OVERRIDE_GATE
from heritage.services.stepping import LOG_ACTION as STEP
from heritage.services.taking_back_steps import LOG_ACTION as TAKE_BACK_STEP
from heritage.services.transferring import LOG_ACTION
from heritage.services.undoing_merges import LOG_ACTION as UNDO_MERGE

TABLES = {table.key: table for course in COURSES.values() for table in course.tables}


class DesignationFormatter(LogFormatter):
    """Tells a move of a designation together with the paper it rests on."""

    def format_message(self, log_entry) -> str:
        move, paper = self.move_of(log_entry), log_entry.data.get("paper")
        if not paper:
            return move
        return _now("%(move)s, on the paper %(paper)s") % {"move": move, "paper": paper}

    def move_of(self, log_entry) -> str:
        return str(self.label)


class RelocationFormatter(DesignationFormatter):
    """Tells a move along a table by its name there, together with the paper it rests on."""

    label = _("Moved along its procedure")

    def move_of(self, log_entry) -> str:
        table = TABLES.get(log_entry.data.get("table", ""))
        return table.label_of_move(log_entry.data["move"]) if table else str(self.label)


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


class MergeFormatter(LogFormatter):
    """Tells which record was merged into which, and who answered for it beside its maker."""

    label = _("Merged")

    def format_message(self, log_entry) -> str:
        return _now("%(merged)s merged into %(kept)s, together with %(second)s") % {
            name: log_entry.data.get(name, "") for name in ("merged", "kept", "second")
        }


class AnswerFormatter(LogFormatter):
    """Tells why a record is right as it is."""

    label = _("Quality flag answered")

    def format_message(self, log_entry) -> str:
        kinds = dict(FlagKind.choices)
        kind = log_entry.data.get("kind", "")
        words = {"flag": kinds.get(kind, kind), "answer": log_entry.data.get("answer", "")}
        return _now("Quality flag “%(flag)s” answered: %(answer)s") % words


def register_log_actions(actions) -> None:
    """Name our acts in Wagtail's registry of log actions."""
    actions.register_action(LOG_ACTION, _("Transfer"), _("Moved to another division"))
    actions.register_action(CONFIRM_SURVEY, _("Confirm"), _("Survey confirmed"))
    actions.register_action(CONFIRM_STEP, _("Confirm"), _("Last step confirmed"))
    actions.register_action(STEP)(RelocationFormatter)
    actions.register_action(OVERRIDE_GATE)(OverrideFormatter)
    actions.register_action(TAKE_BACK_STEP)(TakenBackFormatter)
    register_duty_actions(actions)
    actions.register_action(MERGE)(MergeFormatter)
    actions.register_action(UNDO_MERGE, _("Undo the merge"), _("Merge undone"))
    actions.register_action(ANSWER_FLAG)(AnswerFormatter)
    for move, label in MOVES.items():
        actions.register_action(LOG_PREFIX + move)(_formatter(label))


def _formatter(label: str | Promise) -> type[DesignationFormatter]:
    return type("MoveFormatter", (DesignationFormatter,), {"label": label})

"""What the history of a site calls the recording of its duties and zones."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from heritage.models.fulfilled_duties import DutyKey
from heritage.models.zones import ZoneKind
from heritage.services.drawing_zones import LOG_REMOVE as REMOVE_ZONE
from heritage.services.fulfilling import LOG_RECORD as RECORD_DUTY
from heritage.services.fulfilling import LOG_REMOVE as REMOVE_DUTY
from heritage.services.zone_refusals import LOG_DRAW as DRAW_ZONE


class DutyFormatter(LogFormatter):
    """Tells which duty was recorded as done, since when and by whom it was done."""

    label = _("Duty recorded as done")

    def format_message(self, log_entry) -> str:
        data = log_entry.data
        duty = _label_of(DutyKey, data.get("duty", ""))
        return _now("Recorded as done: %(duty)s, %(day)s %(body)s") % {
            "duty": duty,
            "day": data.get("done_on", ""),
            "body": data.get("body", ""),
        }


class DutyRemovalFormatter(LogFormatter):
    """Tells which record of a duty was removed, and why."""

    label = _("Record of a duty removed")

    def format_message(self, log_entry) -> str:
        data = log_entry.data
        duty = _label_of(DutyKey, data.get("duty", ""))
        return _now("Record removed: %(duty)s, %(day)s. Reason: %(reason)s") % {
            "duty": duty,
            "day": data.get("done_on", ""),
            "reason": data.get("reason", ""),
        }


class ZoneFormatter(LogFormatter):
    """Tells which zone was drawn, on which paper and from when."""

    label = _("Zone drawn")

    def format_message(self, log_entry) -> str:
        data = log_entry.data
        return _now("Zone drawn: %(kind)s, from %(day)s, on the paper %(paper)s") % {
            "kind": _label_of(ZoneKind, data.get("kind", "")),
            "day": data.get("valid_from", ""),
            "paper": data.get("paper", ""),
        }


class ZoneRemovalFormatter(LogFormatter):
    """Tells which zone was removed, and why."""

    label = _("Zone removed")

    def format_message(self, log_entry) -> str:
        data = log_entry.data
        return _now("Zone removed: %(kind)s, from %(day)s. Reason: %(reason)s") % {
            "kind": _label_of(ZoneKind, data.get("kind", "")),
            "day": data.get("valid_from", ""),
            "reason": data.get("reason", ""),
        }


def register_duty_actions(actions) -> None:
    """Name these acts in Wagtail's registry of log actions."""
    actions.register_action(RECORD_DUTY)(DutyFormatter)
    actions.register_action(REMOVE_DUTY)(DutyRemovalFormatter)
    actions.register_action(DRAW_ZONE)(ZoneFormatter)
    actions.register_action(REMOVE_ZONE)(ZoneRemovalFormatter)


def _label_of(choices: type[DutyKey] | type[ZoneKind], value: str) -> str:
    return str(dict(choices.choices).get(value, value))

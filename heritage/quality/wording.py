"""A flag in the words of the current language."""

from typing import Any

from django.utils.translation import gettext as _

from heritage.forms.rows import STATEMENTS
from heritage.models import QualityFlag
from heritage.models.events import EventKind
from heritage.quality.rules import RULES

EVENTS = {kind.value: kind.label for kind in EventKind}
KILOMETRE = 1000


def words_of(flag: QualityFlag) -> str:
    """Return the sentence of the flag's rule about this site. A resemblance names the other site."""
    values: dict[str, Any] = dict(flag.particulars)
    if values.get("rule") == "resembles":
        named = {"other": flag.other, "number": flag.other.number if flag.other else ""}
        return _("Resembles %(other)s (%(number)s).") % named
    rule = RULES[values["rule"]]
    for name in ("event", "other_event"):
        kind = values.get(name, "")
        values[name] = EVENTS.get(kind, kind)
    if "what" in values:
        values["what"] = _place(values)
    if "statement" in values:
        values["statement"] = _statement(values["statement"], values["named"])
    return str(rule.sentence) % values


def reasons_of(particulars: dict[str, Any]) -> list[str]:
    """Return in words why two sites may be one, the weightiest reason first."""
    found = [_alike(particulars), _away(particulars["away_m"])]
    if particulars["decade"]:
        found.append(_("Dated to the same decade."))
    if particulars["industry"]:
        found.append(_("The same industry."))
    return found


def _alike(particulars: dict[str, Any]) -> str:
    values = {"name": particulars["name"], "other": particulars["other_name"], "share": particulars["alike"]}
    if particulars["alike"] == 100:
        return _("The same name: “%(name)s” and “%(other)s”.") % values
    return _("Names alike by %(share)s %%: “%(name)s” and “%(other)s”.") % values


def _away(metres: int | None) -> str:
    if metres is None:
        return _("In the same division; one of them has no point.")
    if metres >= KILOMETRE:
        return _("About %(kilometres)s km apart.") % {"kilometres": f"{metres / KILOMETRE:g}"}
    if metres == 0:
        return _("Less than 50 m apart, or within the uncertainty of their points.")
    return _("About %(metres)s m apart.") % {"metres": metres}


def _place(values: dict[str, Any]) -> str:
    if values["what"]:
        return _("The line or area of “%(component)s”") % {"component": values["what"]}
    return _("The point") if "at" in values else _("The line or area")


def _statement(statement: str, named: str) -> str:
    """A statement about a row is said by what the row holds."""
    if statement.startswith("name:"):
        return _("Name: %(name)s") % {"name": named}
    if statement.startswith("event:"):
        return _("Event: %(event)s") % {"event": named}
    return str(STATEMENTS["site"].get(statement, statement))

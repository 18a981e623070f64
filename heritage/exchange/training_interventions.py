"""Applications and finds of training sites, entered and brought along by the services that officers use."""

from datetime import date, datetime
from typing import Any

from wagtail.log_actions import log

from heritage.exchange.training_ground import Item, decree, document, person
from heritage.exchange.training_sites import sample_key
from heritage.models import Find, HeritageSite, Intervention, RelocationCase
from heritage.services.applying import enter_intervention
from heritage.services.stepping import move_along

OFFICER = "training-officer-1"
FILES = frozenset({"application", "report", "approval", "receipt", "opinion"})
DAYS = frozenset({"applied_on", "happened_on"})
MOMENTS = frozenset({"reported_at", "on_site_at"})


def is_intervention_there(item: Item) -> bool:
    rows = Intervention.objects.filter(site__sample_key=sample_key(item["site"]))
    return rows.filter(title=item["title"]).exists()


def make_intervention(item: Item) -> None:
    """Enter the application, take its steps in the order of the file, then report what was found."""
    site = HeritageSite.objects.get(sample_key=sample_key(item["site"]))
    values = {name: _value(name, item[name]) for name in item if name not in ("site", "moves", "finds")}
    if "component" in item:
        values["component"] = site.components.get(name_zh=item["component"])
    row = enter_intervention(site=site, by=person(OFFICER), **values)
    for move in item.get("moves", ()):
        papers = {name: _value(name, given) for name, given in move.items()}
        move_along(subject=row, by=person(OFFICER), **papers)
    for found in item.get("finds", ()):
        _report(row, found)


def _report(intervention: Intervention, item: Item) -> None:
    values = {name: _value(name, given) for name, given in item.items()}
    find = Find.objects.create(site=intervention.site, intervention=intervention, **values)
    log(instance=find, action="wagtail.create", user=person(OFFICER), content_changed=True)


def _value(name: str, given: Any) -> Any:
    """What a word of the file stands for, by the name of its field."""
    if name == "decree":
        return decree(given)
    if name == "case":
        return RelocationCase.objects.get(enterprise__slug=given)
    if name in FILES:
        return document(given)
    if name in DAYS:
        return date.fromisoformat(given)
    return datetime.fromisoformat(given) if name in MOMENTS else given

"""The nominations of the training county as National Industrial Heritage, brought along by the services."""

from datetime import date
from typing import Any

from heritage.exchange.training_cases import READ
from heritage.exchange.training_ground import Item, document, person
from heritage.exchange.training_sites import sample_key
from heritage.models import HeritageSite, Nomination
from heritage.services.confirming import confirm_designation
from heritage.services.nominating import begin_nomination, enter_annual_report, revise_nomination
from heritage.services.stepping import move_along

OFFICER = "training-officer-1"
DAYS = ("publicised_from", "publicised_to", "plaque_on")


def is_nomination_there(item: Item) -> bool:
    return Nomination.objects.filter(site=_site(item)).exists()


def make_nomination(item: Item) -> None:
    """Begin the nomination of a site, move it along, confirm what came of it, and enter its reports."""
    site = _site(item)
    given = {**item["nomination"], "core_items": list(site.components.filter(name_zh__in=item["core_items"]))}
    by = person(OFFICER)
    nomination = begin_nomination(site=site, by=by, **_dated(given))
    for row in item["moves"]:
        papers = {name: READ[name](value) if name in READ else value for name, value in row.items()}
        move_along(subject=nomination, by=by, **papers)
    nomination.refresh_from_db()
    if nomination.designation is not None:
        confirm_designation(designation=nomination.designation, by=person(item["confirmed_by"]))
    if later := item.get("later"):
        revise_nomination(nomination=nomination, by=by, **_dated(later))
    for row in item.get("annual_reports", ()):
        enter_annual_report(
            nomination=nomination,
            year=row["year"],
            submitted_on=date.fromisoformat(row["submitted_on"]),
            file=document(row["file"]),
            by=by,
        )


def _site(item: Item) -> HeritageSite:
    return HeritageSite.objects.get(sample_key=sample_key(item["site"]))


def _dated(given: Item) -> dict[str, Any]:
    return {name: date.fromisoformat(value) if name in DAYS else value for name, value in given.items()}

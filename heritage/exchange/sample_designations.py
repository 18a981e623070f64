"""The designations of a heritage item and the papers behind them, as others report them."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from heritage.changes import record_changed
from heritage.exchange.rows import bring_up
from heritage.exchange.sample_lookups import OWN_KNOWLEDGE, Item, Lookups
from heritage.exchange.sample_store import State, is_touched, store_row
from heritage.models import Decree, Designation, DesignationCitation, HeritageSite
from heritage.models.decrees import Origin
from heritage.models.designations import IN_FORCE, REPLACED, DesignationLevel

_OWN = "own"


def load_designations(site: HeritageSite, item: Item, known: Lookups) -> list[State]:
    """Bring the designations of a site up to the file; one that an officer has edited is left alone.

    Those of a public site count as confirmed on the day of the load. None is ever removed.
    """
    is_public = item["load_as"] == "published"
    loaded = [(row, *_load(site, row, known, is_public=is_public)) for row in item["designations"]]
    states = [state for _row, _designation, state in loaded]
    for row, designation, state in loaded:
        if row["status"] in REPLACED and state is not State.KEPT:
            higher = _higher(row, loaded)
            if bring_up(designation, {"superseded_by_id": higher.pk if higher else None}):
                states.append(State.UPDATED)
    if set(states) - {State.KEPT, State.UNCHANGED}:
        record_changed(site.record_kind, [site.pk])
    return states


def level_of(row: Item) -> tuple[str, str]:
    """Return level and level words: a level that is none of the law's is kept as it was reported."""
    level = row["level"]
    return (level, "") if level in DesignationLevel.values else ("", level)


def _load(site: HeritageSite, row: Item, known: Lookups, *, is_public: bool) -> tuple[Designation, State]:
    level, level_words = level_of(row)
    identity = {
        "site": site,
        "scheme": known.scheme(row["scheme"]),
        "level": level,
        "level_words": level_words,
        "name_as_listed": row["name_as_listed"],
    }
    designation = Designation.objects.filter(**identity).select_related("decree").first()
    if designation is not None and is_touched(designation):
        return designation, State.KEPT
    designation = designation or Designation(**identity)
    decree = _load_decree(site, row, known, designation.decree)
    state = store_row(
        designation,
        {
            "batch": row.get("batch") or "",
            "list_number": row.get("list_no") or "",
            "decree_id": decree.pk if decree else None,
            "status": row["status"],
            "origin": Origin.REPORTED,
            "confidence": row["confidence"],
            "note": row.get("note") or "",
            "confirmed_on": _confirmed_on(designation, is_public=is_public),
        },
    )
    if _cite(designation, row, known) and state is State.UNCHANGED:
        state = State.UPDATED
    return designation, state


def _confirmed_on(designation: Designation, *, is_public: bool) -> date | None:
    """What an officer confirmed stays so; what only the loader did follows the site."""
    if designation.confirmed_by_id:
        return designation.confirmed_on
    return (designation.confirmed_on or timezone.localdate()) if is_public else None


def _load_decree(site: HeritageSite, row: Item, known: Lookups, decree: Decree | None) -> Decree | None:
    """One row a paper. Papers without a number are kept apart: nothing says that they are the same."""
    number, announced, issuer = (row.get(key) or "" for key in ("document_no", "date_edtf", "announced_by"))
    if not (number or announced or issuer):
        return None
    if number:
        decree = Decree.objects.filter(document_number=number).first()
    if decree is not None and is_touched(decree):
        return decree
    body = known.organisations.get(issuer)
    decree = decree or Decree()
    bring_up(
        decree,
        {
            "document_number": number,
            "is_number_own_knowledge": number in known.own_numbers,
            "issued_by_id": body.pk if body else None,
            "issued_by_words": issuer,
            "announced_on": date.fromisoformat(announced) if _is_a_day(announced) else None,
            "announced_edtf": announced,
            "origin": Origin.REPORTED,
            "collection_id": body.collection_id if body else site.collection_id,
        },
    )
    return decree


def _is_a_day(edtf: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf))


def _cite(designation: Designation, row: Item, known: Lookups) -> bool:
    """Cite the sources of a designation; say whether they differed."""
    wanted = list(_citations(row, known))
    cited = list(designation.citations.order_by("pk").values_list("statement", "source_id"))
    if cited == wanted:
        return False
    designation.citations.all().delete()
    DesignationCitation.objects.bulk_create(
        DesignationCitation(designation=designation, statement=statement, source_id=source_id)
        for statement, source_id in wanted
    )
    return True


def _citations(row: Item, known: Lookups) -> Iterator[tuple[str, int]]:
    for key in row["source_keys"]:
        is_of_number = key == _OWN and row.get("document_no_basis") == OWN_KNOWLEDGE
        yield "document_number" if is_of_number else "", known.sources[key].pk


def _higher(row: Item, loaded: list[tuple[Item, Designation, State]]) -> Designation | None:
    """Return the designation of the same scheme that is in force beside a superseded one."""
    return next(
        (
            designation
            for other, designation, _state in loaded
            if other["scheme"] == row["scheme"] and other["status"] in IN_FORCE
        ),
        None,
    )

"""One heritage item of the sample file, written as a site with its names, events and citations."""

import re
from collections.abc import Iterable
from uuid import UUID, uuid5

from heritage.absences import AbsenceReason
from heritage.dating import bounds, describe
from heritage.exchange.sample_classes import apply_classes
from heritage.exchange.sample_designations import load_designations
from heritage.exchange.sample_events import event_statement, events_of
from heritage.exchange.sample_lookups import Item, Lookups
from heritage.exchange.sample_store import Content, State, store_record, together
from heritage.models import HeritageSite, SiteCitation, SiteName
from heritage.models.sites import NameKind, Recognition

# Names keep their uid over repeated loads, because citations refer to it.
_NAMES = UUID("5ff9a1c6-1a3f-4d0a-9a4c-2f3c7f3f5c11")
_CODE_NAME = r"[0-9]{2,4}厂"
_NOT_SURVEYED = "待调查"
_TO_BE_FOUND_OUT = ("待查", "待核")
SITE = Content(
    (
        "name_zh",
        "name_en",
        "name_pinyin",
        "division",
        "parent",
        "typed_coordinates",
        "coordinate_system",
        "uncertainty_m",
        "position_method",
        "period_text",
        "period_edtf",
        "description_zh",
        "description_en",
        "type_words",
        "type",
        "extent",
        "theme",
        "industry",
        "industry_words",
        "census_class",
        "condition",
        "condition_note",
        "current_use",
        "recognition",
        "verification",
        "absences",
        "note",
    ),
    {
        "names": ("uid", "name", "kind", "period_text", "period_edtf", "note"),
        "events": ("uid", "kind", "words_zh", "words_en", "period_text", "period_edtf"),
        "citations": ("statement", "source", "confidence"),
    },
    many=("eras",),
)


def load_site(item: Item, known: Lookups) -> State:
    """Load a site with its designations; `load_as` decides whether it is public, a draft or a lead."""
    is_public = item["load_as"] == "published"
    site = HeritageSite.objects.filter(sample_key=item["id"]).first() or HeritageSite(sample_key=item["id"])
    state = store_record(
        site, write=lambda site: apply_item(site, item, known), content=SITE, is_public=is_public
    )
    return state if state is State.KEPT else together(state, load_designations(site, item, known))


def apply_item(site: HeritageSite, item: Item, known: Lookups) -> None:
    """Give the site everything that an item says of it; nothing is saved yet."""
    site.name_zh, site.name_en, site.name_pinyin = item["name_zh"], item["name_en"], item["name_pinyin"]
    site.division = known.division(item["admin_code"])
    site.parent = _parent(item)
    site.recognition = Recognition.CLUE if item["load_as"] == "lead" else Recognition.NOT_RECORDED
    site.verification = item["verification"]
    site.description_zh = item.get("description_zh") or ""
    site.description_en = item.get("summary_en") or ""
    site.note = item.get("note") or ""
    site.absences = {}
    _apply_place(site, item)
    _apply_dating(site, item, known)
    _apply_current_use(site, item)
    apply_classes(site, item, known)
    site.names.set([_name(item, row, order) for order, row in enumerate(item["former_names"])])
    site.events.set(events_of(item))
    site.citations.set(
        [
            SiteCitation(
                statement=statement, source=known.sources[key], confidence=confidence, sort_order=order
            )
            for order, (statement, key, confidence) in enumerate(_citations(item))
        ]
    )


def _parent(item: Item) -> HeritageSite | None:
    key = item.get("parent_id")
    return HeritageSite.objects.filter(sample_key=key).first() if key else None


def _apply_place(site: HeritageSite, item: Item) -> None:
    point = item.get("coordinates")
    site.typed_coordinates = f"{point['lon']}, {point['lat']}" if point else ""
    site.coordinate_system = "wgs84" if point else ""
    site.uncertainty_m = point["precision_m"] if point else None
    site.position_method = point["method"] if point else ""
    site.clean_point()
    if not point:
        site.absences["place"] = AbsenceReason.UNKNOWN


def _apply_dating(site: HeritageSite, item: Item, known: Lookups) -> None:
    """Keep a dating of own knowledge alone for the officers; its citation keeps it from the public."""
    edtf = item.get("founded_edtf") or ""
    site.period_text = describe(edtf, "zh") if edtf else ""
    site.read_period()
    keys = founding_source_keys(item)
    if not edtf or (keys and all(known.sources[key].is_own_knowledge for key in keys)):
        site.absences["dating"] = AbsenceReason.UNKNOWN


def founding_source_keys(item: Item) -> list[str]:
    """Return the sources on which `founded_edtf` rests; none where it is the record's sources as a whole.

    These are the sources named for it outright, else those of the dates that say the same, else those of
    the dates that fall into it.
    """
    founded = item.get("founded_edtf")
    if not founded:
        return []
    if named := item["fact_sources"].get("founded"):
        return named
    same = [row for row in item["dates"] if _unqualified(row["edtf"]) == _unqualified(founded)]
    return _unique(key for row in same or _falling_into(founded, item["dates"]) for key in row["source_keys"])


def _falling_into(founded: str, rows: list[Item]) -> list[Item]:
    first, last = bounds(founded)
    return [row for row in rows if bounds(row["edtf"])[0] <= last and bounds(row["edtf"])[1] >= first]


def _unqualified(edtf: str) -> str:
    return edtf.translate(str.maketrans("", "", "~?%"))


def _apply_current_use(site: HeritageSite, item: Item) -> None:
    use = item.get("current_use") or ""
    site.current_use = "" if use in (_NOT_SURVEYED, *_TO_BE_FOUND_OUT) else use
    if use == _NOT_SURVEYED:
        site.absences["current_use"] = AbsenceReason.NOT_SURVEYED
    elif not site.current_use:
        site.absences["current_use"] = AbsenceReason.UNKNOWN


def _name(item: Item, row: Item, order: int) -> SiteName:
    edtf = row.get("edtf") or ""
    name = SiteName(
        uid=_uid(item, row),
        name=row["name"],
        kind=NameKind.CODE if re.fullmatch(_CODE_NAME, row["name"]) else NameKind.FORMER,
        period_text=describe(edtf, "zh") if edtf else "",
        note=row.get("note") or "",
        sort_order=order,
    )
    name.read_period()
    return name


def _uid(item: Item, row: Item) -> UUID:
    return uuid5(_NAMES, f"{item['id']}/{row['name']}")


def _citations(item: Item) -> Iterable[tuple[str, str, str]]:
    """Yield (statement, source key, confidence): the record's sources, then those of single statements."""
    for source in item["sources"]:
        yield "", source["key"], ""
    for key in founding_source_keys(item):
        yield "dating", key, ""
    for row in item["former_names"]:
        for key in _unique(row.get("source_keys") or []):
            yield f"name:{_uid(item, row)}", key, ""
    for row in item["dates"]:
        for key in _unique(row["source_keys"]):
            yield event_statement(item, row), key, row["confidence"]
    for fact, keys in item["fact_sources"].items():
        if fact != "founded":
            for key in _unique(keys):
                yield fact, key, ""


def _unique(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))

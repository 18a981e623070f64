"""What in the sample file refers to something else: checked once every value is right for itself."""

import json
from collections.abc import Collection, Iterator, Mapping

Found = Iterator[tuple[str, str, str]]  # path, what was found, what was expected

ITEMS = "heritage_items"
_PROJECT_LISTS = ("heritage_projects", "remediation_projects", "redevelopment_projects")
# Key of a row → the lists in which what it names must stand.
_TARGETS: dict[str, tuple[str, ...]] = {
    "area_id": ("areas",),
    "related_item_ids": (ITEMS,),
    "related_project_ids": _PROJECT_LISTS,
    "related_enterprise_ids": ("enterprises",),
}
_OWN_KNOWLEDGE = "own_knowledge"
_SHOWN = 60  # characters of a found value that a message repeats


def shown(value: object) -> str:
    """Return a value as it stands in the file, cut where it is long."""
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def check_references(lists: Mapping[str, list[dict]], division_codes: Collection[str]) -> Found:
    """Check divisions, ids, sources, relations and papers across all lists of a file."""
    known_sources: dict[str, dict] = {}
    for name, items in lists.items():
        ids: set[str] = set()
        for index, item in enumerate(items):
            path = f"{name}[{index}]"
            if item.get("admin_code") and item["admin_code"] not in division_codes:
                yield f"{path}.admin_code", shown(item["admin_code"]), "the code of a division in force"
            if item["id"] in ids:
                yield f"{path}.id", shown(item["id"]), "an id that no earlier record has"
            if item.get("parent_id") and item["parent_id"] not in ids:
                yield f"{path}.parent_id", shown(item["parent_id"]), "the id of an earlier record"
            ids.add(item["id"])
            yield from _check_sources(item, path, known_sources)
            yield from _check_relations(item, path, lists)
    yield from _check_items(lists.get(ITEMS, []))


def _check_sources(item: dict, path: str, known: dict[str, dict]) -> Found:
    own_keys: set[str] = set()
    for index, source in enumerate(item["sources"]):
        where = f"{path}.sources[{index}].key"
        if source["key"] in own_keys:
            yield where, shown(source["key"]), "each source once in a record"
        if known.setdefault(source["key"], source) != source:
            yield where, shown(source["key"]), "the same source as under this key in an earlier record"
        own_keys.add(source["key"])
    is_public = item.get("load_as", "published") == "published"
    if is_public and all(source["basis"] == _OWN_KNOWLEDGE for source in item["sources"]):
        yield f"{path}.sources", "no published source", "one, because the record is to be public"


def _check_relations(item: dict, path: str, lists: Mapping[str, list[dict]]) -> Found:
    for key, targets in _TARGETS.items():
        value = item.get(key) or []
        for target in [value] if isinstance(value, str) else value:
            if not any(target == other["id"] for name in targets for other in lists.get(name, [])):
                yield f"{path}.{key}", shown(target), f"the id of a row of {' or '.join(targets)}"


def _check_items(items: list[dict]) -> Found:
    """A record may refer to a source that only another record lists: all records share them."""
    source_keys = {source["key"] for item in items for source in item["sources"]}
    dates_of_papers: dict[str, object] = {}
    for index, item in enumerate(items):
        path = f"{ITEMS}[{index}]"
        for where, keys in _source_references(item, path):
            for key in keys:
                if key not in source_keys:
                    yield where, shown(key), "the key of a source in this file"
        yield from _check_repeated(item, path, "former_names", ("name",), "each name once in a record")
        yield from _check_repeated(
            item, path, "dates", ("event", "edtf"), "each event of a date once in a record"
        )
        yield from _check_papers(item, path, dates_of_papers)


def _source_references(item: dict, path: str) -> Iterator[tuple[str, list[str]]]:
    for kind in ("former_names", "dates", "designations"):
        for index, row in enumerate(item[kind]):
            yield f"{path}.{kind}[{index}].source_keys", row.get("source_keys") or []
    for fact, keys in item["fact_sources"].items():
        yield f"{path}.fact_sources.{fact}", keys


def _check_repeated(item: dict, path: str, kind: str, keys: tuple[str, ...], expected: str) -> Found:
    seen: set[tuple] = set()
    for index, row in enumerate(item[kind]):
        values = tuple(row[key] for key in keys)
        if values in seen:
            yield f"{path}.{kind}[{index}].{keys[0]}", shown(values[0]), expected
        seen.add(values)


def _check_papers(item: dict, path: str, dates: dict[str, object]) -> Found:
    """Designations that name one paper must agree on its day."""
    for index, row in enumerate(item["designations"]):
        number, announced = row.get("document_no"), row.get("date_edtf")
        if number and dates.setdefault(number, announced) != announced:
            where = f"{path}.designations[{index}].date_edtf"
            yield where, shown(announced), f"{shown(dates[number])}, as for {number} before"

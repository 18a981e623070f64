"""Reading the sample file: it is taken whole or refused whole, with every fault named."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heritage.exchange.json_lines import JsonLines, find_lines
from heritage.exchange.sample_keys import is_accounted_for
from heritage.exchange.sample_list_rules import LIST_RULES
from heritage.exchange.sample_references import ITEMS, Found, check_references, shown
from heritage.exchange.sample_rules import (
    COORDINATE_RULES,
    DATE_RULES,
    DESIGNATION_RULES,
    ITEM_RULES,
    NAME_RULES,
    SOURCE_KEYS,
    SOURCE_RULES,
    Rule,
)

SAMPLE_FILE = Path(__file__).parent / "data" / "jilin.json"
LISTS = {ITEMS: ITEM_RULES, **LIST_RULES}
_ITEM_PARTS = {"former_names": NAME_RULES, "dates": DATE_RULES, "designations": DESIGNATION_RULES}


@dataclass(frozen=True)
class Fault:
    """One fault of the file: where (path and line), what was found, what is expected instead."""

    path: str
    line: int | None
    found: str
    expected: str

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.path or 'the file'}: found {self.found}, expected {self.expected}"


class SampleFileError(ValueError):
    """The file is refused; `faults` lists all that is wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


def read_sample(path: Path, *, division_codes: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the lists of a sample file whose divisions are among `division_codes`.

    The heritage items must be there; the other lists may be missing.

    Raises SampleFileError with all faults, and OSError when the file cannot be read.
    """
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise SampleFileError([Fault("", None, f"byte {error.start} that is not UTF-8", "UTF-8")]) from error
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        found = f"{error.msg} at column {error.colno}"
        raise SampleFileError([Fault("", error.lineno, found, "JSON")]) from error
    except (ValueError, RecursionError) as error:
        raise SampleFileError([Fault("", None, str(error), "JSON")]) from error
    lines = find_lines(text)
    if faults := [
        Fault(path, lines.of(path), found, expected) for path, found, expected in _check(data, lines)
    ]:
        raise SampleFileError(faults)
    lists = {name: data.get(name, []) for name in LISTS}
    if faults := [
        Fault(path, lines.of(path), found, expected)
        for path, found, expected in check_references(lists, division_codes)
    ]:
        raise SampleFileError(faults)
    return lists


def _refuse_constant(name: str) -> None:
    raise ValueError(f"the number {name}, which is not JSON")


def _check(data: object, lines: JsonLines) -> Found:
    """Check shape and values, each for itself."""
    if not isinstance(data, dict) or not isinstance(data.get(ITEMS), list):
        yield "", shown(data), f"an object with a list {ITEMS}"
        return
    for path in lines.repeated:
        yield path, "the same key twice", "each key once"
    for key in data:
        if not is_accounted_for(key):
            yield key, "an unknown key", "only keys of this format"
    for name, rules in LISTS.items():
        yield from _check_list(data.get(name, []), name, rules)


def _check_list(items: object, name: str, rules: dict[str, Rule]) -> Found:
    if not isinstance(items, list):
        yield name, shown(items), "a list of objects"
        return
    for index, item in enumerate(items):
        path = f"{name}[{index}]"
        if not isinstance(item, dict):
            yield path, shown(item), "an object"
            continue
        yield from _check_object(item, path, rules)
        yield from _check_rows(item, path, "sources", SOURCE_RULES)
        if name == ITEMS:
            yield from _check_item(item, path)


def _check_item(item: dict, path: str) -> Found:
    if isinstance(item.get("coordinates"), dict):
        yield from _check_object(item["coordinates"], f"{path}.coordinates", COORDINATE_RULES)
    for key, rules in _ITEM_PARTS.items():
        yield from _check_rows(item, path, key, rules)
    for fact, keys in item["fact_sources"].items() if isinstance(item.get("fact_sources"), dict) else ():
        if not SOURCE_KEYS.holds(keys):
            yield f"{path}.fact_sources.{fact}", shown(keys), SOURCE_KEYS.expected


def _check_rows(item: dict, path: str, key: str, rules: dict[str, Rule]) -> Found:
    rows = item.get(key)
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict):
            yield from _check_object(row, f"{path}.{key}[{index}]", rules)


def _check_object(values: dict, path: str, rules: dict[str, Rule]) -> Found:
    for key, rule in rules.items():
        if key not in values and rule.is_required:
            yield f"{path}.{key}", "nothing", rule.expected
        elif values.get(key) is None and not rule.is_required:
            continue
        elif key in values and not rule.holds(values[key]):
            yield f"{path}.{key}", shown(values[key]), rule.expected
    for key in values:
        if not is_accounted_for(_without_indexes(f"{path}.{key}")):
            yield f"{path}.{key}", "an unknown key", "only keys of this format"


def _without_indexes(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)

"""What each value of a sample record must be, as a table: key → rule. Lengths are those of the models."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import CharField, Model

from heritage.dating import PeriodError, bounds
from heritage.exchange.sample_events import EVENTS
from heritage.models import Decree, Designation, HeritageSite, Scheme, SiteName, Source
from heritage.models.designations import DesignationStatus
from heritage.models.sites import Verification
from heritage.models.sources import Confidence, SourceBasis

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_KEY = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Rule:
    """What is expected, in words, and whether a value meets it; some may be missing or null."""

    expected: str
    holds: Callable[[object], bool]
    is_required: bool = True


def optional(rule: Rule) -> Rule:
    """The same, or null, or not there."""
    return replace(rule, expected=f"{rule.expected}, or null", is_required=False)


def text(limit: int | None) -> Rule:
    """Words on one or more lines, not blank."""
    return Rule(
        f"text of 1 to {limit} characters" if limit else "text",
        lambda value: (
            isinstance(value, str)
            and bool(value.strip())
            and not _UNSTORABLE.search(value)
            and len(value) <= (limit or len(value))
        ),
    )


def key(limit: int) -> Rule:
    return Rule(
        f"a key of 1 to {limit} letters, digits, - and _",
        lambda value: isinstance(value, str) and len(value) <= limit and bool(_KEY.fullmatch(value)),
    )


def prefixed_key(prefix: str, limit: int) -> Rule:
    """A key that says its kind; what follows becomes the address."""
    return Rule(
        f"a key of {prefix}- and 1 to {limit} letters, digits, - and _",
        lambda value: (
            isinstance(value, str)
            and value.startswith(f"{prefix}-")
            and key(limit).holds(value.removeprefix(f"{prefix}-"))
        ),
    )


def one_of(*choices: str) -> Rule:
    return Rule(f"one of {', '.join(choices)}", lambda value: isinstance(value, str) and value in choices)


def number(low: float, high: float, *, is_whole: bool = False) -> Rule:
    return Rule(
        f"a {'whole ' if is_whole else ''}number from {low} to {high}",
        lambda value: (
            isinstance(value, int if is_whole else (int, float))
            and not isinstance(value, bool)
            and low <= value <= high
        ),
    )


def edtf(limit: int) -> Rule:
    return Rule(
        "an EDTF date such as 1933-12, 193X, 1932/1945",
        lambda value: isinstance(value, str) and len(value) <= limit and _is_edtf(value),
    )


def _is_edtf(value: str) -> bool:
    try:
        bounds(value)
    except PeriodError:
        return False
    return True


def list_of(kind: type, what: str) -> Rule:
    return Rule(
        f"a list of {what}",
        lambda value: isinstance(value, list) and all(isinstance(each, kind) for each in value),
    )


def mapping(what: str) -> Rule:
    return Rule(what, lambda value: isinstance(value, dict))


def length(model: type[Model], field: str) -> int:
    """Return how many characters a text field of a model holds."""
    text_field = model._meta.get_field(field)
    if not isinstance(text_field, CharField) or text_field.max_length is None:
        raise TypeError(f"{model.__name__}.{field} has no length")
    return text_field.max_length


CODE = Rule("a code of six digits", lambda value: isinstance(value, str) and bool(value))
KEYS = list_of(str, "keys")
SOURCE_KEYS = list_of(str, "source keys")
NAME_RULES = {
    "name": text(length(SiteName, "name")),
    "edtf": optional(edtf(length(SiteName, "period_edtf"))),
    "note": optional(text(length(SiteName, "note"))),
    "source_keys": optional(SOURCE_KEYS),
}
DATE_RULES = {
    "event": one_of(*EVENTS),
    "edtf": edtf(length(HeritageSite, "period_edtf")),
    "source_keys": SOURCE_KEYS,
    "confidence": one_of(*Confidence.values),
}
DESIGNATION_RULES = {
    "scheme": text(length(Scheme, "label_zh")),
    "level": text(length(Designation, "level_words")),
    "name_as_listed": text(length(Designation, "name_as_listed")),
    "batch": optional(text(length(Designation, "batch"))),
    "list_no": optional(text(length(Designation, "list_number"))),
    "date_edtf": optional(edtf(length(Decree, "announced_edtf"))),
    "announced_by": optional(text(length(Decree, "issued_by_words"))),
    "document_no": optional(text(length(Decree, "document_number"))),
    "document_no_basis": optional(one_of(SourceBasis.OWN_KNOWLEDGE.value)),
    "date_basis": optional(one_of("same_decree")),
    "status": one_of(*DesignationStatus.values),
    "confidence": one_of(*Confidence.values),
    "source_keys": SOURCE_KEYS,
    "note": optional(text(None)),
}
SOURCE_RULES = {
    "key": key(length(Source, "key")),
    "title": text(length(Source, "title")),
    "url_or_ref": text(length(Source, "reference")),
    "confidence": one_of(*Confidence.values),
    "basis": one_of(*SourceBasis.values),
}
COORDINATE_RULES = {
    "lat": number(-90, 90),
    "lon": number(-180, 180),
    "crs": one_of("EPSG:4326"),
    "precision_m": number(1, 1_000_000, is_whole=True),
    "method": text(length(HeritageSite, "position_method")),
}
ITEM_RULES = {
    "id": key(length(HeritageSite, "sample_key")),
    "name_zh": text(length(HeritageSite, "name_zh")),
    "name_en": text(length(HeritageSite, "name_en")),
    "name_pinyin": text(length(HeritageSite, "name_pinyin")),
    "former_names": list_of(dict, "objects"),
    "admin_code": CODE,
    "coordinates": optional(mapping("an object with lat and lon")),
    "founded_edtf": optional(edtf(length(HeritageSite, "period_edtf"))),
    "dates": list_of(dict, "objects"),
    "era": list_of(str, "keys of eras"),
    "industry_gbt4754": optional(text(4)),
    "industry_label_zh": text(length(HeritageSite, "industry_words")),
    "theme": text(None),
    "item_type": text(length(HeritageSite, "type_words")),
    "item_level": text(None),
    "survey_category": text(4),
    "survey_subclass_zh": optional(text(None)),
    "designations": list_of(dict, "objects"),
    "condition": optional(text(length(HeritageSite, "condition_note"))),
    "related_project_ids": KEYS,
    "related_enterprise_ids": KEYS,
    "current_use": optional(text(length(HeritageSite, "current_use"))),
    "description_zh": optional(text(None)),
    "summary_en": optional(text(None)),
    "parent_id": optional(text(length(HeritageSite, "sample_key"))),
    "note": optional(text(None)),
    "fact_sources": mapping("an object of lists of source keys"),
    "sources": list_of(dict, "objects"),
    "load_as": one_of("published", "draft", "lead"),
    "verification": one_of(*Verification.values),
}

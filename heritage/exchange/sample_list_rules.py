"""What each value of the lists beside the heritage items must be: list → key → rule."""

from heritage.exchange.sample_areas import MODES
from heritage.exchange.sample_rules import (
    CODE,
    KEYS,
    Rule,
    length,
    list_of,
    number,
    one_of,
    optional,
    prefixed_key,
    text,
)
from heritage.models import HeritageProject, IndustrialArea
from heritage.models.enterprises import Document29Group
from heritage.models.projects import ProjectKind, RemediationKind

_MANY = 10_000  # more rows than any list of a policy paper has


def _named(prefix: str) -> dict[str, Rule]:
    """The keys that all but the tasks have; addresses and names are as long for every kind."""
    return {
        "id": prefixed_key(prefix, length(IndustrialArea, "slug")),
        "name_zh": text(length(IndustrialArea, "name_zh")),
        "name_en": text(length(IndustrialArea, "name_en")),
        "admin_code": CODE,
        "note": optional(text(None)),
        "sources": list_of(dict, "objects"),
    }


LIST_RULES: dict[str, dict[str, Rule]] = {
    "areas": {**_named("area"), "district": optional(text(None))},
    "receiving_zones": _named("zone"),
    "enterprises": {
        **_named("ent"),
        "seed_group": one_of(*Document29Group.values),
        "order_in_seed": number(1, _MANY, is_whole=True),
        "relocation_mode": one_of(*MODES),
        "related_item_ids": KEYS,
    },
    "heritage_projects": {
        **_named("hp"),
        "project_type": one_of(*ProjectKind.values),
        "area_id": optional(text(None)),
        "seed_wording": text(length(HeritageProject, "document_29_wording")),
        "status_2014": text(length(HeritageProject, "document_29_status")),
        "later_info": optional(text(None)),
        "related_item_ids": KEYS,
    },
    "remediation_projects": {
        **_named("rem"),
        "kind": one_of(*RemediationKind.values),
        "area_id": optional(text(None)),
        "related_enterprise_ids": KEYS,
    },
    "redevelopment_projects": {
        **_named("redev"),
        "admin_code": optional(CODE),
        "area_id": optional(text(None)),
    },
    "tasks": {
        "id": prefixed_key("task", 10),
        "number": number(1, _MANY, is_whole=True),
        "title_zh": text(None),
        "departments": list_of(str, "names"),
        "heritage_relevant": Rule("true or false", lambda value: isinstance(value, bool)),
        "note": optional(text(None)),
        "sources": list_of(dict, "objects"),
    },
}

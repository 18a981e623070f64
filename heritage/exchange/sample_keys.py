"""Every key of the sample file: loaded, or not stored for a reason. A test compares it with the file.

A path names the lists it goes through with `[]`. A path that is not stored takes all below it along.
"""

_SOURCES = (
    "sources",
    "sources[].key",
    "sources[].title",
    "sources[].url_or_ref",
    "sources[].confidence",
    "sources[].basis",
)
_NAMED = ("id", "name_zh", "name_en", "admin_code", *_SOURCES)

# List of the file → the keys of its rows that are stored.
LOADED_ROW_KEYS: dict[str, tuple[str, ...]] = {
    "heritage_items": (
        *_NAMED,
        "name_pinyin",
        "former_names",
        "former_names[].name",
        "former_names[].edtf",
        "former_names[].note",
        "former_names[].source_keys",
        "coordinates",
        "coordinates.lat",
        "coordinates.lon",
        "coordinates.crs",
        "coordinates.precision_m",
        "coordinates.method",
        "founded_edtf",
        "dates",
        "dates[].event",
        "dates[].edtf",
        "dates[].source_keys",
        "dates[].confidence",
        "era",
        "industry_gbt4754",
        "industry_label_zh",
        "theme",
        "item_type",
        "item_level",
        "survey_category",
        "survey_subclass_zh",
        "designations",
        "designations[].scheme",
        "designations[].level",
        "designations[].name_as_listed",
        "designations[].batch",
        "designations[].list_no",
        "designations[].date_edtf",
        "designations[].announced_by",
        "designations[].document_no",
        "designations[].document_no_basis",
        "designations[].status",
        "designations[].confidence",
        "designations[].source_keys",
        "designations[].note",
        "current_use",
        "condition",
        "description_zh",
        "summary_en",
        "parent_id",
        "related_project_ids",
        "related_enterprise_ids",
        "note",
        "fact_sources",
        "fact_sources.founded",
        "load_as",
        "verification",
    ),
    "areas": (*_NAMED, "district", "note"),
    "receiving_zones": _NAMED,
    "enterprises": (*_NAMED, "seed_group", "order_in_seed", "relocation_mode", "related_item_ids", "note"),
    "heritage_projects": (
        *_NAMED,
        "seed_wording",
        "area_id",
        "project_type",
        "status_2014",
        "later_info",
        "related_item_ids",
    ),
    "remediation_projects": (*_NAMED, "kind", "area_id", "related_enterprise_ids", "note"),
    "redevelopment_projects": (*_NAMED, "area_id", "note"),
    "tasks": ("id", "number", "title_zh", "departments", "heritage_relevant", "note", *_SOURCES),
}
LOADED_KEYS = frozenset(LOADED_ROW_KEYS) | frozenset(
    f"{name}[].{key}" for name, keys in LOADED_ROW_KEYS.items() for key in keys
)

_ITEM = "heritage_items[]"
_FROM_CODE = "follows from admin_code"
_FACT = "cited under its key; its value stands in the description or note, for want of a field"

NOT_STORED_KEYS: dict[str, str] = {
    "meta": "about the file; its eras are a vocabulary, and what it rules is written in the loader",
    "areas[].prefecture": _FROM_CODE,
    "enterprises[].prefecture": _FROM_CODE,
    "enterprises[].district": _FROM_CODE,
    "enterprises[].seed_mode_vocabulary": "the modes of Document 29, which are the choices of a case's mode",
    "receiving_zones[].prefecture": _FROM_CODE,
    f"{_ITEM}.prefecture": _FROM_CODE,
    f"{_ITEM}.district": _FROM_CODE,
    f"{_ITEM}.coordinates.confidence": "the radius precision_m is what is told of a point's quality",
    f"{_ITEM}.designations[].date_basis": "says why the date may be told: it is that of the paper it shares",
    f"{_ITEM}.needs_verification": "says the same as verification",
    f"{_ITEM}.fact_sources.area": _FACT,
    f"{_ITEM}.fact_sources.buildings": _FACT,
    f"{_ITEM}.fact_sources.address": _FACT,
    f"{_ITEM}.fact_sources.core_items": _FACT,
    f"{_ITEM}.fact_sources.remains": _FACT,
    f"{_ITEM}.fact_sources.remediation": _FACT,
    f"{_ITEM}.fact_sources.relocation_target": _FACT,
    f"{_ITEM}.fact_sources.tower_height": _FACT,
}


def is_accounted_for(path: str) -> bool:
    """Whether a key is loaded, or it or a key above it is not stored for a reason."""
    return path in LOADED_KEYS or any(
        path == above or path.startswith((f"{above}.", f"{above}[")) for above in NOT_STORED_KEYS
    )

"""Old industrial areas, receiving zones, and enterprises with their relocation cases."""

from heritage.exchange.sample_lookups import Item, Lookups, sites_with_keys
from heritage.exchange.sample_store import Content, State, cite_all, store_record, store_row, together
from heritage.models import (
    AreaCitation,
    Enterprise,
    EnterpriseCitation,
    IndustrialArea,
    ReceivingZone,
    RelocationCase,
)
from heritage.models.enterprises import RelocationMode

CITATION_FIELDS = ("statement", "source")
AREA = Content(("name_zh", "name_en", "division", "note"), {"citations": CITATION_FIELDS})
ENTERPRISE = Content(
    ("name_zh", "name_en", "division", "note", "document_29_group", "document_29_order"),
    {"citations": CITATION_FIELDS},
    many=("sites",),
)
MODES = {
    "unspecified_in_seed": RelocationMode.UNSPECIFIED,
    "in_place": RelocationMode.IN_PLACE,
    "offsite_rebuild": RelocationMode.ELSEWHERE,
    "closure": RelocationMode.CLOSURE,
}


def slug_of(item: Item) -> str:
    """Return the address of a row: its id without the word for its kind, `area-`, `ent-`, `hp-`."""
    return item["id"].split("-", 1)[1]


def load_area(item: Item, known: Lookups) -> State:
    """Load an old industrial area, published."""

    def write(area: IndustrialArea) -> None:
        area.name_zh, area.name_en = item["name_zh"], item["name_en"]
        area.division = known.division(item["admin_code"])
        area.note = _with_districts(item)
        area.citations.set(cite_all(AreaCitation, known.sources_of(item)))

    slug = slug_of(item)
    area = IndustrialArea.objects.filter(slug=slug).first() or IndustrialArea(slug=slug)
    return store_record(area, write=write, content=AREA, is_public=True)


def load_zone(item: Item, known: Lookups) -> State:
    """Load a receiving zone; whether it is a lawful park the file does not say."""
    zone = ReceivingZone.objects.filter(slug=slug_of(item)).first() or ReceivingZone(slug=slug_of(item))
    values = {
        "name_zh": item["name_zh"],
        "name_en": item["name_en"],
        "division_id": known.division(item["admin_code"]).pk,
    }
    return store_row(zone, values, sources=known.sources_of(item))


def load_enterprise(item: Item, known: Lookups) -> State:
    """Load an enterprise, published, with its relocation case; nothing of the case is inferred."""

    def write(enterprise: Enterprise) -> None:
        enterprise.name_zh, enterprise.name_en = item["name_zh"], item["name_en"]
        enterprise.division = known.division(item["admin_code"])
        enterprise.document_29_group = item["seed_group"]
        enterprise.document_29_order = item["order_in_seed"]
        enterprise.note = item.get("note") or ""
        enterprise.sites.set(
            sites_with_keys([*item["related_item_ids"], *known.site_keys.get(item["id"], [])])
        )
        enterprise.citations.set(cite_all(EnterpriseCitation, known.sources_of(item)))

    slug = slug_of(item)
    enterprise = Enterprise.objects.filter(slug=slug).first() or Enterprise(slug=slug)
    state = store_record(enterprise, write=write, content=ENTERPRISE, is_public=True)
    if state is State.KEPT:
        return state
    case = RelocationCase.objects.filter(enterprise=enterprise).first() or RelocationCase(
        enterprise=enterprise
    )
    # The stage is 未查明 until officers establish it on a paper, and then it is theirs.
    return together(state, [store_row(case, {"mode": MODES[item["relocation_mode"]]})])


def _with_districts(item: Item) -> str:
    """Keep the districts of an area that lies in several; one district follows from the code."""
    districts = item.get("district") or ""
    named = f"涉及区县：{districts}。" if "、" in districts else ""
    return "".join(filter(None, (named, item.get("note"))))

"""The dated events of a heritage item: what each event key of the file says."""

from uuid import UUID, uuid5

from heritage.dating import describe
from heritage.exchange.sample_lookups import Item
from heritage.models import SiteEvent
from heritage.models.events import EventKind

# Events keep their uid over repeated loads, because citations refer to it.
_EVENTS = UUID("c2a2f6b5-9a0a-4f0e-8f43-6a5b6e3d1d57")

# Event key → kind, and words where the kind alone does not say what happened.
EVENTS: dict[str, tuple[EventKind, str, str]] = {
    "attested": (EventKind.ATTESTED, "", ""),
    "built": (EventKind.BUILT, "", ""),
    "closed": (EventKind.CLOSED, "", ""),
    "completed": (EventKind.COMPLETED, "", ""),
    "completed_phases": (EventKind.COMPLETED, "分期建成", "Completed in phases"),
    "component_destroyed": (EventKind.COMPONENT_LOST, "", ""),
    "compressor_retired": (EventKind.OTHER, "首台压缩机停运", "First compressor retired"),
    "construction_start": (EventKind.CONSTRUCTION_START, "", ""),
    # What is taken down is a part unless a source says the whole.
    "demolition_end": (EventKind.COMPONENT_LOST, "拆除结束", "Demolition ended"),
    "demolition_start": (EventKind.COMPONENT_LOST, "开始拆除", "Demolition begun"),
    "design_brief": (EventKind.PLANNED, "编制设计任务书", "Design brief drawn up"),
    "designation": (EventKind.LISTED, "", ""),
    "destroyed": (EventKind.DESTROYED, "", ""),
    "discovery": (EventKind.DISCOVERY, "", ""),
    "excavation": (EventKind.EXCAVATED, "", ""),
    "first_product": (EventKind.FIRST_PRODUCT, "", ""),
    "first_unit": (EventKind.PRODUCTION_START, "首台机组发电", "First generating unit in operation"),
    "foundation_stone": (EventKind.CONSTRUCTION_START, "奠基", "Foundation stone laid"),
    "founded": (EventKind.FOUNDED, "", ""),
    "merged_hadawan": (EventKind.MERGED, "合并后定址哈达湾", "Merged, at Hadawan from then on"),
    "museum": (EventKind.REUSED, "辟为博物馆", "Made a museum"),
    "museum_opened": (EventKind.REUSED, "博物馆开放", "Museum opened"),
    "oldest_vats": (EventKind.ATTESTED, "最早一批木制酒海", "Oldest wooden liquor vats"),
    "opened": (EventKind.OPENED, "", ""),
    "origin": (EventKind.FOUNDED, "起源", "Origin"),
    "period": (EventKind.PERIOD, "", ""),
    "phase1_trial_opening": (EventKind.REUSED, "一期试营业", "First phase opened on trial"),
    "production_start": (EventKind.PRODUCTION_START, "", ""),
    "rebuilt_as_depot": (EventKind.REBUILT, "重筑为军火仓库", "Rebuilt as an arms depot"),
    "refounded": (EventKind.FOUNDED, "重新建厂", "Founded anew"),
    "renamed": (EventKind.RENAMED, "", ""),
    "reopened_as_park": (EventKind.REUSED, "改造为园区开放", "Reopened as a park"),
    "reuse": (EventKind.REUSED, "", ""),
    "soil_register_entry": (
        EventKind.LAND,
        "列入建设用地土壤污染风险管控和修复名录",
        "Entered in the soil risk control and remediation register",
    ),
    "station_closed": (EventKind.CLOSED, "车站停用", "Station closed"),
    "station_planned": (EventKind.PLANNED, "规划设站", "Station planned"),
    "supply_start": (EventKind.OPENED, "开始供水", "Water supply begun"),
    "system1_completed": (EventKind.COMPLETED, "第一净化系统竣工", "First treatment system completed"),
    "tonghua_independent": (EventKind.MERGED, "通化葡萄酒厂独立经营", "Tonghua winery became independent"),
    "withdrawn": (EventKind.MOVED, "撤回", "Withdrawn"),
    "workers_arrive": (EventKind.OTHER, "外地技工到厂支援", "Skilled workers arrived to help"),
}


def events_of(item: Item) -> list[SiteEvent]:
    """Return the events of an item in the order of the file, held in memory."""
    return [_event(item, row, order) for order, row in enumerate(item["dates"])]


def event_statement(item: Item, row: Item) -> str:
    """How a citation refers to an event."""
    return f"event:{_uid(item, row)}"


def _event(item: Item, row: Item, order: int) -> SiteEvent:
    kind, words_zh, words_en = EVENTS[row["event"]]
    event = SiteEvent(
        uid=_uid(item, row),
        kind=kind,
        words_zh=words_zh,
        words_en=words_en,
        period_text=describe(row["edtf"], "zh"),
        sort_order=order,
    )
    event.read_period()
    return event


def _uid(item: Item, row: Item) -> UUID:
    return uuid5(_EVENTS, f"{item['id']}/{row['event']}/{row['edtf']}")

"""Which drawing stands for which type: the table, in the order in which words are looked for.

The words are those of the record's Chinese type (水泥厂, 扇形机车库); the first that occurs decides, so the
narrow ones stand before the wide ones (造粒塔 before 化工). A type that is not here gets the dashed gable:
no drawing is better than a wrong one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogue.schematics import cellars, factories, heavy, housing, mines, process, railway, water
from catalogue.schematics.sheet import Sheet

Words = str | Promise


@dataclass(frozen=True)
class SchematicType:
    """``organ`` is the part drawn in red, the one that makes the type what it is; None where none is."""

    draw: Callable[..., Sheet]
    label: Words
    organ: Words | None = None
    keywords: tuple[str, ...] = ()


UNKNOWN = "unknown"

_large_shop = partial(factories.sawtooth, bays=9, stacks=2)
_gate_shop = partial(factories.sawtooth, bays=5, gate=True)
_rail_shop = partial(factories.sawtooth, bays=6, track=True)
_cavern_dam = partial(water.dam, cavern=True)

SCHEMATIC_TYPES: dict[str, SchematicType] = {
    UNKNOWN: SchematicType(housing.unknown, _("type without a drawing"), keywords=("教堂", "洗印")),
    "memorial": SchematicType(
        housing.memorial, _("memorial site"), keywords=("纪念地", "纪念设施", "墓", "万人坑")
    ),
    "office": SchematicType(
        housing.office,
        _("office building"),
        _("the porch"),
        ("管理机构", "管理建筑", "办公", "采炭所", "矿业所", "铁路局"),
    ),
    "houses": SchematicType(
        housing.houses,
        _("group of houses"),
        keywords=("附属建筑群", "铁路建筑群", "住宅", "旧居", "宿舍", "家属区"),
    ),
    "roundhouse": SchematicType(
        railway.roundhouse, _("roundhouse"), _("the turntable"), ("机车库", "机务", "机车修理库")
    ),
    "station": SchematicType(
        railway.station,
        _("railway station"),
        _("the station clock"),
        ("火车站", "站区", "站舍", "车站", "总站", "站旧址", "站中东铁路"),
    ),
    "cement": SchematicType(heavy.cement, _("cement works"), _("the rotary kiln"), ("水泥",)),
    "carbon": SchematicType(
        heavy.carbon, _("carbon works"), _("the electrodes"), ("炭素", "碳素", "石墨", "电极")
    ),
    "furnace": SchematicType(
        heavy.furnace, _("electric furnace works"), _("the electrodes of the furnace"), ("铁合金", "电石")
    ),
    "paper": SchematicType(process.paper, _("paper mill"), _("the drying cylinders"), ("造纸", "纸浆")),
    "prilling": SchematicType(
        process.prilling, _("prilling tower"), _("the tower's plate and pipes"), ("造粒塔", "化肥", "氮肥")
    ),
    "chemical": SchematicType(
        process.chemical, _("chemical works"), _("the pipe bridge"), ("化工", "石化", "染料", "化学")
    ),
    "arsenal": SchematicType(
        factories.arsenal, _("arsenal"), _("the gate"), ("兵工", "军械", "机器局", "枪械")
    ),
    "film": SchematicType(
        factories.film, _("film studio"), _("the doors of the film stage"), ("制片厂", "摄影棚")
    ),
    "sawtooth-large": SchematicType(
        _large_shop, _("motor works"), _("the northlights"), ("汽车厂", "汽车制造")
    ),
    "sawtooth-gate": SchematicType(_gate_shop, _("tractor works"), _("the northlights"), ("拖拉机",)),
    "sawtooth-rail": SchematicType(
        _rail_shop, _("rolling stock works"), _("the northlights"), ("客车厂", "机车厂", "车辆厂")
    ),
    "sawtooth": SchematicType(
        factories.sawtooth, _("engineering shop"), _("the northlights"), ("机械厂", "纺", "柴油机", "机床")
    ),
    "waterworks": SchematicType(
        water.waterworks, _("waterworks"), _("the main and its valve"), ("净水", "自来水", "水厂")
    ),
    "dam-cavern": SchematicType(
        _cavern_dam,
        _("dam with an underground power house"),
        _("the gates and the power house"),
        ("地下厂房",),
    ),
    "dam": SchematicType(water.dam, _("dam"), _("the sluice gates"), ("大坝", "水电站", "水坝")),
    "winery": SchematicType(cellars.winery, _("wine cellar"), _("the barrels"), ("葡萄酒", "酒窖")),
    "distillery": SchematicType(
        cellars.distillery,
        _("distillery"),
        _("the fermenting vats"),
        ("酿酒", "白酒", "酒坊", "烧锅", "酒厂"),
    ),
    "smelter": SchematicType(
        mines.smelter, _("ancient smelting site"), _("the smelting pit"), ("矿冶遗址", "冶铜", "冶铁")
    ),
    "adit": SchematicType(mines.adit, _("gold mine"), _("the ore tub"), ("金矿", "平硐")),
    "mine": SchematicType(
        mines.mine, _("coal mine"), _("the sheaves and the cage"), ("煤矿", "竖井", "立井", "矿井", "炭矿")
    ),
    # Drawn in the long scroll of the home page only: the plan of the fan has no height.
    "roundhouse-front": SchematicType(railway.roundhouse_front, _("roundhouse"), _("the engine shed door")),
}

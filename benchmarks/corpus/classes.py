"""What generated records are classed by: words of the texts with the codes of the reference vocabularies."""

from typing import NamedTuple

from benchmarks.corpus.drawing import Uneven


class Industry(NamedTuple):
    """``code``: GB/T 4754-2017, blank where the reference data have no such class."""

    name: str
    code: str
    theme: str
    plants: Uneven[str]


class Era(NamedTuple):
    name: str
    code: str
    first: int
    last: int


class Level(NamedTuple):
    """A scheme with its level, both blank for what is on no list."""

    name: str
    scheme: str
    level: str


def _industry(name: str, code: str, theme: str, plants: str) -> Industry:
    return Industry(name, code, theme, Uneven(plants.split(), 0.6))


INDUSTRIES = Uneven(
    [
        _industry(
            "铁路交通",
            "5331",
            "transport",
            "机务段 铁路工厂 车辆段 工务段 给水所 机车厂 客车厂 铁路印刷厂 信号厂 林业铁路处 车站",
        ),
        _industry(
            "机械制造",
            "3571",
            "production_manufacturing",
            "机床厂 联合收割机厂 拖拉机厂 阀门厂 锅炉厂 轴承厂 水泵厂 农机修造厂 电机厂 鼓风机厂 量具刃具厂",
        ),
        _industry(
            "化学工业",
            "2614",
            "production_manufacturing",
            "染料厂 化肥厂 电石厂 炭素厂 化工厂 橡胶厂 油漆厂 炼油厂 制药原料厂 试剂厂",
        ),
        _industry("煤炭采掘", "0610", "mining", "煤矿 竖井 矿务局 洗煤厂 矿山机械厂 矿灯厂 选煤楼"),
        _industry("冶金", "3140", "iron_steel", "铁合金厂 钢铁厂 铸管厂 轧钢厂 耐火材料厂 炼铁厂 焦化厂"),
        _industry("电力水利", "4413", "energy", "发电厂 水电站 变电所 电业局 水文站 抽水站 热电厂"),
        _industry(
            "汽车制造",
            "3611",
            "transport_manufacturing",
            "汽车制造厂 汽车修配厂 车轮厂 汽缸厂 汽车改装厂 客车修理厂 底盘厂",
        ),
        _industry(
            "食品酿造",
            "1515",
            "food_drink",
            "葡萄酒厂 酿酒厂 制糖厂 罐头厂 油脂厂 啤酒厂 面粉厂 乳品厂",
        ),
        _industry(
            "轻工纺织",
            "1732",
            "textiles",
            "纺织厂 针织厂 毛毯厂 皮革厂 化纤厂 被服厂 火柴厂 搪瓷厂 灯泡厂",
        ),
        _industry(
            "木材加工",
            "",
            "production_manufacturing",
            "制材厂 胶合板厂 木材加工厂 林业局 贮木场 枕木防腐厂 纤维板厂",
        ),
        _industry(
            "建筑材料", "3011", "production_manufacturing", "水泥厂 砖瓦厂 玻璃厂 石灰厂 石棉厂 陶瓷厂"
        ),
        _industry("粮食仓储", "", "food_drink", "粮库 粮食中心库 米厂 粮谷加工厂 油脂仓库"),
        _industry("造纸印刷", "2221", "paper", "造纸厂 印刷厂 纸浆厂 新华印刷厂"),
        _industry("有色矿业", "0912", "mining", "镍矿 金矿 铜矿 铅锌矿 选矿厂 冶炼厂"),
        _industry("医药", "2720", "production_manufacturing", "制药厂 卫生材料厂 血清厂 中药厂"),
        _industry("军工", "", "industry_war", "军械修理厂 被服装具厂 火药厂 通信器材厂"),
        _industry("邮电通信", "", "communication", "电报局 电话局 广播发射台 邮政局"),
        _industry("石油开采", "0711", "mining", "采油厂 钻井公司 油库 输油泵站"),
        _industry("烟草", "1620", "production_manufacturing", "卷烟厂 烤烟厂 烟叶复烤厂"),
        _industry("市政公用", "4610", "water", "自来水厂 煤气厂 电车公司 消防水站"),
    ],
    0.95,
)

TYPES = Uneven(
    [
        ("生产厂房", "workshop"),
        ("办公建筑", "works_office"),
        ("仓储设施", "silo"),
        ("铁路站房", "station"),
        ("职工住宅", "workers_housing"),
        ("构筑物", "chimney"),
        ("桥梁隧道", "rail_bridge"),
        ("机车库", "roundhouse"),
        ("矿井井口", "pit"),
        ("水工设施", "dam"),
        ("生产设备", "furnace_shop"),
        ("线路区段", "roadbed"),
        ("水塔", "water_tower"),
        ("文化福利设施", "club"),
        ("碑刻题记", "miners_graves"),
        ("档案图纸", "movable"),
    ],
    0.9,
)

LEVELS = Uneven(
    [
        Level("尚未核定公布为文物保护单位的不可移动文物", "registered_relic", "registered"),
        Level("县级文物保护单位", "protected_site", "county"),
        Level("市级文物保护单位", "protected_site", "city"),
        Level("未定级", "", ""),
        Level("省级文物保护单位", "protected_site", "province"),
        Level("历史建筑", "historic_building", ""),
        Level("国家工业遗产", "mii_heritage", ""),
        Level("全国重点文物保护单位", "protected_site", "national"),
    ],
    1.35,
)

ERAS = Uneven(
    [
        Era("一五时期", "ffyp1", 1953, 1957),
        Era("伪满时期", "manchukuo", 1932, 1945),
        Era("三线建设时期", "third_front", 1964, 1978),
        Era("二五时期", "ffyp2", 1958, 1962),
        Era("民国时期", "minguo", 1912, 1931),
        Era("改革开放初期", "reform", 1979, 1992),
        Era("国民经济恢复时期", "restoration", 1949, 1952),
        Era("清末", "qing_late", 1881, 1911),
    ],
    weights=[22, 20, 14, 13, 10, 9, 8, 4],
)

CONDITIONS = Uneven(
    [
        ("一般", "fair"),
        ("较好", "fairly_good"),
        ("较差", "fairly_poor"),
        ("好", "good"),
        ("差", "poor"),
        ("不明", ""),
    ],
    0.8,
)

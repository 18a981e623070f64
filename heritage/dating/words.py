"""The words around datings: ranges, doubts, open ends, events, and what may be passed over."""

import re
from enum import Enum, auto


class Kind(Enum):
    """What a word does to the datings beside it."""

    MOMENT = auto()
    RANGE = auto()
    NOW = auto()
    UNKNOWN = auto()
    ABOUT_BEFORE = auto()
    ABOUT_AFTER = auto()
    DOUBT_BEFORE = auto()
    DOUBT_AFTER = auto()
    OR_EARLIER = auto()
    NOT_LATER = auto()
    NOT_EARLIER = auto()
    BEFORE = auto()
    AFTER = auto()
    SINCE = auto()
    FROM = auto()
    UNTIL = auto()
    OPEN_BEGINNING = auto()
    OPEN_END = auto()
    SOMETIME = auto()
    OR = auto()
    LIST = auto()
    EVENT = auto()
    NO_MONTH = auto()
    BRACKET_OPENS = auto()
    BRACKET_CLOSES = auto()
    FILLER = auto()


_EVENT = (
    "始建|初建|创建|兴建|修建|建造|建设|建成|建立|筹建|续建|扩建|改建|重建|增建|翻建|翻修|添建|复建|新建|加建|迁建"
    "|设立|成立|创立|创办|开办|创设|开设|设厂|建厂|开厂|建矿|开矿|建站|设站|开采|开业|开工|动工|兴工|奠基|破土"
    "|竣工|完工|落成|告竣|投产|投入(?:使用|生产|运营)?|启用|使用|通车|通水|通电|供水|发电|运营|营业|停产|停用|关闭|关停"
    "|搬迁|迁址|迁入|迁出|改造|改称|更名|改名|合并|修缮|维修|公布|焚毁|损毁|毁于|毁|拆除|始于|建|修|造"
)

#: Every word that is understood; of those that begin at one place the longest counts.
WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        ("[-–~]+|至|到|迄", Kind.RANGE),
        ("(?:[-–~]+|至|到|迄|延续至|沿用至|使用至|一直)?(?:至今|迄今|现在|今日|今)", Kind.NOW),
        (r"年代不详|时间不详|年份不详|不详|不明|未知|\?", Kind.UNKNOWN),
        ("大约在?|约在|约为|约于|约自|约|大致在?|大概", Kind.ABOUT_BEFORE),
        ("左右|前后|上下|许", Kind.ABOUT_AFTER),
        ("可能为?|疑为?|推测为?|推定为?|估计为?|据传为?|相传为?|据说|传为?|或为|一般认为", Kind.DOUBT_BEFORE),
        (r"存疑|待考|待核实?|待查|待定|不确定|未核实|有争议|\(\?\)|\?", Kind.DOUBT_AFTER),
        ("或[更稍略][早晚]", Kind.OR_EARLIER),
        ("不晚于|至迟于?|最迟于?|最晚于?", Kind.NOT_LATER),
        ("不早于|至早于?|最早于?", Kind.NOT_EARLIER),
        ("及?(?:以|之)?前", Kind.BEFORE),
        ("及?(?:以|之)?后", Kind.AFTER),
        ("起|以来|开始", Kind.SINCE),
        ("自|从", Kind.FROM),
        ("止于|截至|截止|讫于|终于", Kind.UNTIL),
        ("(?:上限|起始|始年)(?:不明|不详)", Kind.OPEN_BEGINNING),
        ("(?:下限|终止|止年)(?:不明|不详)", Kind.OPEN_END),
        ("间?某[年时]|之间某[年时]", Kind.SOMETIME),
        ("或者?", Kind.OR),
        ("[、,;。]|和|及|与|并|又|后又|先后|陆续|分别", Kind.LIST),
        (f"(?:{_EVENT})(?:成|于|完成|而成)?", Kind.EVENT),
        ("(?:月份|月日|日期|具体日期|具体月份)(?:不详|不明)", Kind.NO_MONTH),
        (r"\(", Kind.BRACKET_OPENS),
        (r"\)", Kind.BRACKET_CLOSES),
        (
            "于|在|的|间|之间|期间|时期|为|是|年间|当年|正式|全面|全部|分期|[一二三四]期(?:工程)?|工程|陆续",
            Kind.FILLER,
        ),
    )
)


def longest_word(folded: str, start: int) -> tuple[int, Kind] | None:
    """Return the end and the kind of the longest word at ``start``; the earlier row wins a tie."""
    matches = [(match.end(), kind) for pattern, kind in WORDS if (match := pattern.match(folded, start))]
    return max(matches, key=lambda found: found[0], default=None)

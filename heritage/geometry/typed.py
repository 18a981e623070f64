"""Coordinates as people type them → a declared point, the typed text kept.

Degrees in decimals or in 度分秒, with 北纬/东经, N/E or labels, in either order; metres north first,
unless they are labelled. What cannot be told apart for certain is refused.
"""

import re
from dataclasses import dataclass, replace

from heritage.geometry.errors import CoordinateError
from heritage.geometry.systems import CoordinateSystem, Kind, declared_system
from heritage.geometry.transformations import to_wgs84

LONGEST_TEXT = 120
EXAMPLE_DEGREES = "43°53′6″N, 126°32′24″E"
EXAMPLE_DECIMALS = "43.885, 126.54"
EXAMPLE_METRES = "4862345.12, 42412345.67"

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    **dict.fromkeys("度º˚", "°"),
    **dict.fromkeys("分′’‘´`＇", "'"),
    **dict.fromkeys("秒″”“＂", '"'),
    **dict.fromkeys("、；;\n\r\t\u3000\u00a0", " "),
    **dict.fromkeys("−–—", "-"),
    "。": ".",
}
_FOLD = str.maketrans(_FULL_WIDTH | _SIGNS)
#: What names an axis, longer names first. Letters may stand behind the value, words only before it.
_NAMES = (
    ("N", "北纬|纬[度°]?|LATITUDE|LAT|北坐标|北|纵坐标|X坐标|X|N"),
    ("E", "东经|经[度°]?|LONGITUDE|LONG|LON|LNG|东坐标|东|横坐标|Y坐标|Y|E"),
    ("S", "南纬|S"),
    ("W", "西经|W"),
)
_OPPOSITES = {"S": "N", "W": "E"}
_TOKEN = re.compile(
    "|".join(f"(?P<{axis}>{names})" for axis, names in _NAMES)
    + r"""|(?P<sign>[-+])?(?:
      (?P<spaced>\d{1,3}[ ]+\d{1,2}[ ]+\d{1,2}(?:\.\d+)?(?![.\d°':]))
      |(?P<colons>\d+(?::\d+(?:\.\d+)?){1,2})
      |(?P<degrees>\d+(?:\.\d+)?)(?:\s*(?P<degree_sign>°)
        (?:\s*(?P<minutes>\d+(?:\.\d+)?)\s*'(?!')(?:\s*(?P<seconds>\d+(?:\.\d+)?)\s*(?:"|''))?)?)?
    )(?:\s*(?:M|米)(?![A-Z]))?""",
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[\s,:=()]*")


@dataclass(frozen=True)
class DeclaredPoint:
    """A point as typed, the system it was declared in, and where that is: WGS 84, degrees."""

    text: str
    system: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class _Value:
    number: float
    #: ``N`` or ``E`` where the text names the axis.
    axis: str | None
    #: Whether it was written with a sign of degrees.
    is_angle: bool


def parse_typed_coordinates(text: str, system: str) -> DeclaredPoint:
    """Read one point typed by a person in a declared system (key of ``SYSTEMS``).

    Raises ``CoordinateError`` without a declared system, for what is not one point, and where longitude and
    latitude, or north and east, cannot be told apart.
    """
    declared = declared_system(system, text.strip())
    first, second = _two_values(text, declared)
    east, north = _in_order(first, second, text.strip(), declared)
    longitude, latitude = to_wgs84(east, north, system)
    return DeclaredPoint(text, system, longitude, latitude)


def _two_values(text: str, system: CoordinateSystem) -> tuple[_Value, _Value]:
    """Return the two values with the axes that the text names, whichever side the names stand on."""
    tokens = _tokens(text, system)
    numbers = [token for token in tokens if isinstance(token, _Value)]
    shape = "".join("v" if isinstance(token, _Value) else "n" for token in tokens)
    if shape == "vnv":
        # 43.885N 126.54 names the first, 43.885 东经126.54 the second.
        shape = "vnv, letter" if tokens[1] in ("N", "E", "S", "W") else "vnv, word"
    sides = {
        "vv": (None, None), "nvv": (0, None), "vvn": (None, 2),
        "nvnv": (0, 2), "vnvn": (1, 3), "nvvn": (0, 3),
        "vnv, letter": (1, None), "vnv, word": (None, 1),
    }  # fmt: skip
    if shape not in sides:
        raise _not_understood(text, system)
    first, second = (None if side is None else str(tokens[side])[0] for side in sides[shape])
    return _named(numbers[0], first), _named(numbers[1], second)


def _named(value: _Value, axis: str | None) -> _Value:
    if axis in _OPPOSITES:
        return replace(value, number=-value.number, axis=_OPPOSITES[axis])
    return replace(value, axis=axis)


def _tokens(text: str, system: CoordinateSystem) -> list[_Value | str]:
    """Cut the text into values and names of axes: a letter as such, a word as ``N…`` with its length."""
    folded = text.translate(_FOLD).strip(" .").upper()
    if len(folded) > LONGEST_TEXT:
        raise _not_understood(text, system)
    tokens: list[_Value | str] = []
    position = 0
    while (position := _after_gap(folded, position)) < len(folded):
        match = _TOKEN.match(folded, position)
        if match is None:
            raise _not_understood(text, system)
        name = match.lastgroup if match.lastgroup in ("N", "E", "S", "W") else None
        if name is None:
            tokens.append(_value(match, text.strip()))
        else:
            tokens.append(name if match[0] == name else f"{name} word")
        position = match.end()
    return tokens


def _after_gap(folded: str, position: int) -> int:
    gap = _BETWEEN.match(folded, position)
    return gap.end() if gap else position


def _value(match: re.Match[str], text: str) -> _Value:
    if match["spaced"] or match["colons"]:
        parts = re.split("[ :]+", match["spaced"] or match["colons"])
    else:
        parts = [part for part in match.group("degrees", "minutes", "seconds") if part]
    if any(float(part) >= 60 for part in parts[1:]) or any("." in part for part in parts[:-1]):
        raise CoordinateError("minutes", text)
    number = sum(float(part) / 60**place for place, part in enumerate(parts))
    is_angle = len(parts) > 1 or bool(match["degree_sign"])
    return _Value(-number if match["sign"] == "-" else number, None, is_angle)


def _in_order(first: _Value, second: _Value, text: str, system: CoordinateSystem) -> tuple[float, float]:
    """Return the east and the north value."""
    axes = (first.axis, second.axis)
    if system.kind is Kind.PROJECTED and (first.is_angle or second.is_angle):
        raise _not_understood(text, system)
    if axes in (("N", "E"), ("N", None), (None, "E")):
        return second.number, first.number
    if axes in (("E", "N"), ("E", None), (None, "N")):
        return first.number, second.number
    if axes != (None, None):
        raise CoordinateError("which_is_which", text, EXAMPLE_DEGREES)
    if system.kind is Kind.PROJECTED:
        return second.number, first.number
    return _by_size(first.number, second.number, text)


def _by_size(first: float, second: float, text: str) -> tuple[float, float]:
    """Tell an unnamed longitude by its size: in these parts it is beyond 90°, where no latitude is."""
    if abs(first) > 90 >= abs(second):
        return first, second
    if abs(second) > 90 >= abs(first):
        return second, first
    raise CoordinateError("which_is_which", text, EXAMPLE_DEGREES)


def _not_understood(text: str, system: CoordinateSystem) -> CoordinateError:
    found = text.strip()[:LONGEST_TEXT]
    if system.kind is Kind.PROJECTED:
        return CoordinateError(
            "not_numbers", found, f"北(X)、东(Y)两个数，单位米，例如 {EXAMPLE_METRES}", EXAMPLE_METRES
        )
    examples = f"{EXAMPLE_DECIMALS} 或 {EXAMPLE_DEGREES}"
    return CoordinateError("not_numbers", found, examples, f"{EXAMPLE_DECIMALS} or {EXAMPLE_DEGREES}")

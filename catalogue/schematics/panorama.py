"""The long scroll of the home page: works side by side on one ground line, tied to a true scale of years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalogue.schematics.sheet import GROUND
from catalogue.schematics.strokes import SHEET_WIDTH
from catalogue.schematics.types import SCHEMATIC_TYPES
from catalogue.timeline import ERAS

WIDTH, MARGIN = 1400, 12
FEWEST, MOST = 4, 9
# Above the ground line of a drawing, below which it is cut: cellars and shafts are left to the record.
DRAWN_HEIGHT = GROUND + 2
LABEL_PX, LINE_HEIGHT = 15, 19
LATIN_SHARE = 0.52

# The fan of a roundhouse is a plan; in a row of fronts it is shown from the track.
_FRONTS = {"roundhouse": "roundhouse-front"}
_WITHOUT_FRONT = frozenset(
    {"unknown", "memorial", "winery", "mine", "smelter", "adit", "waterworks", "dam", "dam-cavern"}
)

# A Chinese name may be broken after these: works, station, bureau, line, section, shed, mine, dam, mill.
_WORD_ENDS = "厂站局线段库矿坝坊司路群"


class Place(NamedTuple):
    name: str
    url: str
    year: int
    key: str


class Scale(NamedTuple):
    """Decades laid on the width of the scroll."""

    first: int
    last: int

    def at(self, year: float) -> float:
        return 58 + (WIDTH - 116) * (year - self.first) / (self.last - self.first)


def draw_panorama(records: Iterable[Mapping[str, Any]]) -> SafeString:
    """A chosen few of ``records`` (``name``, ``url``, ``year``, ``schematic_key``), oldest first.

    Each kind of works is drawn once; records without a year or without a front are left out. Answers ""
    where fewer than four remain: a scroll of three is a list.
    """
    places = _chosen(records)
    if len(places) < FEWEST:
        return SafeString("")
    slot = (WIDTH - 2 * MARGIN) / len(places)
    ground = round(slot * DRAWN_HEIGHT / SHEET_WIDTH) + 20
    axis = ground + 146
    scale = Scale(places[0].year // 10 * 10, -(-(places[-1].year + 1) // 10) * 10)
    title = _("%(count)d places of industry side by side, from %(first)d to %(last)d") % {
        "count": len(places),
        "first": places[0].year,
        "last": places[-1].year,
    }
    parts = [
        *(part for i, place in enumerate(places) for part in _front(place, MARGIN + i * slot, slot, ground)),
        f'<path class="ground" d="M0 {ground}H{WIDTH}"/>',
        *_time_scale(scale, axis),
        *(part for i, place in enumerate(places) for part in _label(place, i, slot, ground, axis, scale)),
    ]
    return SafeString(
        f'<svg class="pano" viewBox="0 0 {WIDTH} {axis + 72}" role="group">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _chosen(records: Iterable[Mapping[str, Any]]) -> list[Place]:
    """One record a drawing, spread evenly over the years."""
    first_of_key: dict[str, Place] = {}
    dated = [record for record in records if record["year"] is not None]
    for record in sorted(dated, key=lambda record: record["year"]):
        key = _FRONTS.get(record["schematic_key"], record["schematic_key"])
        if key not in _WITHOUT_FRONT:
            first_of_key.setdefault(key, Place(record["name"], record["url"], record["year"], key))
    return _spread(sorted(first_of_key.values(), key=lambda place: place.year))


def _spread(places: Sequence[Place]) -> list[Place]:
    if len(places) <= MOST:
        return list(places)
    return [places[round(i * (len(places) - 1) / (MOST - 1))] for i in range(MOST)]


def _front(place: Place, x: float, slot: float, ground: int) -> Iterator[str]:
    sheet = SCHEMATIC_TYPES[place.key].draw()
    sheet.strokes = [stroke for stroke in sheet.strokes if stroke.classes != "g"]
    height = slot * DRAWN_HEIGHT / SHEET_WIDTH
    top = ground - height * GROUND / DRAWN_HEIGHT
    yield (
        f'<svg class="d" x="{x:.1f}" y="{top:.1f}" width="{slot:.1f}" height="{height:.1f}"'
        f' viewBox="0 0 {SHEET_WIDTH} {DRAWN_HEIGHT}" aria-hidden="true">{sheet.as_svg(thumbnail=True)}</svg>'
    )


def _label(place: Place, i: int, slot: float, ground: int, axis: int, scale: Scale) -> Iterator[str]:
    """The name in at most two lines, the year, and the leader to its place in time."""
    x, year_x = MARGIN + (i + 0.5) * slot, scale.at(place.year)
    lines = label_lines(place.name, slot - 10)
    yield (
        f'<path class="lead" d="M{x:.0f} {ground + 78}V{ground + 90}L{year_x:.0f} {axis - 18}V{axis}"/>'
        f'<path class="tick" d="M{year_x - 7:.0f} {axis + 7}l14 -14"/>'
        f'<a href="{escape(place.url)}"><title>{escape(place.name)}</title>'
    )
    for k, words in enumerate(lines):
        y = ground + 23 + k * LINE_HEIGHT
        yield f'<text x="{x:.0f}" y="{y}" text-anchor="middle">{escape(words)}</text>'
    year_y = ground + 30 + len(lines) * LINE_HEIGHT
    yield f'<text class="yr" x="{x:.0f}" y="{year_y}" text-anchor="middle">{place.year}</text></a>'


def label_lines(name: str, width: float) -> list[str]:
    """A name cut to two lines; an alias in brackets is left to the record."""
    name = name.partition("（")[0].partition(" (")[0]
    is_latin = name.isascii()
    fits = int(width / LABEL_PX / (LATIN_SHARE if is_latin else 1))
    if len(name) <= fits:
        return [name]
    if is_latin:
        return wrap(name, fits, max_lines=2, placeholder="…")
    half = len(name) / 2
    breaks = [i + 1 for i, sign in enumerate(name[:-1]) if sign in _WORD_ENDS] or [round(half)]
    at = min(breaks, key=lambda i: abs(i - half))
    if max(at, len(name) - at) > fits:
        at = -(-len(name) // 2)
    if at > fits:
        return [name[:fits], name[fits : 2 * fits - 1] + "…"]
    return [name[:at], name[at:]]


def _time_scale(scale: Scale, axis: int) -> Iterator[str]:
    left, right = scale.at(scale.first), scale.at(scale.last)
    for first, last, name in ERAS:
        x0, x1 = scale.at(max(first, scale.first)), scale.at(min(last + 1, scale.last))
        if x1 <= x0:
            continue
        yield f'<rect class="era" x="{x0:.0f}" y="{axis + 14}" width="{x1 - x0 - 2:.0f}" height="22"/>'
        if x1 - x0 > LABEL_PX * len(str(name)):
            middle = (x0 + x1) / 2
            place = f'x="{middle:.0f}" y="{axis + 30}" text-anchor="middle"'
            yield f'<text class="era-t" {place}>{escape(name)}</text>'
    minor = "".join(f"M{scale.at(year):.0f} {axis}v6" for year in range(scale.first, scale.last + 1))
    yield f'<path class="minor" d="{minor}"/><path class="ax" d="M{left:.0f} {axis}H{right:.0f}"/>'
    for year in range(scale.first, scale.last + 1, 10):
        x = scale.at(year)
        yield f'<path class="ax" d="M{x:.0f} {axis}v12"/>'
        yield f'<text class="dec" x="{x:.0f}" y="{axis + 54}" text-anchor="middle">{year}</text>'

"""Railways: the roundhouse from above and from the front, the station."""

from math import cos, radians, sin

from catalogue.schematics.sheet import GROUND, Sheet, require
from catalogue.schematics.strokes import SHEET_HEIGHT, Point, Segment

CENTRE = (160, 158)
TURNTABLE, INNER_WALL, OUTER_WALL = 23, 62, 134
FAN_DEGREES = 150
FAN_START = 270 - FAN_DEGREES / 2


def _polar(radius: float, angle: float) -> Point:
    return CENTRE[0] + radius * cos(radians(angle)), CENTRE[1] + radius * sin(radians(angle))


def _arc(sheet: Sheet, radius: float, classes: str) -> None:
    start, end = _polar(radius, FAN_START), _polar(radius, FAN_START + FAN_DEGREES)
    sheet.trace(classes, "M", *start, "A", radius, radius, "0 0 1", *end)


def roundhouse(*, stalls: int | None = None) -> Sheet:
    """Seen from above. Stalls are counted on the drawing only where a record states how many."""
    count = 12 if stalls is None else stalls
    require("stalls", count, at_least=3, at_most=40)
    sheet = Sheet()
    step = FAN_DEGREES / count
    _roundhouse_footprint(sheet)
    _roundhouse_tracks(sheet, count, step)
    for radius in (82, 108):
        _arc(sheet, radius, "fd l3")
    _roundhouse_walls(sheet, count, step)
    for i in range(count):
        sheet.circle(*_polar(96, FAN_START + step * (i + 0.5)), 1.7, "m p")
    _turntable(sheet, FAN_START + step * (count // 3 - 0.5))
    if stalls is not None:
        for i in (0, stalls - 1):
            angle = FAN_START + step * (i + 0.5)
            sheet.axis(*_polar(TURNTABLE + 8, angle), *_polar(OUTER_WALL + 6, angle))
            sheet.bubble(*_polar(OUTER_WALL + 12, angle), str(i + 1))
    cx, cy = CENTRE
    sheet.axis(cx, 8, cx, cy + TURNTABLE + 14)
    sheet.axis(cx - TURNTABLE - 14, cy, cx + TURNTABLE + 14, cy)
    return sheet


def _roundhouse_footprint(sheet: Sheet) -> None:
    end = FAN_START + FAN_DEGREES
    sheet.trace(
        "s",
        *("M", *_polar(OUTER_WALL, FAN_START)),
        *("A", OUTER_WALL, OUTER_WALL, "0 0 1", *_polar(OUTER_WALL, end)),
        *("L", *_polar(INNER_WALL, end)),
        *("A", INNER_WALL, INNER_WALL, "0 0 0", *_polar(INNER_WALL, FAN_START), "Z"),
    )


def _roundhouse_tracks(sheet: Sheet, count: int, step: float) -> None:
    """In each stall two rails, an inspection pit and a buffer."""
    rails: list[Segment] = []
    pits: list[Segment] = []
    for i in range(count):
        angle = FAN_START + step * (i + 0.5)
        dx, dy = -sin(radians(angle)), cos(radians(angle))
        inner, outer = _polar(TURNTABLE + 0.5, angle), _polar(OUTER_WALL - 7, angle)
        for k in (-1.25, 1.25):
            near = (inner[0] + dx * k * 0.55, inner[1] + dy * k * 0.55)
            rails.append((*near, outer[0] + dx * k, outer[1] + dy * k))
        rails.append((outer[0] - dx * 2.4, outer[1] - dy * 2.4, outer[0] + dx * 2.4, outer[1] + dy * 2.4))
        pit_in, pit_out = _polar(INNER_WALL + 14, angle), _polar(OUTER_WALL - 12, angle)
        for k in (-2.6, 2.6):
            pits.append((pit_in[0] + dx * k, pit_in[1] + dy * k, pit_out[0] + dx * k, pit_out[1] + dy * k))
    sheet.lines(rails, "f")
    sheet.lines(pits, "f l3")


def _roundhouse_walls(sheet: Sheet, count: int, step: float) -> None:
    angles = [FAN_START + step * i for i in range(count + 1)]
    partitions = [(*_polar(INNER_WALL, a), *_polar(OUTER_WALL - 3, a)) for a in angles[1:-1]]
    sheet.lines(partitions, "fd l3")
    _arc(sheet, OUTER_WALL, "o")
    _arc(sheet, OUTER_WALL - 3.2, "m")
    for angle in (angles[0], angles[-1]):
        sheet.line(*_polar(INNER_WALL, angle), *_polar(OUTER_WALL, angle), "o")
    sheet.lines([(*_polar(INNER_WALL - 1, a), *_polar(INNER_WALL + 4, a)) for a in angles], "o")
    _arc(sheet, INNER_WALL, "f")


def _turntable(sheet: Sheet, angle: float) -> None:
    cx, cy = CENTRE
    sheet.circle(cx, cy, TURNTABLE + 3, "m p")
    sheet.circle(cx, cy, TURNTABLE, "r rt")
    sheet.circle(cx, cy, TURNTABLE - 4, "rf")
    dx, dy = -sin(radians(angle)), cos(radians(angle))
    (x1, y1), (x2, y2) = _polar(TURNTABLE - 0.5, angle), _polar(TURNTABLE - 0.5, angle + 180)
    for k, classes in ((-3.6, "r"), (-1.2, "rf"), (1.2, "rf"), (3.6, "r")):
        sheet.line(x1 + dx * k, y1 + dy * k, x2 + dx * k, y2 + dy * k, classes)
    sheet.circle(cx, cy, 2, "rk")
    for k in (-9, 0, 9):
        y = cy + TURNTABLE + 2.6 - abs(k) * 0.14
        sheet.lines([(cx + k + d, y, cx + k * 1.9 + d, SHEET_HEIGHT) for d in (-1.3, 1.3)], "f")


def roundhouse_front() -> Sheet:
    """Seen from the track: bays drawn closer toward the ends, as the fan turns away."""
    sheet = Sheet()
    bays = 11
    xs = [160 + 150 * sin(radians(-66 + 132 * i / bays)) for i in range(bays + 1)]
    top, ridge = 104, 84
    sheet.poly([(xs[0] - 3, top), (xs[0] + 6, ridge), (xs[-1] - 6, ridge), (xs[-1] + 3, top)], "o p")
    segs = []
    for i in range(bays * 5 + 1):
        x = 160 + 148 * sin(radians(-64 + 128 * i / (bays * 5)))
        segs.append((x, ridge + 1, x + (x - 160) * 0.02, top - 0.5))
    sheet.lines(segs, "f l3")
    sheet.rect(xs[0], top, xs[-1] - xs[0], GROUND - top, "o p")
    sheet.lines([(xs[0] - 2, top + 4, xs[-1] + 2, top + 4)], "m")
    mid = bays // 2
    for i in range(bays):
        a, b = xs[i], xs[i + 1]
        w = b - a
        cx = (a + b) / 2
        # smoke vent
        vw = max(2.2, w * 0.26)
        sheet.rect(cx - vw / 2, ridge - 16, vw, 16, "m p")
        sheet.poly(
            [(cx - vw / 2 - 1.6, ridge - 16), (cx, ridge - 20), (cx + vw / 2 + 1.6, ridge - 16)], "m p"
        )
        x, dw = a + w * 0.15, w * 0.7
        r = dw / 2
        c = "r rt" if i == mid else "m w"
        sheet.trace(c, "M", x, GROUND, "V 124 A", r, min(r, 12), "0 0 1", x + dw, 124, "V", GROUND)
        if i != mid:
            sheet.lines(
                [(cx, 114, cx, GROUND), (x, 128, x + dw, 128), (x, 142, x + dw, 142), (x, 156, x + dw, 156)],
                "f",
            )
        sheet.lines([(a, top + 4, a, GROUND), (a + w * 0.06, top + 8, a + w * 0.06, GROUND)], "f")
    # locomotive seen from the front
    sheet.rect(150, 160, 20, 3.6, "rk")
    sheet.circle(160, 146, 8.6, "r p")
    sheet.circle(160, 146, 6.2, "rf")
    sheet.circle(160, 146, 1.5, "rk")
    sheet.rect(157.4, 131.6, 5.2, 6, "r p")
    sheet.circle(160, 128.6, 2, "rf p")
    sheet.lines(
        [
            (152.6, 163.6, 152.6, GROUND),
            (167.4, 163.6, 167.4, GROUND),
            (151, 152, 151, 160),
            (169, 152, 169, 160),
        ],
        "r",
    )
    sheet.ground()
    sheet.rail(120, 200, 172)
    sheet.axis(160, 58, 160, 184)
    return sheet


def station() -> Sheet:
    """A hall with a clock gable between two low wings, on its platform."""
    sheet = Sheet()
    sheet.gable(26, 122, 84, 38, 16)
    sheet.gable(210, 122, 84, 38, 16)
    sheet.windows(30, 108, 132, 8, 20, 5, arch=True)
    sheet.windows(212, 292, 132, 8, 20, 5, arch=True)
    sheet.rect(106, 88, 108, 72, "o p")
    sheet.poly([(100, 88), (118, 60), (202, 60), (220, 88)], "o p")
    sheet.lines([(119 + i * 4.2, 61, 119 + i * 4.2 + (i - 10) * 0.75, 87) for i in range(20)], "f l3")
    sheet.poly([(136, 88), (160, 48), (184, 88)], "o p")
    sheet.lines([(140, 88, 160, 55), (160, 55, 180, 88)], "f")
    sheet.poly([(138, 88), (160, 51), (182, 88), (182, 160), (138, 160)], "o p")
    sheet.circle(160, 78, 9, "r rt")
    sheet.circle(160, 78, 7, "rf")
    sheet.lines([(160, 78, 160, 72.6), (160, 78, 164, 80)], "r")
    sheet.windows(108, 138, 98, 8, 16, 2, arch=True)
    sheet.windows(182, 212, 98, 8, 16, 2, arch=True)
    sheet.windows(108, 138, 128, 8, 20, 2, arch=True)
    sheet.windows(182, 212, 128, 8, 20, 2, arch=True)
    sheet.windows(140, 180, 96, 8, 18, 3, arch=True)
    sheet.lines([(106, 120, 214, 120), (106, 123, 214, 123)], "m")
    sheet.path("M149 160v-20a11 11 0 0 1 22 0v20z", "m w")
    sheet.lines([(160, 130, 160, 160), (149, 142, 171, 142)], "f")
    sheet.rect(14, 160, 292, 8, "o p")
    sheet.lines([(14 + i * 14.6, 160, 14 + i * 14.6, 168) for i in range(1, 20)], "f")
    sheet.ground()
    sheet.rail(6, 314, 176)
    sheet.axis(160, 34, 160, 190)
    # platform lamps
    for x in (66, 254):
        sheet.lines([(x, 160, x, 112), (x - 7, 114, x + 7, 114)], "m")
        sheet.circle(x - 7, 117, 2, "f p")
        sheet.circle(x + 7, 117, 2, "f p")
    return sheet

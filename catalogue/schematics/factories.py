"""Shops and halls: sawtooth roofs, film stages, the arsenal."""

from catalogue.schematics.sheet import GROUND, Sheet

EAVES, ROOF_RISE = 108, 27
SHOP_LEFT, SHOP_RIGHT = 20, 268


def sawtooth(*, bays: int = 7, stacks: int = 1, gate: bool = False, track: bool = False) -> Sheet:
    """Northlight roofs over a shop. The four variants tell types apart; none counts real bays."""
    sheet = Sheet()
    pitch = (SHOP_RIGHT - SHOP_LEFT) / bays
    lefts = [SHOP_LEFT + i * pitch for i in range(bays)]
    middle = lefts[bays // 2]
    sheet.chimney(288, 132, 12, 7)
    if stacks > 1:
        sheet.chimney(304, 112, 11, 6.4)
    sheet.gable(266, 132, 46, 36, 12)
    sheet.windows(270, 308, 142, 7, 16, 4, arch=True)
    sheet.rect(SHOP_LEFT, EAVES, SHOP_RIGHT - SHOP_LEFT, GROUND - EAVES)
    _northlights(sheet, lefts, pitch)
    sheet.line(SHOP_LEFT, EAVES + 5, SHOP_RIGHT, EAVES + 5, "m")
    for x in lefts:
        sheet.lines([(x, EAVES + 5, x, GROUND), (x + 3, EAVES + 5, x + 3, GROUND)], "f")
        if gate and x == middle:
            continue
        for share in (0.2, 0.6):
            sheet.window(x + pitch * share, EAVES + 16, pitch * 0.28, 30, grid=(2, 4))
    sheet.line(SHOP_LEFT, GROUND - 8, SHOP_RIGHT, GROUND - 8, "f")
    if gate:
        _shop_gate(sheet, middle, pitch)
    sheet.ground()
    if track:
        _railway_coach(sheet)
    return sheet


def _northlights(sheet: Sheet, lefts: list[float], pitch: float) -> None:
    """The slopes, then the glazed faces in red, then the red zigzag over all of them."""
    ridge = EAVES - ROOF_RISE
    for x in lefts:
        sheet.poly([(x, EAVES), (x + pitch * 0.16, ridge), (x + pitch, EAVES)])
        seams = [
            (
                x + pitch * (0.16 + k * 0.14),
                ridge + ROOF_RISE * k / 6 + 1,
                x + pitch * (0.22 + k * 0.13),
                107.6,
            )
            for k in range(1, 6)
        ]
        sheet.lines(seams, "f l3")
    for x in lefts:
        face = x + pitch * 0.3
        sheet.poly([(x + 1.4, 105), (x + pitch * 0.14, ridge + 4), (face, ridge + 8), (face, 105)], "rf rt")
        bars = [
            (x + pitch * 0.1, 105, x + pitch * 0.17, ridge + 6),
            (x + pitch * 0.2, 105, x + pitch * 0.24, ridge + 7),
            (x + 2, 97, face, 97),
        ]
        sheet.lines(bars, "rf")
    zigzag = [point for x in lefts for point in ((x, EAVES), (x + pitch * 0.16, ridge))]
    sheet.poly([*zigzag, (SHOP_RIGHT, EAVES)], "r", closed=False)


def _shop_gate(sheet: Sheet, x: float, pitch: float) -> None:
    centre = x + 1 + pitch / 2
    sheet.rect(x + 2, EAVES - 2, pitch - 2, GROUND - EAVES + 2)
    sheet.rect(x - 2, EAVES - 7, pitch + 6, 6)
    sheet.rect(x + 7, EAVES + 16, pitch - 13, GROUND - EAVES - 16, "m w")
    sheet.line(centre, EAVES + 16, centre, GROUND, "m")
    sheet.lines([(x + 7, EAVES + 26 + 9 * j, x + pitch - 6, EAVES + 26 + 9 * j) for j in range(4)], "f")


def _railway_coach(sheet: Sheet) -> None:
    sheet.rail(8, 312, 176)
    sheet.rect(40, 152, 96, 19)
    sheet.windows(42, 134, 155, 8, 7, 8, grid=(1, 1))
    for x in (56, 64, 112, 120):
        sheet.circle(x, 173, 3, "m p")


def _stage_roof(u: float) -> float:
    """Height of a stage's curved roof, ``u`` units from its left wall."""
    return 82 - 56 * (u / 54) * (1 - u / 54)


def film() -> Sheet:
    """Two film stages with their great doors, and the office block."""
    sheet = Sheet()
    stages = 2
    for i in range(stages):
        x = 16 + i * 56
        sheet.path(f"M{x} {GROUND}V82Q{x + 27} 54 {x + 54} 82V{GROUND}Z", "o p")
        sheet.path(f"M{x} 87Q{x + 27} 59 {x + 54} 87", "f")
        sheet.lines([(x + u, _stage_roof(u) + 5, x + u, 108) for u in range(6, 54, 6)], "f l3")
        for u in (12, 27, 42):
            sheet.rect(x + u - 2.6, _stage_roof(u) - 7, 5.2, 6.4, "m p")
            sheet.line(x + u - 4, _stage_roof(u) - 7, x + u + 4, _stage_roof(u) - 7, "m")
        sheet.lines(
            [
                (x + 4, 96, x + 4, GROUND),
                (x + 50, 96, x + 50, GROUND),
                (x, 96, x + 8, 96),
                (x + 46, 96, x + 54, 96),
            ],
            "m",
        )
        red = i == stages - 1
        c, cf, cm = ("r rt", "rf", "r") if red else ("m w", "f", "m")
        sheet.rect(x + 11, 112, 32, 56, c)
        sheet.lines([(x + 27, 112, x + 27, GROUND)], cm)
        sheet.lines(
            [
                (x + 11, 130, x + 43, 130),
                (x + 11, 150, x + 43, 150),
                (x + 11, 112, x + 27, 130),
                (x + 27, 130, x + 11, 150),
                (x + 11, 150, x + 27, 168),
                (x + 43, 112, x + 27, 130),
                (x + 27, 130, x + 43, 150),
                (x + 43, 150, x + 27, 168),
            ],
            cf,
        )
        sheet.rect(x + 7, 107, 40, 4, c.split()[0] + " p")
        sheet.lines([(x + 9, 111, x + 9, GROUND), (x + 45, 111, x + 45, GROUND)], "f")
    # office block: three storeys of ribbon windows, tall entrance
    sheet.rect(128, 98, 180, 70, "o p")
    sheet.rect(124, 93, 188, 5, "o p")
    sheet.lines([(126, 91, 310, 91)], "f")
    for j in range(3):
        y = 104 + j * 20
        for a, b, k in ((133, 193, 6), (243, 303, 6)):
            sheet.windows(a, b, y, 6.6, 12.5, k, grid=(2, 2))
        for a, b in ((132, 194), (242, 304)):
            sheet.lines([(a, y - 2.4, b, y - 2.4), (a, y + 15.4, b, y + 15.4)], "f")
    sheet.lines([(128, 163, 308, 163)], "m")
    sheet.lines([(128 + i * 6, 163, 128 + i * 6, 168) for i in range(1, 30)], "f l3")
    sheet.rect(194, 76, 48, 92, "o p")
    sheet.rect(190, 71, 56, 5, "o p")
    sheet.lines([(200 + i * 6, 84, 200 + i * 6, 138) for i in range(7)], "m")
    sheet.lines([(203 + i * 6, 86, 203 + i * 6, 136) for i in range(6)], "f l3")
    sheet.lines([(197, 81, 239, 81), (197, 140, 239, 140)], "f")
    sheet.rect(202, 148, 32, 20, "m w")
    sheet.lines(
        [(210, 148, 210, GROUND), (218, 148, 218, GROUND), (226, 148, 226, GROUND), (202, 154, 234, 154)], "f"
    )
    sheet.rect(195, 143, 46, 4.4, "o p")
    sheet.lines([(198, 147.4, 198, 162), (238, 147.4, 238, 162)], "m")
    sheet.rect(191, 165, 54, 3, "m p")
    sheet.rect(194, 162, 48, 3, "m p")
    sheet.line(218, 71, 218, 50, "m")
    sheet.ground()
    sheet.axis(218, 34, 218, 184)
    return sheet


def arsenal() -> Sheet:
    """Gabled shops behind a wall with its gate."""
    sheet = Sheet()
    blocks = 5
    w = 292 / blocks
    for i in range(blocks):
        x = 14 + i * w
        sheet.poly([(x + 3, 146), (x + 3, 98), (x + w / 2, 66), (x + w - 3, 98), (x + w - 3, 146)], "o p")
        sheet.lines([(x, 100.4, x + w / 2, 66), (x + w / 2, 66, x + w, 100.4)], "o")
        sheet.lines([(x + 6, 101, x + w / 2, 72.6), (x + w / 2, 72.6, x + w - 6, 101)], "f")
        sheet.circle(x + w / 2, 90, 5, "m w")
        sheet.lines([(x + w / 2 - 5, 90, x + w / 2 + 5, 90), (x + w / 2, 85, x + w / 2, 95)], "f")
        sheet.windows(x + 5, x + w - 5, 106, 9, 22, 3, arch=True)
        sheet.lines([(x + 3, 102, x + w - 3, 102)], "f")
    sheet.rect(8, 140, 304, 28, "o p")
    sheet.rect(6, 136, 308, 4, "o p")
    segs = []
    for j in range(4):
        y = 145.6 + j * 5.6
        segs.append((8, y, 312, y))
    for j in range(5):
        segs += [
            (14 + i * 12 + (j % 2) * 6, 140 + j * 5.6, 14 + i * 12 + (j % 2) * 6, 145.6 + j * 5.6)
            for i in range(25)
        ]
    sheet.lines(segs, "f l3")
    sheet.rect(130, 122, 60, 46, "r p")
    sheet.rect(125, 117, 70, 6, "r p")
    sheet.poly([(121, 117), (132, 108), (188, 108), (199, 117)], "r p")
    sheet.path("M145 168v-22a15 14 0 0 1 30 0v22z", "r rt")
    sheet.lines([(160, 132, 160, GROUND)], "rf")
    sheet.lines([(145, 150, 175, 150)], "rf")
    sheet.ground()
    sheet.axis(160, 96, 160, 184)
    return sheet

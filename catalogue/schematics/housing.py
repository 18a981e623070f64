"""Offices, rows of houses, memorials."""

from catalogue.schematics.sheet import GROUND, SchematicError, Sheet, require


def office() -> Sheet:
    """A two-storey office with a middle gable and a porch."""
    sheet = Sheet()
    storeys = 2
    top = GROUND - 6 - storeys * 32
    sheet.rect(40, top, 240, GROUND - top, "o p")
    sheet.poly([(32, top), (62, top - 28), (258, top - 28), (288, top)], "o p")
    sheet.lines([(64 + i * 5, top - 27, 64 + i * 5 + (i - 19) * 0.5, top - 1) for i in range(39)], "f l3")
    for x in (88, 232):
        sheet.poly([(x - 9, top - 8), (x, top - 22), (x + 9, top - 8)], "m p")
        sheet.rect(x - 4, top - 14, 8, 8, "m w")
    for x in (108, 212):
        sheet.rect(x - 4, top - 40, 8, 14, "o p")
        sheet.rect(x - 5.4, top - 42, 10.8, 3, "m p")
    for j in range(storeys):
        y = top + 8 + j * 32
        sheet.windows(44, 136, y, 8, 19, 5, arch=j == storeys - 1)
        sheet.windows(184, 276, y, 8, 19, 5, arch=j == storeys - 1)
    sheet.rect(136, top - 4, 48, GROUND - top + 4, "o p")
    sheet.poly([(130, top - 4), (160, top - 26), (190, top - 4)], "o p")
    sheet.circle(160, top - 11, 4, "m w")
    sheet.windows(140, 180, top + 8, 8, 19, 3, arch=True)
    sheet.lines([(40, top + 31, 280, top + 31), (40, top + 34, 280, top + 34)], "m")
    sheet.path("M146 162v-22h28v22", "r rt")
    sheet.lines([(160, 140, 160, 162), (146, 148, 174, 148)], "rf")
    sheet.rect(140, 136, 40, 4, "r p")
    sheet.lines([(143, 140, 143, 162), (177, 140, 177, 162)], "r")
    sheet.rect(134, 162, 52, 3, "m p")
    sheet.rect(130, 165, 60, 3, "m p")
    sheet.ground()
    sheet.axis(160, top - 52, 160, 184)
    return sheet


def houses(*, total: int | None = None, lost: int = 0) -> Sheet:
    """A group of like buildings in two rows; the lost ones are dashed and crossed out."""
    count = 7 if total is None else total
    require("total", count, at_least=2, at_most=24)
    require("lost", lost, at_least=0, at_most=count)
    if lost and total is None:
        message = "lost was given without total: say of how many buildings"
        raise SchematicError(message)
    sheet = Sheet()
    back = count // 2
    for row, base, first in ((back, 104, 0), (count - back, GROUND, back)):
        pitch = 300 / row
        for i in range(row):
            draw = _house if first + i < count - lost else _lost_house
            draw(sheet, 15 + i * pitch, base, pitch - 10)
        sheet.line(6, base, 314, base, "g" if base == GROUND else "o")
    return sheet


WALL, RISE = 26, 22


def _gable_end(sheet: Sheet, x: float, base: float, width: float, outline: str) -> None:
    eaves, ridge, middle = base - WALL, base - WALL - RISE, x + width / 2
    sheet.poly([(x, base), (x, eaves), (middle, ridge), (x + width, eaves), (x + width, base)], outline)
    roof = [(x - 3, eaves + 2.6, middle, ridge), (middle, ridge, x + width + 3, eaves + 2.6)]
    sheet.lines(roof, outline.split(maxsplit=1)[0])


def _house(sheet: Sheet, x: float, base: float, width: float) -> None:
    eaves, ridge, half = base - WALL, base - WALL - RISE, width / 2
    _gable_end(sheet, x, base, width, "o p")
    sheet.rect(x + width * 0.68, ridge + 4, 4.6, 12, "m p")
    sheet.poly([(x, eaves), (x + half, ridge), (x + width, eaves)], "m p")
    seams = range(5 - int(half), int(half) - 3, 4)
    sheet.lines(
        [(x + half + q, ridge + RISE * abs(q) / half + 3, x + half + q, eaves) for q in seams], "f l3"
    )
    sheet.line(x, eaves, x + width, eaves, "m")
    windows = 3 if width > 26 else 1
    sheet.windows(x + 2, x + width - 2, eaves + 6, 5.6, 12, windows, grid=(2, 2))


def _lost_house(sheet: Sheet, x: float, base: float, width: float) -> None:
    _gable_end(sheet, x, base, width, "x")
    left, right, foot, head = x + 4, x + width - 4, base - 4, base - WALL - 6
    sheet.lines([(left, foot, right, head), (left, head, right, foot)], "xf")


def memorial() -> Sheet:
    """A stele on its steps among trees. Nothing here is drawn in red."""
    sheet = Sheet()
    sheet.path("M8 168C60 150 110 146 160 146S262 150 312 168", "o")
    for k in range(5):
        sheet.rect(104 + k * 8, 160 - k * 5, 112 - k * 16, 5, "o p")
    sheet.rect(140, 132, 40, 8, "o p")
    sheet.poly([(146, 132), (149, 42), (171, 42), (174, 132)], "o p")
    sheet.poly([(147, 42), (160, 30), (173, 42)], "o p")
    sheet.lines([(166, 46, 168, 132), (169, 46, 171.6, 132)], "f")
    sheet.rect(155, 58, 8, 58, "m w")
    for x, h in ((40, 46), (62, 56), (84, 40), (236, 42), (258, 58), (280, 48)):
        b = 162 + abs(160 - x) * 0.02 - (8 if 50 < x < 270 else 3)
        left = ("C", x - 9, b - 6, x - 8, b - h * 0.5, x, b - h)
        right = ("C", x + 8, b - h * 0.5, x + 9, b - 6, x, b)
        sheet.trace("m p", "M", x, b, *left, *right)
        sheet.lines(
            [
                (x, b + 5, x, b - h + 6),
                (x, b - 8, x - 4, b - 14),
                (x, b - 14, x + 4, b - 20),
                (x, b - 20, x - 3, b - 26),
                (x, b - 26, x + 3, b - 32),
            ],
            "f",
        )
    sheet.ground()
    sheet.axis(160, 16, 160, 184)
    return sheet


def unknown() -> Sheet:
    """A type without a drawing of its own: a dashed gable says so, a wrong picture would not."""
    sheet = Sheet()
    sheet.poly([(80, GROUND), (80, 92), (160, 50), (240, 92), (240, GROUND)], "x")
    for x in (108, 180):
        sheet.poly([(x, GROUND), (x, 126), (x + 32, 126), (x + 32, GROUND)], "xf")
    sheet.axis(160, 34, 160, 184)
    sheet.ground(20, 300)
    return sheet

"""Works that run on pipes: chemicals, fertiliser, paper."""

from catalogue.schematics.sheet import GROUND, Sheet, require
from catalogue.schematics.strokes import number


def chemical() -> Sheet:
    """A chemical works in general: shop, columns on a pipe bridge, spheres. No prilling tower."""
    sheet = Sheet()
    columns = 4
    sheet.chimney(24, 128, 11, 6.4)
    sheet.gable(34, 126, 84, 42, 16)
    sheet.windows(38, 116, 138, 8, 20, 6, arch=True)
    heights = (92, 118, 76, 104)
    for i in range(columns):
        x, h = 138 + i * 22, heights[i]
        sheet.path(f"M{x - 6.5} {GROUND}V{GROUND - h}a6.5 6.5 0 0 1 13 0V{GROUND}z", "o p")
        sheet.lines(
            [
                (x - 6.5, GROUND - h + 10 + 14 * j, x + 6.5, GROUND - h + 10 + 14 * j)
                for j in range(int(h / 15))
            ]
            + [(x + 2.6, GROUND - h - 3, x + 2.6, GROUND), (x + 4.4, GROUND - h, x + 4.4, GROUND)],
            "f",
        )
        sheet.lines(
            [
                (x - 9, GROUND - h + 24, x + 9, GROUND - h + 24),
                (x - 9, GROUND - h + 19, x - 9, GROUND - h + 24),
                (x + 9, GROUND - h + 19, x + 9, GROUND - h + 24),
                (x - 9, GROUND - h + 20, x + 9, GROUND - h + 20),
            ],
            "m",
        )
    # the pipe bridge
    end = 138 + (columns - 1) * 22 + 16
    for x in (122, end):
        sheet.lines(
            [
                (x - 3, 130, x - 3, GROUND),
                (x + 3, 130, x + 3, GROUND),
                (x - 3, 148, x + 3, 156),
                (x - 3, 156, x + 3, 148),
            ],
            "m",
        )
    sheet.path(f"M118 120H{end + 64}", "r")
    sheet.path(f"M118 125H{end + 64}", "r")
    sheet.path(f"M118 130H{end + 8}", "r")
    sheet.lines([(118 + k * 8, 120, 122 + k * 8, 130) for k in range(int((end - 114) / 8))], "rf")
    for i in range(columns - 1):
        x, top = 138 + i * 22, GROUND - heights[i] - 6
        sheet.trace("r", "M", x, top, "V", top - 6, "H", x + 11, "V 120")
    for i in range(2):
        x = end + 26 + i * 38
        sheet.circle(x, 147, 15, "o p")
        sheet.trace("f", "M", x - 15, "147 a15 4.6 0 0 0 30 0 M", x, "132 v30")
        sheet.trace("f", "M", x - 8, "134.4 q-4.4 12.6 0 25.2 M", x + 8, "134.4 q4.4 12.6 0 25.2")
        sheet.lines([(x - 11, 157, x - 13, GROUND), (x + 11, 157, x + 13, GROUND), (x, 162, x, GROUND)], "m")
        sheet.path(f"M{x} 132v-{7 if i else 12}", "r")
    sheet.ground()
    sheet.axis(24, 26, 24, 184)
    return sheet


def prilling(*, mark: str = "") -> Sheet:
    """A prilling tower. ``mark`` is what the record says is written on it, four signs at most."""
    require("len(mark)", len(mark), at_least=0, at_most=4)
    sheet = Sheet()
    towers = 3
    sheet.gable(14, 122, 104, 46, 18)
    sheet.windows(18, 116, 134, 9, 24, 7, arch=True)
    w = 26
    x0 = 160 - towers * w / 2
    for i in range(towers):
        x = x0 + i * w
        sheet.rect(x, 34, w, GROUND - 34, "o p")
        sheet.lines([(x + w * k, 46, x + w * k, GROUND) for k in (0.16, 0.34, 0.5, 0.66, 0.84)], "f")
        sheet.lines([(x, 46, x + w, 46), (x, 148, x + w, 148)], "m")
        sheet.rect(x + 5, 22, w - 10, 12, "o p")
        sheet.lines([(x + 9, 24, x + 9, 32), (x + 13, 24, x + 13, 32), (x + 17, 24, x + 17, 32)], "f")
        sheet.rect(x + 9, 154, 8, 14, "m w")
    sheet.rect(x0 - 3, 18, towers * w + 6, 4, "o p")
    sheet.rect(x0 + w, 48, w, 15, "r rt")
    if mark:
        sheet.text(160, 59.4, mark, "rtx")
    # absorption columns and pipes
    for x, h in ((220, 84), (236, 104), (252, 84)):
        sheet.path(f"M{x - 5} {GROUND}V{GROUND - h}a5 5 0 0 1 10 0V{GROUND}z", "o p")
        sheet.lines(
            [(x - 5, GROUND - h + 12 + 16 * j, x + 5, GROUND - h + 12 + 16 * j) for j in range(int(h / 18))]
            + [(x + 2.2, GROUND - h, x + 2.2, GROUND)],
            "f",
        )
    sheet.circle(288, 146, 17, "o p")
    sheet.path("M271 146a17 5 0 0 0 34 0M288 129v34M279 132q-5 14 0 28M297 132q5 14 0 28", "f")
    sheet.lines([(276, 158, 274, GROUND), (300, 158, 302, GROUND), (288, 163, 288, GROUND)], "m")
    sheet.path(f"M{x0 + towers * w} 96H214V88H236M214 96V112H252V104", "r")
    sheet.path("M257 120H288V129", "r")
    sheet.ground()
    sheet.axis(160, 8, 160, 184)
    return sheet


def paper() -> Sheet:
    """A paper machine in section, with its digester and wood yard."""
    sheet = Sheet()
    cylinders = 9
    sheet.chimney(296, 134, 12, 7)
    x0, x1 = 14, 238
    sheet.rect(x0, 96, x1 - x0, 72, "o w")
    sheet.poly([(x0 - 4, 96), (x0 + 24, 76), (x1 - 24, 76), (x1 + 4, 96)], "o p")
    sheet.rect(x0 + 60, 62, 104, 14, "o p")
    sheet.poly([(x0 + 55, 62), (x0 + 66, 54), (x0 + 158, 54), (x0 + 169, 62)], "o p")
    sheet.lines([(x0 + 64 + i * 6, 64, x0 + 64 + i * 6, 74) for i in range(17)], "f")
    # trusses
    sheet.lines(
        [(x0 + 20 + i * 14, 96, x0 + 27 + i * 14, 80) for i in range(14)]
        + [(x0 + 27 + i * 14, 80, x0 + 34 + i * 14, 96) for i in range(14)],
        "f l3",
    )
    sheet.lines([(x0 + i * 32, 96, x0 + i * 32, 106) for i in range(1, 7)], "f")
    # paper machine in section
    sheet.rect(22, 134, 34, 16, "m p")
    sheet.poly([(22, 134), (22, 124), (34, 128), (34, 134)], "m p")
    sheet.circle(26, 154, 3, "m p")
    sheet.circle(52, 154, 3, "m p")
    sheet.line(26, 157, 52, 157, "m")
    d = "M34 132L56 132 62 138"
    pts = []
    for i in range(cylinders):
        x = 74 + i * 15.4
        pts.append((x, 128 if i % 2 else 146))
    for x, y in pts:
        sheet.circle(x, y, 8, "r rt")
        sheet.circle(x, y, 1.6, "rk")
    d = f"M34 132H56L{pts[0][0]} {154}"
    for i, (x, y) in enumerate(pts):
        if i % 2 == 0:
            d += f"A8 8 0 0 0 {number(x + 8)} {y}L{number(x + 8)} {y - 12}"
        else:
            d += f"L{number(x - 8)} {y}A8 8 0 0 1 {number(x + 8)} {y}"
    sheet.path(d + "L212 140", "r")
    sheet.circle(218, 146, 12, "r p")
    sheet.path("M218 146m-2 0a2 2 0 1 1 4 1a4 4 0 1 1-7-1a6 6 0 1 1 11 1a8 8 0 1 1-15-2", "rf")
    sheet.lines(
        [
            (64, 160, 208, 160),
            (70, 160, 70, GROUND),
            (200, 160, 200, GROUND),
            (135, 160, 135, GROUND),
            (218, 158, 218, GROUND),
        ],
        "m",
    )
    # wood yard and digester
    for j, k in enumerate((4, 3, 2)):
        for i in range(k):
            sheet.circle(252 + i * 9 + j * 4.5, 163.4 - j * 7.8, 4.5, "m p")
            sheet.circle(252 + i * 9 + j * 4.5, 163.4 - j * 7.8, 2, "f")
    sheet.path("M246 128v-44a9 9 0 0 1 18 0v44l-5 10h-8z", "o p")
    sheet.lines([(246, 96, 264, 96), (246, 112, 264, 112), (259, 76, 259, 128)], "f")
    sheet.lines([(249, 138, 246, 142), (261, 138, 264, 142), (255, 138, 255, 144)], "m")
    sheet.ground()
    sheet.rail(96, 230, 174)
    return sheet

"""Furnace, kiln and electrode."""

from math import hypot

from catalogue.schematics.sheet import GROUND, Sheet
from catalogue.schematics.strokes import Point, number


def cement() -> Sheet:
    """Raw mill, inclined rotary kiln, silos."""
    sheet = Sheet()
    silos = 4
    sheet.chimney(36, 146, 13, 7.4)
    sheet.chimney(62, 122, 12, 7)
    # raw mill
    sheet.gable(16, 128, 74, 40, 15)
    sheet.windows(18, 88, 140, 7, 15, 6, arch=True)
    # rotary kiln, inclined
    ax, ay, bx, by, r = 84, 108, 208, 127, 8
    length = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length

    def at(share: float, offset: float) -> Point:
        """A point on the kiln: ``share`` of its length down, ``offset`` from its axis."""
        return ax + (bx - ax) * share - uy * offset, ay + (by - ay) * share + ux * offset

    for t in (0.12, 0.4, 0.68, 0.93):
        x, y = at(t, r + 1)
        sheet.poly([(x - 5, y), (x + 5, y), (x + 8.5, GROUND), (x - 8.5, GROUND)], "m p")
        sheet.lines([(x - 6, y + 12, x + 6, y + 12), (x + 2, y, x + 4, GROUND)], "f")
    sheet.rect(74, 88, 18, 40, "o p")
    sheet.poly([(72, 88), (83, 79), (94, 88)], "o p")
    sheet.lines([(78, 96, 88, 96), (78, 101, 88, 101), (78, 106, 88, 106)], "f")
    sheet.poly([at(0, -r), at(1, -r), at(1, r), at(0, r)], "r rt")
    sheet.lines([(*at(0.02, r * k), *at(0.98, r * k)) for k in (-0.55, 0.25, 0.62)], "rf l3")
    for t in (0.12, 0.4, 0.68, 0.93):
        sheet.poly(
            [
                at(t - 0.018, -r - 2.4),
                at(t + 0.018, -r - 2.4),
                at(t + 0.018, r + 2.4),
                at(t - 0.018, r + 2.4),
            ],
            "r p",
        )
    sheet.poly([at(0.52, -r - 3), at(0.545, -r - 3), at(0.545, r + 3), at(0.52, r + 3)], "rk")
    sheet.poly([at(1, -r - 4), (222, 121), (222, 150), at(1, r + 12)], "o p")
    # cooler house
    sheet.gable(206, 148, 34, 20, 9)
    sheet.windows(208, 238, 153, 5, 9, 3, grid=(1, 2))
    # silos and conveyor
    x0, w = 250, 60 / silos
    sheet.rect(x0 - 2, 62, 64, 16, "o p")
    sheet.poly([(x0 - 5, 62), (x0 + 30, 52), (x0 + 65, 62)], "o p")
    sheet.windows(x0, x0 + 60, 67, 5, 7, 6, grid=(2, 1))
    for i in range(silos):
        x = x0 + i * w
        sheet.rect(x, 78, w, GROUND - 78, "o p")
        sheet.lines([(x + w * k, 79, x + w * k, GROUND - 1) for k in (0.72, 0.82, 0.9, 0.96, 0.06)], "f")
        sheet.lines([(x, 98 + 22 * j, x + w, 98 + 22 * j) for j in range(4)], "f l3")
    for i in range(silos):
        x = x0 + i * w + w / 2
        sheet.path(f"M{number(x - 3.4)} {GROUND}v-9a3.4 3.4 0 0 1 6.8 0v9", "m w")
    sheet.poly([(228, 140), (x0 - 2, 66), (x0 - 2, 74), (236, 142)], "o p")
    sheet.lines([(230 + i * 3.6, 136 - i * 12.2, 234.5 + i * 3, 137 - i * 11.4) for i in range(6)], "f")
    sheet.lines([(240, 118, 240, 148), (246, 98, 246, GROUND)], "m")
    sheet.ground()
    sheet.rail(96, 202, 173)
    sheet.axis(36, 12, 36, 182)
    sheet.axis(*at(-0.12, 0), *at(1.14, 0))
    return sheet


def furnace() -> Sheet:
    """An electric furnace with three electrodes, its ladle and feed bins."""
    sheet = Sheet()
    sheet.chimney(282, 138, 12, 7)
    sheet.chimney(302, 116, 11, 6.6)
    sheet.rect(30, 84, 196, 84, "o w")
    sheet.poly([(24, 84), (128, 50), (232, 84)], "o p")
    sheet.lines(
        [(30 + i * 14, 84, 37 + i * 14, 84 - min(i + 0.5, 13.5 - i) * 4.6) for i in range(14)]
        + [(37 + i * 14, 84 - min(i + 0.5, 13.5 - i) * 4.6, 44 + i * 14, 84) for i in range(14)],
        "f l3",
    )
    sheet.rect(108, 38, 40, 18, "o p")
    sheet.poly([(104, 38), (128, 28), (152, 38)], "o p")
    sheet.lines([(112 + i * 5, 41, 112 + i * 5, 53) for i in range(7)], "f")
    # furnace shell
    sheet.poly([(92, 132), (164, 132), (158, 160), (98, 160)], "o p")
    sheet.poly([(98, 136), (158, 136), (154, 154), (102, 154)], "m s")
    sheet.lines([(96 + i * 7, 158, 100 + i * 7, 155) for i in range(9)], "f")
    sheet.poly([(86, 132), (100, 114), (156, 114), (170, 132)], "m p")
    for x in (112, 128, 144):
        sheet.rect(x - 4, 92, 8, 52, "r rt")
        sheet.rect(x - 6.4, 102, 12.8, 5, "r p")
        sheet.line(x + 1.6, 93, x + 1.6, 143, "rf")
        sheet.line(x, 92, x, 86, "rf")
    sheet.line(100, 86, 156, 86, "r")
    sheet.path("M158 148l10 5v5", "o")
    # ladle
    sheet.poly([(166, 152), (186, 152), (183, 165), (169, 165)], "m p")
    sheet.circle(171, 166.4, 1.8, "m p")
    sheet.circle(181, 166.4, 1.8, "m p")
    # bins and bay windows
    for i in range(3):
        x = 40 + i * 15
        sheet.poly([(x, 100), (x + 13, 100), (x + 13, 114), (x + 8, 122), (x + 5, 122), (x, 114)], "m p")
    sheet.lines([(38, 126, 88, 126)], "m")
    sheet.windows(34, 86, 138, 8, 18, 4, grid=(2, 3))
    sheet.windows(190, 224, 100, 7, 18, 3, grid=(2, 3))
    sheet.windows(190, 224, 130, 7, 18, 3, grid=(2, 3))
    sheet.gable(236, 136, 74, 32, 13)
    sheet.windows(240, 306, 144, 7, 14, 6, arch=True)
    sheet.poly([(226, 92), (280, 64), (280, 70), (226, 98)], "o p")
    sheet.ground()
    sheet.axis(128, 16, 128, 184)
    return sheet


def carbon() -> Sheet:
    """Baking shop, stacked electrodes seen from the end, gantry crane."""
    sheet = Sheet()
    rows = 5
    sheet.chimney(42, 146, 14, 7.6)
    sheet.gable(18, 118, 150, 50, 20)
    sheet.rect(44, 84, 96, 14, "o p")
    sheet.poly([(40, 84), (50, 77), (134, 77), (144, 84)], "o p")
    sheet.lines([(48 + i * 6, 86, 48 + i * 6, 96) for i in range(15)], "f")
    sheet.windows(22, 166, 130, 9, 22, 9, grid=(2, 3))
    # stacked electrodes, seen from the end
    r = 7.6
    for j in range(rows):
        for i in range(rows - j + 1):
            x, y = 190 + i * r * 2 + j * r, GROUND - r - j * r * 1.74
            sheet.circle(x, y, r, "r rt")
            sheet.circle(x, y, 2.6, "rf p")
    sheet.lines([(180, GROUND, 180, 128), (286, GROUND, 286, 128)], "o")
    sheet.lines([(180, 128, 286, 128)], "fd")
    # gantry crane
    sheet.lines([(176, 96, 300, 96), (176, 100, 300, 100)], "o")
    sheet.lines([(180 + i * 8, 96, 184 + i * 8, 100) for i in range(15)], "f")
    sheet.lines(
        [(178, 100, 174, GROUND), (184, 100, 180, GROUND), (292, 100, 296, GROUND), (298, 100, 302, GROUND)],
        "m",
    )
    sheet.rect(226, 90, 16, 6, "m p")
    sheet.line(234, 100, 234, 112, "m")
    sheet.path("M230 112h8l2 4h-12z", "m p")
    sheet.ground()
    sheet.axis(42, 8, 42, 184)
    return sheet

"""Shaft, adit and ancient smelting pit."""

from math import cos, radians, sin

from catalogue.schematics.sheet import Sheet


def mine() -> Sheet:
    """Headframe and winding house above ground, shaft and seams in section below."""
    sheet = Sheet()
    g = 108
    # underground first
    sheet.rect(137, g, 18, 88, "m w")
    sheet.lines([(142, g, 142, 150), (150, g, 150, 150)], "f")
    sheet.rect(139.4, 150, 13.2, 18, "r rt")
    sheet.lines([(139.4, 159, 152.6, 159), (146, 150, 146, 142)], "rf")
    for k, (x0, y0, x1, y1) in enumerate(
        ((14, 134, 137, 146), (155, 148, 306, 164), (14, 176, 137, 182), (155, 184, 306, 192))
    ):
        h = 9 if k < 2 else 6
        sheet.poly([(x0, y0), (x1, y1), (x1, y1 + h), (x0, y0 + h)], "m s")
        m = int((x1 - x0) / 5)
        sheet.lines(
            [
                (x0 + i * 5, y0 + (y1 - y0) * i / m, x0 + i * 5 + 2.4, y0 + (y1 - y0) * i / m + h)
                for i in range(m)
            ],
            "f",
        )
    sheet.rect(72, 138.6, 66, 13, "m p")
    sheet.lines([(80 + i * 11, 138.6, 80 + i * 11, 151.6) for i in range(6)], "m")
    sheet.poly([(84, 144), (98, 144), (96, 151), (86, 151)], "m p")
    sheet.circle(88, 152, 1.6, "m p")
    sheet.circle(94, 152, 1.6, "m p")
    sheet.earth(18, 136, g)
    sheet.earth(158, 306, g)
    # spoil heap
    sheet.poly([(16, g), (60, 70), (100, g)], "o s", closed=False)
    sheet.lines([(60 - i * 4.2 - 3, 74 + i * 4 + 2, 58 - i * 2.6, 80 + i * 3.5) for i in range(8)], "f")
    sheet.lines([(62 + i * 4.4, 74 + i * 3.9, 60 + i * 3.4, 82 + i * 3.2) for i in range(7)], "f")
    # headframe
    yt = 30
    sheet.lines([(121, g, 139, yt), (171, g, 153, yt)], "o")
    sheet.lines([(125, g, 142, yt), (167, g, 150, yt)], "m")
    prev = None
    for i in range(5):
        y = g - 4 - i * 16
        t = (g - y) / (g - yt)
        xl, xr = 123 + t * 17.5, 169 - t * 17.5
        sheet.line(xl, y, xr, y, "m")
        if prev:
            sheet.lines([(prev[0], prev[2], xr, y), (prev[1], prev[2], xl, y)], "f")
        prev = (xl, xr, y)
    sheet.lines([(153, yt + 2, 214, g), (156, yt + 2, 219, g)], "o")
    sheet.lines([(160 + i * 9.4, 38 + i * 11.6, 163.5 + i * 9.4, 37 + i * 11.2) for i in range(7)], "m")
    sheet.rect(131, yt - 2, 32, 3.4, "o p")
    sheet.lines(
        [(131, yt - 2, 131, yt - 10), (163, yt - 2, 163, yt - 10), (131, yt - 9.6, 163, yt - 9.6)], "f"
    )
    for x in (141.5, 153.5):
        sheet.circle(x, yt - 7, 9.4, "r p")
        sheet.circle(x, yt - 7, 7.6, "rf")
        sheet.lines(
            [
                (
                    x + 7.6 * cos(radians(a)),
                    yt - 7 + 7.6 * sin(radians(a)),
                    x - 7.6 * cos(radians(a)),
                    yt - 7 - 7.6 * sin(radians(a)),
                )
                for a in (0, 30, 60, 90, 120, 150)
            ],
            "rf",
        )
        sheet.circle(x, yt - 7, 1.6, "rk")
    sheet.lines([(144, yt - 1, 144, 142), (150, 16.6, 252, 84), (162, 18, 252, 90)], "rf")
    # winding house
    sheet.gable(232, 76, 60, g - 76, 16)
    sheet.windows(234, 290, 84, 8, 16, 4, arch=True)
    sheet.chimney(302, 70, 8, 5, base=g)
    sheet.ground(8, 312, g)
    sheet.axis(146, 6, 146, 199)
    return sheet


def adit() -> Sheet:
    """A hillside with its portals and an ore tub."""
    sheet = Sheet()
    sheet.path(
        "M8 168C30 146 50 128 72 120S100 84 138 66 176 30 198 30 236 56 262 88 296 108 312 124V168Z", "o p"
    )
    for k in range(7):
        sheet.trace(
            "f l3",
            *("M", 20 + k * 14, 168 - k * 0.5),
            *("C", 44 + k * 12, 150 + k * 2, 62 + k * 9, 132 + k * 6, 84 + k * 8, 124 + k * 5),
            *("S", 112 + k * 6, 92 + k * 9, 144 + k * 4, 76 + k * 11),
            *(180 + k * 2, 44 + k * 15, 198, 44 + k * 15, 230 - k * 3, 66 + k * 13),
            *(254 - k * 4, 96 + k * 10, 286 - k * 4, 116 + k * 7, 308 - k * 4, 134 + k * 5),
        )
    for x, y in ((96, 116), (150, 88), (206, 120), (70, 150)):
        sheet.rect(x - 12, y + 14, 26, 2.6, "m p")
        sheet.path(f"M{x - 8} {y + 14}v-10a8 8 0 0 1 16 0v10z", "o w")
        sheet.path(f"M{x - 5} {y + 14}v-9a5 5 0 0 1 10 0v9z", "k")
        sheet.lines([(x - 12, y + 16.6, x - 20, y + 26), (x + 14, y + 16.6, x + 22, y + 27)], "m")
    # ore tub on its track
    sheet.lines([(206, 136, 306, 136)], "m")
    sheet.lines([(212 + i * 10, 136, 212 + i * 10, 150 - abs(i - 4)) for i in range(9)], "f")
    sheet.poly([(226, 120), (250, 120), (246, 132), (230, 132)], "r rt")
    sheet.lines([(226, 123.5, 249, 123.5), (234, 120, 235, 132), (242, 120, 241, 132)], "rf")
    sheet.circle(233, 133.4, 2.4, "r p")
    sheet.circle(243, 133.4, 2.4, "r p")
    sheet.gable(268, 148, 40, 20, 10)
    sheet.windows(270, 306, 153, 5, 8, 4, grid=(1, 2))
    sheet.ground()
    return sheet


def smelter() -> Sheet:
    """An ancient smelting pit in section, with its bellows."""
    sheet = Sheet()
    sheet.path("M8 120C40 116 70 96 104 92S150 108 190 104 260 92 312 112", "o")
    sheet.earth(16, 100, 122, 28)
    for k in range(4):
        y = 132 + k * 15
        sheet.path(f"M8 {y}C60 {y - 8} 90 {y + 6} 160 {y - 2}S260 {y - 6} 312 {y + 2}", "f")
    sheet.path("M128 103V160Q160 182 192 160V103Z", "r rt")
    sheet.path("M138 103V154Q160 170 182 154V103", "r p")
    sheet.lines(
        [(128 + 1, 112 + i * 8, 138, 109 + i * 8) for i in range(6)]
        + [(182, 109 + i * 8, 191, 112 + i * 8) for i in range(6)],
        "rf",
    )
    sheet.path("M192 150L232 142V148L192 158", "r p")
    sheet.poly([(232, 132), (252, 132), (252, 158), (232, 158)], "m p")
    sheet.lines([(232, 145, 252, 145)], "f")
    sheet.path("M40 112Q56 70 84 94", "m s")
    for x, y in ((50, 104), (56, 102), (62, 100), (68, 98), (53, 98), (59, 96), (65, 94), (59, 90)):
        sheet.circle(x, y, 2.2, "f")
    sheet.axis(160, 74, 160, 192)
    return sheet

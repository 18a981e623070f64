"""Wine vaults and the distillery."""

from math import cos, radians, sin

from catalogue.schematics.sheet import GROUND, Sheet


def winery() -> Sheet:
    """Three vaults below ground in section, a stair, the house above."""
    sheet = Sheet()
    vaults = 3
    g = 66
    sheet.gable(112, 42, 96, 24, 12)
    sheet.windows(116, 146, 48, 6, 12, 3, arch=True)
    sheet.windows(176, 206, 48, 6, 12, 3, arch=True)
    sheet.path("M152 66v-12a8 8 0 0 1 16 0v12", "m w")
    sheet.ground(8, 312, g)
    sheet.earth(14, 306, g)
    sheet.poly([(160, g), (174, g), (166, 108), (152, 108)], "f")
    sheet.lines([(160 - 8 * k / 10, g + k * 4.2, 174 - 8 * k / 10, g + k * 4.2) for k in range(1, 10)], "f")
    w = 276 / vaults
    for i in range(vaults):
        cx = 22 + w * (i + 0.5)
        radius = w / 2 - 5
        red = i == vaults // 2
        rise = radius * 0.82
        extrados = ("A", radius + 4, rise + 4, "0 0 1", cx + radius + 4, "132 V 180")
        sheet.trace("f", "M", cx - radius - 4, "180 V 132", *extrados)
        sheet.trace("o w", "M", cx - radius, "180 V 132 A", radius, rise, "0 0 1", cx + radius, "132 V 180 Z")
        sheet.lines(
            [
                (
                    cx + radius * cos(radians(a)),
                    132 + rise * sin(radians(a)),
                    cx + (radius + 4) * cos(radians(a)),
                    132 + (rise + 4) * sin(radians(a)),
                )
                for a in range(186, 360, 8)
            ],
            "f",
        )
        c, cf = ("r rt", "rf") if red else ("m p", "f")
        for dx, dy, r in ((-radius * 0.5, 160, 15.5), (radius * 0.5, 160, 15.5), (0, 132, 13)):
            x = cx + dx
            sheet.circle(x, dy, r, c)
            sheet.circle(x, dy, r - 2.2, cf)
            sheet.lines(
                [
                    (x + q, dy - ((r - 2.4) ** 2 - q * q) ** 0.5, x + q, dy + ((r - 2.4) ** 2 - q * q) ** 0.5)
                    for q in (-8, -4, 0, 4, 8)
                ],
                cf,
            )
            sheet.line(x - r * 0.7, dy + 1, x + r * 0.7, dy + 1, cf)
        sheet.lines([(cx - radius + 3, 177, cx + radius - 3, 177)], "m")
    sheet.line(14, 180, 306, 180, "o")
    sheet.earth(18, 306, 180)
    sheet.axis(160, 26, 160, 196)
    return sheet


def distillery() -> Sheet:
    """Fermenting vats under a timber roof, a still, the well in section."""
    sheet = Sheet()
    vats = 4
    sheet.rect(20, 92, 210, 76, "o w")
    sheet.poly([(10, 94), (40, 62), (210, 62), (240, 94)], "o p")
    sheet.lines([(44 + i * 6, 63, 44 + i * 6 + (i - 13.5) * 0.9, 93) for i in range(28)], "f l3")
    sheet.rect(92, 50, 66, 12, "o p")
    sheet.poly([(86, 50), (98, 42), (152, 42), (164, 50)], "o p")
    sheet.lines([(98 + i * 6, 52, 98 + i * 6, 60) for i in range(10)], "f")
    for i in range(vats):
        x = 30 + i * 38
        sheet.path(f"M{x} 120q-3 24 3 42h24q6-18 3-42z", "r rt")
        sheet.path(f"M{x - 2} 116h34v4h-34z", "r p")
        sheet.lines(
            [(x + 1, 130, x + 30, 130), (x + 1.4, 141, x + 29.6, 141), (x + 2, 152, x + 28, 152)], "rf"
        )
        sheet.lines(
            [(x + 8, 120, x + 9, 162), (x + 15, 120, x + 15, 162), (x + 22, 120, x + 21, 162)], "rf l3"
        )
        sheet.rect(x + 4, 162, 22, 4, "m p")
    sheet.path("M190 168v-22h30v22M196 146q9-20 18 0M205 136v-14h34", "m")
    sheet.lines([(190, 152, 220, 152)], "f")
    # the well, in section
    sheet.rect(262, 160, 26, 8, "o p")
    sheet.rect(266, 168, 18, 30, "m w")
    sheet.lines([(266, 172 + i * 4, 284, 172 + i * 4) for i in range(3)], "f")
    sheet.poly([(272, 182), (275, 186), (278, 182)], "f")
    sheet.line(266, 186, 284, 186, "m")
    sheet.poly([(252, 140), (275, 122), (298, 140)], "o p")
    sheet.lines([(258, 140, 258, GROUND), (292, 140, 292, GROUND), (275, 140, 275, 158)], "m")
    sheet.ground()
    sheet.earth(14, 250, GROUND)
    return sheet

"""Dams and waterworks."""

from catalogue.schematics.sheet import Sheet

CREST, BED = 74, 158
LEFT, RIGHT = 18, 302
JOINTS = [*range(LEFT, RIGHT, 12), RIGHT]
KEPT_LEFT, KEPT_RIGHT = 42, 220
GATES, GATE_WIDTH = 9, 14


def _foot(x: float) -> float:
    """How deep the valley is below the crest at ``x``."""
    return min(BED, 78 + ((x - LEFT) * 1.5 if x < 160 else (RIGHT - x) * 1.35))


def _wall(sheet: Sheet, x0: float, x1: float, classes: str) -> None:
    inner = [x for x in reversed(JOINTS) if x0 < x < x1]
    sheet.poly([(x0, CREST), (x1, CREST), *((x, _foot(x)) for x in (x1, *inner, x0))], classes)


def _handrail(sheet: Sheet, x0: float, x1: float, step: float, classes: str) -> None:
    posts = [(x0 + i * step, CREST - 5, x0 + i * step, CREST - 9) for i in range(int((x1 - x0) / step))]
    sheet.lines([*posts, (x0, CREST - 9, x1, CREST - 9)], classes)


def dam(*, ends_kept: bool = False, cavern: bool = False) -> Sheet:
    """Seen from downstream. ``ends_kept``: the middle is gone; the two ends stand between break
    lines, since no record says how long they are. ``cavern``: the power house is underground."""
    sheet = Sheet()
    sheet.path("M4 52C10 60 14 66 18 74L30 96 48 124 70 152 76 158", "o")
    sheet.path("M316 48C310 58 306 66 302 74L288 94 266 124 246 152 240 158", "o")
    sheet.lines([(6 + i * 6.4, 62 + i * 10.4, i * 5.4, 70 + i * 10.4) for i in range(9)], "f")
    sheet.lines([(314 - i * 6.4, 62 + i * 10.4, 320 - i * 5.4, 70 + i * 10.4) for i in range(9)], "f")
    if ends_kept:
        _dam_ends(sheet)
    else:
        _whole_dam(sheet)
    if cavern:
        sheet.path("M256 190v-22a15 15 0 0 1 30 0v22z", "r rt")
        bays = [(x, 176, x, 190) for x in (264, 271, 278)]
        sheet.lines([(256, 176, 286, 176), *bays], "rf")
        sheet.path("M240 84C262 110 250 150 256 182", "rf")
    sheet.line(70, BED, 246, BED, "o")
    ripples = ((84, 163, 120), (130, 163, 214), (96, 168, 150), (164, 168, 228), (112, 173, 190))
    sheet.lines([(x0, y, x1, y) for x0, y, x1 in ripples], "f")
    sheet.poly([(154, 151), (160, 158), (166, 151)], "ab")
    return sheet


def _dam_ends(sheet: Sheet) -> None:
    _wall(sheet, KEPT_LEFT, KEPT_RIGHT, "x")
    lost = [x for x in JOINTS if KEPT_LEFT < x < KEPT_RIGHT]
    sheet.lines([(x, CREST + 6, x, _foot(x)) for x in lost], "xf")
    for x0, x1 in ((LEFT, KEPT_LEFT), (KEPT_RIGHT, RIGHT)):
        _wall(sheet, x0, x1, "o s")
        sheet.rect(x0, CREST - 5, x1 - x0, 5, "r rt")
        sheet.lines([(x, CREST, x, _foot(x)) for x in JOINTS if x0 < x < x1], "f")
        _handrail(sheet, x0, x1, 6, "rf")
    for x in (KEPT_LEFT, KEPT_RIGHT):
        sheet.trace("r", "M", x, CREST - 14, "V", CREST + 26, "l-4 4 8 6-4 4 V", _foot(x) + 8)


def _whole_dam(sheet: Sheet) -> None:
    _wall(sheet, LEFT, RIGHT, "o s")
    sheet.rect(LEFT, CREST - 5, RIGHT - LEFT, 5)
    sheet.lines([(x, CREST, x, _foot(x)) for x in JOINTS], "f")
    first = 160 - GATES * GATE_WIDTH / 2
    last = first + GATES * GATE_WIDTH
    for i in range(GATES):
        x = first + i * GATE_WIDTH
        left, right = x + 2.4, x + GATE_WIDTH - 2.4
        sheet.rect(x, CREST - 5, GATE_WIDTH, 26, "m p")
        sheet.rect(left, CREST + 2, right - left, 16, "r rt")
        sheet.lines([(left, CREST + 2 + 4 * j, right, CREST + 2 + 4 * j) for j in (1, 2, 3)], "rf")
        for edge, lean in ((left, 0.6), (right, -0.6)):
            bend = ("C", edge + lean, CREST + 50, edge + lean, CREST + 66, edge, 156)
            sheet.trace("f", "M", edge, CREST + 21, *bend)
        sheet.rect(x - 1, CREST - 14, 2.6, 34, "m p")
    sheet.rect(last - 1, CREST - 14, 2.6, 34, "m p")
    sheet.rect(first - 3, CREST - 16, last - first + 6, 3)
    _handrail(sheet, LEFT, first - 3, 8, "f")
    _handrail(sheet, last + 3, RIGHT, 8, "f")


def waterworks() -> Sheet:
    """A filter house above its tanks in section, the main and its valve."""
    sheet = Sheet()
    tanks = 4
    sheet.gable(18, 94, 118, 42, 20)
    sheet.windows(22, 132, 104, 10, 26, 7, arch=True)
    sheet.poly([(64, 74), (64, 62), (77, 52), (90, 62), (90, 74)], "o p")
    sheet.lines([(68, 66, 86, 66), (68, 70, 86, 70)], "f")
    sheet.line(10, 136, 148, 136, "g")
    # tanks in section
    x, w = 148, 34
    sheet.rect(146, 128, 4 + tanks * w, 54, "m s")
    for i in range(tanks):
        a = x + i * w
        sheet.rect(a + 2, 128, w - 4, 48, "m w")
        sheet.lines([(a + 4, 138, a + w - 4, 138)], "m")
        sheet.lines(
            [(a + 6, 142, a + 16, 142), (a + 20, 145, a + w - 6, 145), (a + 8, 149, a + 20, 149)], "f"
        )
        sheet.poly([(a + 12, 132.6), (a + 16, 138), (a + 20, 132.6)], "f")
        sheet.lines([(a + w / 2, 152, a + w / 2, 176)], "m")
        sheet.lines([(a + 4, 176 - 2 - j * 3, a + w / 2 - 3, 176 - j * 3) for j in range(3)], "f")
    sheet.earth(150, 286, 182)
    sheet.earth(14, 140, 136)
    # main pipe with valve
    sheet.path("M60 136V190H292V150", "r")
    sheet.path("M66 136V184H286V150", "r")
    for a in (104, 214):
        sheet.rect(a, 182, 3, 10, "r p")
        sheet.rect(a + 8, 182, 3, 10, "r p")
    sheet.line(284, 148, 294, 148, "r")
    sheet.line(289, 148, 289, 120, "r")
    sheet.circle(289, 113, 7.4, "r p")
    sheet.lines([(281.6, 113, 296.4, 113), (289, 105.6, 289, 120.4)], "rf")
    sheet.circle(289, 113, 1.8, "rk")
    # handrail and cover house
    sheet.lines([(150 + i * 8.5, 128, 150 + i * 8.5, 121) for i in range(16)] + [(150, 121, 278, 121)], "f")
    sheet.rect(186, 96, 28, 32, "o p")
    sheet.poly([(181, 96), (200, 82), (219, 96)], "o p")
    sheet.path("M195 128v-14a5 5 0 0 1 10 0v14", "m w")
    sheet.line(138, 128, 310, 128, "o")
    sheet.axis(77, 40, 77, 160)
    return sheet

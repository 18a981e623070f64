"""Pictures for practice, drawn by program; each says in itself that it is one: 练习图片.

No font is needed: the four characters are strokes on a grid of a hundred.
"""

from collections.abc import Callable
from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from accounts.models import User
from heritage.models import Division
from media.licences import Licence
from media.models import Photograph

SIZE = (1200, 800)
GROUND = 620
PAPER, INK, SHADE, RED = "#f3f5f4", "#15191d", "#c3cbcc", "#a5311b"

Stroke = tuple[tuple[int, int], ...]
LABEL: dict[str, tuple[Stroke, ...]] = {
    "练": (
        ((25, 9), (7, 46), (27, 43)),
        ((34, 31), (8, 72), (35, 66)),
        ((6, 93), (35, 81)),
        ((36, 23), (93, 23)),
        ((61, 8), (43, 60), (92, 60)),
        ((38, 40), (67, 40), (67, 97), (53, 97)),
        ((49, 71), (36, 93)),
        ((82, 71), (94, 93)),
    ),
    "习": (
        ((12, 19), (86, 19), (85, 82), (80, 97), (58, 96)),
        ((25, 35), (52, 54)),
        ((11, 84), (71, 64)),
    ),
    "图": (
        ((12, 16), (88, 16), (88, 95), (12, 95), (12, 15)),
        ((44, 24), (21, 45)),
        ((38, 34), (72, 34), (52, 52), (18, 62)),
        ((36, 38), (55, 53), (82, 61)),
        ((41, 64), (63, 72)),
        ((30, 77), (70, 86)),
    ),
    "片": (
        ((22, 11), (22, 55), (17, 80), (7, 97)),
        ((58, 9), (58, 37)),
        ((24, 37), (90, 37)),
        ((24, 61), (71, 61), (71, 100)),
    ),
}


def workshop(pen: ImageDraw.ImageDraw) -> None:
    """A hall with a sawtooth roof, and a chimney."""
    for bay in range(5):
        left = 180 + 140 * bay
        pen.polygon([(left, 400), (left, 290), (left + 140, 400)], fill=SHADE, outline=INK, width=5)
        pen.rectangle([left + 30, 450, left + 110, 560], outline=INK, width=4)
    pen.rectangle([180, 400, 880, GROUND], outline=INK, width=6)
    pen.polygon([(960, GROUND), (975, 160), (1015, 160), (1030, GROUND)], fill=RED, outline=INK, width=5)


def tower(pen: ImageDraw.ImageDraw) -> None:
    """A water tower."""
    for foot, top in ((440, 530), (600, 600), (760, 670)):
        pen.line([(foot, GROUND), (top, 330)], fill=INK, width=12)
    pen.line([(488, 465), (712, 465)], fill=INK, width=8)
    pen.rectangle([480, 170, 720, 330], fill=RED, outline=INK, width=6)
    pen.polygon([(460, 170), (600, 90), (740, 170)], fill=SHADE, outline=INK, width=6)


def machine(pen: ImageDraw.ImageDraw) -> None:
    """A flywheel on its bed."""
    pen.rectangle([260, 520, 940, GROUND], fill=SHADE, outline=INK, width=6)
    pen.ellipse([420, 180, 780, 540], outline=RED, width=26)
    for across in (((600, 190), (600, 530)), ((430, 360), (770, 360)), ((480, 240), (720, 480))):
        pen.line(across, fill=INK, width=10)
    pen.ellipse([560, 320, 640, 400], fill=INK)


SCENES: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "workshop": workshop,
    "tower": tower,
    "machine": machine,
}
TITLES = {"workshop": "练习图片：车间", "tower": "练习图片：水塔", "machine": "练习图片：机器"}


def draw(scene: str) -> bytes:
    """Return a scene as JPEG, labelled at its foot. KeyError names a scene that nobody can draw."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    SCENES[scene](pen)
    pen.line([(60, GROUND), (SIZE[0] - 60, GROUND)], fill=INK, width=8)
    for place, strokes in enumerate(LABEL.values()):
        for stroke in strokes:
            points = [(420 + 95 * place + 0.8 * x, 680 + 0.8 * y) for x, y in stroke]
            pen.line(points, fill=INK, width=7, joint="curve")
    content = BytesIO()
    image.save(content, "JPEG", quality=85)
    return content.getvalue()


def picture(scene: str, *, division: Division, by: User) -> Photograph:
    """Return the picture of a scene in a division, drawn when it is first asked for."""
    title = TITLES[scene]
    found = Photograph.objects.filter(title=title, collection=division.collection).first()
    return found or Photograph.objects.create(
        title=title,
        collection=division.collection,
        file=ImageFile(BytesIO(draw(scene)), name=f"training-{scene}.jpg"),
        uploaded_by_user=by,
        kind=Photograph.Kind.DRAWING,
        caption_zh=title,
        credit="练习图片，程序绘制",
        licence=Licence.OWN,
    )

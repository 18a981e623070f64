"""Files as people give them by mistake or with intent: each is named for what is wrong with it."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS = 0x8825
DESCRIPTION = 0x010E


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options) -> bytes:
    """A picture with as much in it as the sky over Jilin has: noise, so that cutting it off is felt."""
    content = BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(content, kind, **options)
    return content.getvalue()


def animation(kind: str) -> bytes:
    return picture(kind, save_all=True, append_images=[Image.effect_noise((64, 48), 60).convert("RGB")])


def phone_picture() -> bytes:
    """A JPEG that holds a smaller view of the same, as phones write it."""
    return picture("MPO", save_all=True, append_images=[Image.effect_noise((32, 24), 60).convert("RGB")])


def picture_with_place(kind: str = "JPEG") -> bytes:
    """A picture of which the camera says where it was taken, and by whom."""
    exif = Image.Exif()
    exif[DESCRIPTION] = "zqxexif"
    exif[GPS] = {1: "N", 2: (43.0, 52.0, 11.0), 3: "E", 4: (126.0, 32.0, 24.0)}
    comment = {"comment": b"zqxcomment"} if kind == "JPEG" else {}
    return picture(kind, exif=exif.tobytes(), **comment)


def picture_with_broken_exif() -> bytes:
    """A tag that lies beyond the end of the file."""
    entry = struct.pack("<HHII", 0x0112, 3, 0x7FFFFFFF, 8)
    return picture(exif=b"Exif\0\0II*\0\x08\0\0\0\x10\0" + entry)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is very large."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def archive(*names: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return content.getvalue()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'

#: What is given as a photograph → its name, content, and the code of the refusal.
BAD_PHOTOGRAPHS = {
    "empty": ("a.jpg", b"", "empty"),
    "text": ("a.jpg", "哈达湾水泥厂".encode(), "wrong_kind"),
    "text of old": ("a.jpg", "哈达湾水泥厂".encode("gb18030"), "wrong_kind"),
    "page": ("a.jpg", PAGE, "wrong_kind"),
    "drawing": ("a.png", SVG, "wrong_kind"),
    "drawing by name": ("a.svg", SVG, "wrong_kind"),
    "archive": ("a.jpg", archive("a.jpg"), "wrong_kind"),
    "document": ("a.jpg", b"%PDF-1.7\n", "wrong_kind"),
    "program": ("a.jpg", b"MZ\x90\x00", "wrong_kind"),
    "iphone": ("a.jpg", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "wrong_kind"),
    "film": ("a.jpg", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "wrong_kind"),
    "old animation": ("a.gif", picture("GIF", mode="P"), "wrong_kind"),
    "scan": ("a.tif", picture("TIFF"), "wrong_kind"),
    "nonsense": ("a.jpg", b"\x00\x01\x02\x03", "wrong_kind"),
    "other picture": ("a.jpg", picture("PNG"), "wrong_name"),
    "no ending": ("a", picture(), "wrong_name"),
    "cut off": ("a.jpg", cut(picture()), "broken"),
    "cut off png": ("a.png", cut(picture("PNG")), "broken"),
    "cut off webp": ("a.webp", cut(picture("WEBP")), "broken"),
    "cut off avif": ("a.avif", cut(picture("AVIF")), "broken"),
    "beginning only": ("a.jpg", b"\xff\xd8\xff\xe0", "broken"),
    "huge": ("a.png", bomb(8000, 8000), "too_many_pixels"),
    "bomb": ("a.png", bomb(30_000, 30_000), "bomb"),
    "animation": ("a.png", animation("PNG"), "animated"),
    "animation webp": ("a.webp", animation("WEBP"), "animated"),
    "sixteen bits": ("a.png", picture("PNG", mode="I;16"), "unusual"),
}
GOOD_PHOTOGRAPHS = {
    "jpeg": ("a.jpg", picture()),
    "capital letters": ("A.JPG", picture()),
    "tiny": ("a.jpg", picture(size=(3, 2))),
    "grey": ("a.jpeg", picture(mode="L")),
    "printed": ("a.jpg", picture(mode="CMYK")),
    "png": ("a.png", picture("PNG", mode="RGBA")),
    "webp": ("a.webp", picture("WEBP")),
    "avif": ("a.avif", picture("AVIF")),
    "phone": ("a.jpg", phone_picture()),
    "place": ("a.jpg", picture_with_place()),
    "broken exif": ("a.jpg", picture_with_broken_exif()),
}
BAD_ATTACHMENTS = {
    "empty": ("a.pdf", b"", "empty"),
    "program": ("a.exe", b"MZ\x90\x00", "wrong_kind"),
    "no ending": ("a", b"%PDF-1.7\n", "wrong_kind"),
    "page by name": ("a.html", PAGE, "wrong_kind"),
    "renamed program": ("a.pdf", b"MZ\x90\x00", "wrong_name"),
    "renamed page": ("a.pdf", PAGE, "wrong_name"),
    "renamed picture": ("a.txt", picture(), "wrong_name"),
    "old document": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wrong_name"),
    "archive as table": ("a.xlsx", archive("a.txt"), "broken"),
    "cut off": ("a.docx", cut(archive("word/document.xml")), "broken"),
    "cut off archive": ("a.zip", archive("a.txt")[:-10], "broken"),
}
GOOD_ATTACHMENTS = {
    "pdf": ("a.pdf", b"%PDF-1.7\n"),
    "capital letters": ("A.PDF", b"%PDF-1.7\n"),
    "docx": ("a.docx", archive("[Content_Types].xml", "word/document.xml")),
    "xlsx": ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml")),
    "zip": ("a.zip", archive("a.txt")),
    "text": ("a.txt", "普查".encode()),
    "text of old": ("a.csv", "编号,名称".encode("gb18030")),
    "text of windows": ("a.txt", "普查".encode("utf-16")),
    "geojson": ("a.geojson", b'{"type": "FeatureCollection", "features": []}'),
    "scan": ("a.tif", picture("TIFF")),
}

"""What a file is by its first bytes, whatever its name says: for telling people what they have given."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

HEAD = 1024  # bytes that are looked at

#: key → what it is in words, its marks: where in the file they stand, and what they are.
_MARKS: tuple[tuple[str, object, tuple[tuple[int, bytes], ...]], ...] = (
    ("jpeg", _("a JPEG picture"), ((0, b"\xff\xd8\xff"),)),
    ("png", _("a PNG picture"), ((0, b"\x89PNG\r\n\x1a\n"),)),
    ("webp", _("a WebP picture"), ((0, b"RIFF"), (8, b"WEBP"))),
    ("avif", _("an AVIF picture"), ((4, b"ftypavif"),)),
    ("avif", _("an AVIF picture"), ((4, b"ftypavis"),)),
    ("heic", _("a HEIC picture, as iPhones take them"), ((4, b"ftyphei"),)),
    ("heic", _("a HEIC picture, as iPhones take them"), ((4, b"ftypmif1"),)),
    ("gif", _("a GIF picture"), ((0, b"GIF8"),)),
    ("tiff", _("a TIFF picture"), ((0, b"II*\x00"),)),
    ("tiff", _("a TIFF picture"), ((0, b"MM\x00*"),)),
    ("tiff", _("a TIFF picture"), ((0, b"II+\x00"),)),
    ("tiff", _("a TIFF picture"), ((0, b"MM\x00+"),)),
    ("psd", _("a Photoshop file"), ((0, b"8BPS"),)),
    ("bmp", _("a BMP picture"), ((0, b"BM"), (6, b"\x00\x00\x00\x00"))),
    ("pdf", _("a PDF document"), ((0, b"%PDF-"),)),
    ("zip", _("a ZIP archive"), ((0, b"PK\x03\x04"),)),
    ("zip", _("a ZIP archive"), ((0, b"PK\x05\x06"),)),
    ("rar", _("a RAR archive"), ((0, b"Rar!"),)),
    ("7z", _("a 7z archive"), ((0, b"7z\xbc\xaf'\x1c"),)),
    ("ole", _("an old Office document"), ((0, b"\xd0\xcf\x11\xe0"),)),
    ("program", _("a program"), ((0, b"MZ"),)),
    ("program", _("a program"), ((0, b"\x7fELF"),)),
    ("video", _("a video"), ((4, b"ftyp"),)),
)
_TAGS = (("svg", _("an SVG drawing"), b"<svg"), ("html", _("a web page"), b"<html"))
_BEGINNINGS = (b"<!doctype html", b"<?xml", b"<")


def kind_of(head: bytes) -> tuple[str, object]:
    """Return a key and the kind in words (lazy) of a file that begins with these bytes."""
    for key, words, marks in _MARKS:
        if all(head[place : place + len(mark)] == mark for place, mark in marks):
            return key, words
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 says so in the beginning
        return "unknown", _("a file of an unknown kind")
    return _text_kind(head.lstrip(b"\xef\xbb\xbf").lstrip().lower())


def _text_kind(head: bytes) -> tuple[str, object]:
    if head.startswith(_BEGINNINGS):
        for key, words, tag in _TAGS:
            if tag in head:
                return key, words
        return ("html", _("a web page")) if head.startswith(_BEGINNINGS[0]) else ("xml", _("an XML file"))
    return "text", _("a text file")


def size_in_words(count: int) -> object:
    """Return a number of bytes as megabytes with one decimal, at least 0.1."""
    return format_lazy("{} MB", f"{max(count / 1024 / 1024, 0.1):.1f}")

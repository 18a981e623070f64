"""Which files are photographs: each refusal says what was found and what to do.

Everything is looked at before anything is stored: kind, size, pixels, and whether the picture can be read
to its end. The pixels are counted from the header, so that no bomb is ever unpacked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField

from media.file_kinds import HEAD, kind_of, size_in_words

#: Extension → kind of file, of those that are taken in.
KINDS = {"avif": "avif", "jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}
#: A JPEG of these kinds holds previews and other views beside its one picture; only these are animations.
ANIMATED = frozenset({"PNG", "WEBP", "AVIF"})
#: What renditions can be made of; sixteen bits of grey cannot.
MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
#: A JPEG is read at an eighth of its size: every byte is read, a sixty-fourth of the memory is used.
DRAFT = 8

SENTENCES = {
    "empty": _("The file is empty. Choose it again, or copy it from the camera once more."),
    "too_large": _("The file has %(found)s, at most %(most)s are taken in. Save the picture smaller."),
    "wrong_kind": _("This is %(found)s, no photograph that can be taken in. Save it as JPEG or PNG."),
    "wrong_name": _("This is %(found)s, but its name ends in “%(extension)s”. Give it the right name."),
    "too_many_pixels": _("The picture has %(found)s pixels, at most %(most)s are taken in. Save it smaller."),
    "bomb": _("The picture has far more pixels than the %(most)s that are taken in. Save it smaller."),
    "animated": _("This is an animation of %(found)s pictures. Give a single picture."),
    "unusual": _("The picture stores its colours in an unusual way (%(found)s). Save it as JPEG."),
    "broken": _("The picture is damaged or cut off. Copy it from the camera once more, or save it anew."),
}


class PhotographFileField(WagtailImageField):
    """The file of a photograph, checked as a whole before it is stored."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages["empty"] = SENTENCES["empty"]

    def to_python(self, data: File | None):
        if data and data.size:  # an empty one is the field's own affair
            check_photograph(data)
        return super().to_python(data)


def check_photograph(file: File) -> None:
    """Raise ValidationError, its code a key of `SENTENCES`, unless the file is a photograph."""
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        most = size_in_words(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        raise _refusal("too_large", found=size_in_words(file.size), most=most)
    with at_the_beginning(file):
        _check_kind(file)
        _check_picture(file)


@contextmanager
def at_the_beginning(file: File) -> Iterator[None]:
    """Read a file from its beginning, and leave it there for whoever comes next."""
    file.seek(0)
    try:
        yield
    finally:
        file.seek(0)


def _check_kind(file: File) -> None:
    kind, words = kind_of(file.read(HEAD))
    if kind not in KINDS.values():
        raise _refusal("wrong_kind", found=words)
    extension = PurePath(file.name or "").suffix
    if KINDS.get(extension.lower().lstrip(".")) != kind:
        raise _refusal("wrong_name", found=words, extension=extension)


def _check_picture(file: BinaryIO | File) -> None:
    file.seek(0)
    try:
        with Image.open(file) as picture:
            _check_header(picture)
            picture.draft(None, (picture.width // DRAFT or 1, picture.height // DRAFT or 1))
            picture.load()
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise _refusal("bomb", most=_in_digits(settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)) from error
    except Exception as error:
        raise _refusal("broken") from error


def _check_header(picture: Image.Image) -> None:
    count = picture.width * picture.height
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if count > most:
        raise _refusal("too_many_pixels", found=_in_digits(count), most=_in_digits(most))
    frames = getattr(picture, "n_frames", 1)
    if frames > 1 and picture.format in ANIMATED:
        raise _refusal("animated", found=frames)
    if picture.mode not in MODES:
        raise _refusal("unusual", found=picture.mode)


def _in_digits(count: int) -> str:
    return f"{count:,}"


def _refusal(code: str, **found: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=found)

"""Which files are documents: what a file holds must be what its name says. Nothing is unpacked."""

from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField

from media.file_kinds import HEAD, kind_of, size_in_words
from media.photograph_files import at_the_beginning

SENTENCES = {
    "empty": _("The file is empty. Choose it again."),
    "too_large": _(
        "The file has %(found)s, at most %(most)s are taken in. Save it smaller or divide it into several."
    ),
    "wrong_kind": _("Files ending in “%(extension)s” are not taken in. Give one of these: %(kinds)s."),
    "wrong_name": _("The name ends in “%(extension)s”, but this is %(found)s. Give the right file or name."),
    "broken": _("The file is damaged or cut off. Copy or save it once more."),
}
#: Folder that a packed Office document has.
OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/"}


class AttachmentFileField(WagtailDocumentField):
    """The file of a document, checked before it is stored."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages["empty"] = SENTENCES["empty"]

    def to_python(self, data: File | None):
        if data and data.size:  # an empty one is the field's own affair
            check_attachment(data)
        return super().to_python(data)


def check_attachment(file: File) -> None:
    """Raise ValidationError, its code a key of `SENTENCES`, unless the file is what its name says."""
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        most = size_in_words(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        raise _refusal("too_large", found=size_in_words(file.size), most=most)
    extension = PurePath(file.name or "").suffix
    key = extension.lower().lstrip(".")
    if key not in settings.WAGTAILDOCS_EXTENSIONS:
        kinds = "、".join(settings.WAGTAILDOCS_EXTENSIONS)
        raise _refusal("wrong_kind", extension=extension, kinds=kinds)
    with at_the_beginning(file):
        kind, words = kind_of(file.read(HEAD))
        if kind not in EXPECTED[key]:
            raise _refusal("wrong_name", extension=extension, found=words)
        if "zip" in EXPECTED[key] and not _is_archive(file, OFFICE_FOLDERS.get(key, "")):
            raise _refusal("broken")


def _is_archive(file: File, folder: str) -> bool:
    """Whether the list of contents at the end of the archive is there and names the folder."""
    try:
        with ZipFile(file) as archive:
            return any(name.startswith(folder) for name in archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return False


#: Extension → the kinds of file that may bear it.
EXPECTED = {
    "pdf": ("pdf",),
    **dict.fromkeys(("docx", "xlsx", "zip"), ("zip",)),
    **dict.fromkeys(("tif", "tiff"), ("tiff",)),
    "csv": ("text",),
    "txt": ("text", "xml", "html"),
    "geojson": ("text",),
}


def _refusal(code: str, **found: object) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code, params=found)

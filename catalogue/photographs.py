"""Photographs as pages show them: sources by format and width, caption, credit, licence."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from heritage.disclosure import PublicPhotograph, PublicRendition
from heritage.models.named import in_current_language
from media.licences import DEEDS, Licence
from media.models import Photograph
from media.picture_sizes import FORMATS

FALLBACK = FORMATS[-1]  # read by every browser
LICENCE_WORDS: dict[str, str | Promise] = {
    Licence.OWN: pgettext_lazy("licence", "published by the institution"),
    Licence.PERMISSION: pgettext_lazy("licence", "published with the permission of the rights holder"),
    Licence.PUBLIC_DOMAIN: pgettext_lazy("licence", "public domain"),
}


@dataclass(frozen=True)
class PictureSource:
    media_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What templates/catalogue/partials/picture.html shows; sizes are those of the largest derivative."""

    alt: str
    caption: str
    taken_on: str
    credit: str
    licence: str
    licence_url: str
    sources: list[PictureSource]
    src: str
    srcset: str
    width: int
    height: int


def pictures(photographs: Iterable[PublicPhotograph], of: str) -> list[Picture]:
    """Return the photographs of which derivatives are made; `of` names what one without a caption shows."""
    return [
        _picture(photograph, of)
        for photograph in photographs
        if any(rendition.format == FALLBACK for rendition in photograph.renditions)
    ]


def licence_words(licence: str) -> str:
    """The name of a licence in the language of the page."""
    return str(LICENCE_WORDS.get(licence) or Licence(licence).label)


def _picture(photograph: PublicPhotograph, of: str) -> Picture:
    caption = in_current_language(photograph.caption_zh, photograph.caption_en)
    kind = str(Photograph.Kind(photograph.kind).label)
    fallback = [rendition for rendition in photograph.renditions if rendition.format == FALLBACK]
    return Picture(
        alt=caption or pgettext("photograph", "%(kind)s of %(name)s") % {"kind": kind, "name": of},
        caption=caption,
        taken_on=f"{photograph.taken_on:%Y.%m.%d}" if photograph.taken_on else "",
        credit=photograph.credit,
        licence=licence_words(photograph.licence),
        licence_url=DEEDS.get(photograph.licence, ""),
        sources=_sources(photograph.renditions),
        src=fallback[0].url,
        srcset=_srcset(fallback),
        width=fallback[-1].width,
        height=fallback[-1].height,
    )


def _sources(renditions: Iterable[PublicRendition]) -> list[PictureSource]:
    """The formats before the fallback, of those that are made."""
    by_format = {
        format: [rendition for rendition in renditions if rendition.format == format]
        for format in FORMATS[:-1]
    }
    return [PictureSource(f"image/{format}", _srcset(made)) for format, made in by_format.items() if made]


def _srcset(renditions: Iterable[PublicRendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)

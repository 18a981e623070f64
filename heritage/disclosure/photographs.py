"""Photographs: licensed, credited, and placed on a public record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from heritage.disclosure.records import is_public
from heritage.models import HeritageSite, SitePhotograph
from media.licences import PUBLISHABLE
from media.models import Photograph, Rendition
from media.picture_sizes import FORMAT_OF_SPEC


@dataclass(frozen=True)
class PublicRendition:
    """A derivative at the address of the checked view; sizes in pixels."""

    url: str
    format: str
    width: int
    height: int


@dataclass(frozen=True)
class PublicPhotograph:
    """A photograph as it may be told: never who took it, its title, or its master.

    `renditions` is empty until they have been made, which is a task of the worker.
    """

    pk: int
    kind: str
    caption_zh: str
    caption_en: str
    taken_on: date | None
    credit: str
    licence: str
    renditions: tuple[PublicRendition, ...]


def placed_photographs() -> QuerySet[SitePhotograph]:
    """Photographs on sites with what telling them needs: the derivatives that pages show."""
    made = Rendition.objects.filter(filter_spec__in=FORMAT_OF_SPEC)
    return SitePhotograph.objects.select_related("photograph").prefetch_related(
        Prefetch("photograph__renditions", made)
    )


def disclose_photographs(placed: Iterable[SitePhotograph]) -> tuple[PublicPhotograph, ...]:
    """Tell the licensed and credited photographs of a record in their order."""
    return tuple(
        _disclose(row.photograph) for row in placed if row.photograph and row.photograph.is_publishable
    )


def tell_photographs(photographs: Iterable[Photograph]) -> tuple[PublicPhotograph, ...]:
    """Tell those of any photographs that the public may see, in their order; in two queries."""
    visible = visible_photographs(photographs)
    made = Rendition.objects.filter(filter_spec__in=FORMAT_OF_SPEC)
    prefetch_related_objects(visible, Prefetch("renditions", made))
    return tuple(map(_disclose, visible))


def first_photographs(site_pks: Iterable[int]) -> dict[int, PublicPhotograph]:
    """Return by site the first photograph whose derivatives are made, for lists; two queries."""
    placed = placed_photographs().filter(site__in=list(site_pks), photograph__licence__in=PUBLISHABLE)
    found: dict[int, PublicPhotograph] = {}
    for row in placed.order_by("site_id", "sort_order"):
        for told in disclose_photographs([row]):
            if told.renditions:
                found.setdefault(row.site_id, told)
    return found


def _disclose(photograph: Photograph) -> PublicPhotograph:
    made = [row for row in photograph.renditions.all() if row.filter_spec in FORMAT_OF_SPEC]
    return PublicPhotograph(
        pk=photograph.pk,
        kind=photograph.kind,
        caption_zh=photograph.caption_zh,
        caption_en=photograph.caption_en,
        taken_on=photograph.taken_on,
        credit=photograph.credit,
        licence=photograph.licence,
        renditions=tuple(
            PublicRendition(row.url, FORMAT_OF_SPEC[row.filter_spec], row.width, row.height)
            for row in sorted(made, key=lambda row: row.width)
        ),
    )


def may_see_photograph(photograph: Photograph) -> bool:
    """Whether the public may see a photograph: licensed, credited, and placed on a public record."""
    return bool(visible_photographs([photograph]))


def visible_photographs(photographs: Iterable[Photograph]) -> list[Photograph]:
    """Return those of the photographs that the public may see, in their order; asks the database once."""
    licensed = [row for row in photographs if row.is_publishable]
    if not licensed:
        return []
    sites = HeritageSite.objects.filter(is_public(), photographs__photograph__in=licensed)
    placed = set(sites.values_list("photographs__photograph", flat=True))
    return [row for row in licensed if row.pk in placed]

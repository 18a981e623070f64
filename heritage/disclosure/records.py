"""Which records may be spoken of at all, and how one record names another."""

from dataclasses import dataclass

from django.db.models import Q

from heritage.models import HeritageSite, Term
from heritage.models.records import Record
from heritage.models.sites import LocationDisclosure, Recognition

# What naming a site needs; `parent`, because rows prefetched through it are sorted by it.
OF_A_SITE = (
    "number",
    "name_zh",
    "name_en",
    "parent",
    "live",
    "recognition",
    "recognition_until_confirmed",
    "location_disclosure",
    "division__is_training",
)


@dataclass(frozen=True)
class RelatedRecord:
    """A site that is named by another record."""

    number: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class LinkedRecord:
    """A project, area or enterprise that is named by another record."""

    kind: str
    slug: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class Word:
    """A term of a vocabulary."""

    code: str
    label_zh: str
    label_en: str


def is_public_record() -> Q:
    """The condition under which a record of any kind may be spoken of, as a filter."""
    # `live__in` and not `live`: SQLite reads a bare boolean past every index that begins with it.
    return Q(live__in=[True], division__is_training=False)


def is_public() -> Q:
    """The same for sites: no leads, nor what was one until a step that nobody has confirmed yet."""
    is_lead = Q(recognition=Recognition.CLUE) | Q(recognition_until_confirmed=Recognition.CLUE)
    return is_public_record() & ~is_lead


def may_be_told(record: Record) -> bool:
    """The same condition for a record at hand."""
    is_lead = isinstance(record, HeritageSite) and record.is_lead
    return record.live and not record.division.is_training and not is_lead


def is_place_told(site: HeritageSite) -> bool:
    """Whether a record that names its own district may be tied to the site: not where the place is hidden."""
    return site.location_disclosure != LocationDisclosure.HIDDEN


def related_site(site: HeritageSite) -> RelatedRecord:
    return RelatedRecord(site.number, site.name_zh, site.name_en)


def related_sites(sites) -> tuple[RelatedRecord, ...]:
    """Name the sites that may be tied to a record which tells where it is."""
    return tuple(related_site(site) for site in sites if may_be_told(site) and is_place_told(site))


def linked(record) -> LinkedRecord:
    return LinkedRecord(record.record_kind, record.slug, record.name_zh, record.name_en)


def word(term: Term | None) -> Word | None:
    return Word(term.code, term.label_zh, term.label_en) if term else None

"""Numbers of a desk, each from an aggregate: the number of queries does not grow with the records."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Case, Count, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import WorkflowState

from heritage.models import Designation, HeritageSite, NotEntered, RelocationCase, Survey
from heritage.models.sites import Recognition
from heritage.viewsets.listing import WORKFLOW_STATUSES

Tally = Counter[tuple[int, str]]  # (collection, what) → how many


@dataclass(frozen=True)
class Counts:
    """What the collections of a desk hold. The keys of `sites` are those of the listing's STATUSES."""

    sites: Tally
    recognised: Tally
    surveys: Tally
    not_entered: Tally
    levels: Tally
    stages: Tally


def counts_of(collection_ids: list[int]) -> Counts:
    """Return the counts of all rows of these collections, in five queries."""
    sites, recognised = _sites(collection_ids)
    designations = Designation.objects.in_force().filter(collection_id__in=collection_ids)
    cases = RelocationCase.objects.filter(collection_id__in=collection_ids)
    surveys = Survey.objects.filter(collection_id__in=collection_ids)
    not_entered = NotEntered.objects.filter(survey__collection_id__in=collection_ids)
    return Counts(
        sites=sites,
        recognised=recognised,
        surveys=_tally(surveys, "collection_id"),
        not_entered=_tally(not_entered, "survey__collection_id"),
        levels=_tally(designations, "collection_id", "level"),
        stages=_tally(cases, "collection_id", "stage"),
    )


def total(tally: Tally, what: str = "", *, within: Iterable[int] | None = None) -> int:
    """Add up one kind of rows, of some collections only where they are given."""
    wanted = None if within is None else set(within)
    return sum(
        count
        for (collection, key), count in tally.items()
        if key == what and (wanted is None or collection in wanted)
    )


def _sites(collection_ids: list[int]) -> tuple[Tally, Tally]:
    """Count the sites by the status that the listing shows, and those that are recognised."""
    rows = (
        HeritageSite.objects.filter(collection_id__in=collection_ids)
        .annotate(listed=_listed_status())
        .order_by()
        .values_list("collection_id", "listed", "recognition")
        .annotate(count=Count("pk"))
    )
    statuses: Tally = Counter()
    recognised: Tally = Counter()
    for collection, status, recognition, count in rows:
        statuses[collection, status] += count
        if recognition == Recognition.RECOGNISED:
            recognised[collection, ""] += count
    return statuses, recognised


def _listed_status() -> Case:
    """`heritage.viewsets.listing.status_of`, in the database."""
    content_type = ContentType.objects.get_for_model(HeritageSite, for_concrete_model=False)
    states = WorkflowState.objects.active().filter(base_content_type=content_type)
    keys = states.annotate(key=Cast("object_id", BigIntegerField())).order_by()
    return Case(
        *(
            When(pk__in=keys.filter(status=status).values("key"), then=Value(status))
            for status in WORKFLOW_STATUSES
        ),
        When(live=False, then=Value("draft")),
        When(has_unpublished_changes=True, then=Value("changed")),
        default=Value("live"),
    )


def _tally(rows: QuerySet, collection: str, what: str = "") -> Tally:
    """Count rows by collection, and by a field where one is named."""
    fields = [collection, *([what] if what else [])]
    grouped = rows.order_by().values_list(*fields).annotate(count=Count("pk"))
    return Counter({(row[0], row[1] if what else ""): row[-1] for row in grouped})

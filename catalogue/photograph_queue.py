"""Public derivatives are made by the worker when a record is published, never while a visitor waits."""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task

from heritage.changes import record_changed
from heritage.disclosure import visible_photographs
from heritage.models import HeritageSite, SitePhotograph
from media.models import Photograph
from media.picture_sizes import make_missing, missing_specs

logger = logging.getLogger(__name__)


@task()
def make_public_derivatives(photograph_pks: list[int]) -> int:
    """Make what pages show of these photographs, as far as they are still public; returns how many files.

    Their records read differently then, and are announced.
    """
    made: dict[int, int] = {}
    for photograph in visible_photographs(_with_derivatives(photograph_pks)):
        try:
            made[photograph.pk] = len(make_missing(photograph))
        except OSError:
            logger.exception("photograph %s cannot be read; its record shows the drawing", photograph.pk)
    shown = SitePhotograph.objects.filter(photograph__in=[pk for pk, count in made.items() if count])
    record_changed("site", shown.values_list("site_id", flat=True))
    return sum(made.values())


def queue_of_record(*, instance: HeritageSite, **_signal: object) -> None:
    """Bound to `published`: after the commit, queue what the photographs of the record lack."""
    pks = list(instance.photographs.exclude(photograph=None).values_list("photograph_id", flat=True))
    transaction.on_commit(lambda: queue_missing(pks), robust=True)


def queue_photograph(*, instance: Photograph, **_signal: object) -> None:
    """Bound to the saving of a photograph: its licence, its credit line or its file may have changed."""
    transaction.on_commit(lambda: queue_missing([instance.pk]), robust=True)


def queue_missing(photograph_pks: Iterable[int]) -> None:
    """Queue those of the photographs that the public may see and whose derivatives are not all made."""
    visible = visible_photographs(_with_derivatives(photograph_pks))
    if lacking := [photograph.pk for photograph in visible if missing_specs(photograph)]:
        make_public_derivatives.enqueue(lacking)


def _with_derivatives(photograph_pks: Iterable[int]) -> QuerySet[Photograph]:
    return Photograph.objects.filter(pk__in=photograph_pks).order_by("pk").prefetch_related("renditions")

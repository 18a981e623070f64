"""What the officers' workbench counts, over generated sites: surveys of a third, and relocation cases."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet

from heritage.models import Component, Enterprise, HeritageSite, IndustrialArea, RelocationCase, Survey
from heritage.models.planned_steps import PlannedStep

CASES = 13  # as many as Document 29 names
SITES_OF_A_CASE = 4
FIRST_SURVEYED_ON = date(2015, 4, 1)


def write_workbench() -> None:
    """Write the rows; to be called once, when all sites are there."""
    rows = list(HeritageSite.objects.order_by("pk").values_list("pk", "collection_id", "division_id"))
    surveys = QuerySet(Survey).bulk_create(_surveys(rows), batch_size=1_000)
    first_component = dict(
        Component.objects.filter(ordinal=1).values_list("site_id", "pk").order_by("site_id")
    )
    through = Survey.components.through
    through.objects.bulk_create(
        [
            through(survey_id=survey.pk, component_id=first_component[survey.site_id])
            for survey in surveys
            if survey.site_id in first_component
        ],
        batch_size=1_000,
    )
    _cases(rows)


def _surveys(rows: list[tuple[int, int, int]]) -> Iterator[Survey]:
    """One survey of every third site; every fourth of them waits for confirmation."""
    for number, (site, collection, _division) in enumerate(rows[::3]):
        surveyed_on = FIRST_SURVEYED_ON + timedelta(days=number % 3_000)
        yield Survey(
            site_id=site,
            collection_id=collection,
            surveyed_on=surveyed_on,
            purpose="census",
            surveyors="测量",
            observations="生成记录",
            confirmed_on=None if number % 4 == 0 else surveyed_on + timedelta(days=30),
        )


def _cases(rows: list[tuple[int, int, int]]) -> None:
    """Enterprises of one area, each with the sites that come next."""
    area = _saved(IndustrialArea(name_zh="生成片区", slug="bench-area", division_id=rows[0][2]))
    for number in range(CASES):
        own = rows[number * SITES_OF_A_CASE : (number + 1) * SITES_OF_A_CASE]
        if not own:
            return
        enterprise = Enterprise(
            name_zh=f"生成企业{number + 1}", slug=f"bench-{number}", division_id=own[0][2]
        )
        _saved(enterprise)
        enterprise.sites.set([site for site, _collection, _division in own])
        enterprise.save()
        case = RelocationCase.objects.create(enterprise=enterprise, from_area=area, stage="planned")
        PlannedStep.objects.create(
            case=case, stage="relocation_allowed", planned_on=FIRST_SURVEYED_ON + timedelta(days=number)
        )


def _saved(record):
    record.save()
    return record

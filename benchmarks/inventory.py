"""A whole inventory of generated sites, for measuring; it never gets into a real installation.

Rows go in through plain querysets, which announce nothing: the search index is built when all are there.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet

from benchmarks.corpus import GeneratedRecord, make_records
from benchmarks.site_rows import (
    Surroundings,
    citation_of_component,
    citation_of_designation,
    components_of,
    designation_of,
    parts_of,
    site_row,
)
from benchmarks.workbench_rows import write_workbench
from heritage.models import Decree, Division, HeritageSite, Scheme, Source, Term
from heritage.models.decrees import Authority, Origin
from heritage.models.divisions import DivisionLevel
from heritage.models.numbers import RecordNumber
from heritage.numbering import number_for_serial

SITES = 50_000
BATCH = 1_000
SOURCES_OF_A_COUNTY, DECREES_OF_A_COUNTY = 8, 4
PEER = "benchmarks.plain_pages"  # installed by the settings of benchmarks only


class NotABenchmarkError(Exception):
    """The settings are not those of a benchmark; nothing was written."""


def write_inventory(count: int = SITES) -> None:
    """Write `count` published sites with all their parts into an empty inventory; needs the reference data.

    Raises NotABenchmarkError under any settings but those of a benchmark, and where there are sites already.
    """
    if not apps.is_installed(PEER):
        raise NotABenchmarkError("Generated records are written under config.settings.benchmark only.")
    if HeritageSite.objects.exists():
        raise NotABenchmarkError("There are sites in this database already; empty DATA_DIR/bench first.")
    around = _surroundings()
    records = make_records(count)
    for written in range(0, count, BATCH):
        with transaction.atomic():
            _write(list(islice(records, BATCH)), around)
        if written % 10_000 == 0:
            print(f"{written} generated sites written", file=sys.stderr)
    with transaction.atomic():
        write_workbench()


def _surroundings() -> Surroundings:
    divisions = {row.code: row for row in Division.objects.current().select_related("parent__parent")}
    counties = {code: row for code, row in divisions.items() if row.level == DivisionLevel.COUNTY}
    return Surroundings(
        divisions=divisions,
        terms={(row.vocabulary, row.code): row for row in Term.objects.order_by("edition")},
        schemes={row.key: row for row in Scheme.objects.all()},
        sources=_of_each_county(counties, _sources),
        decrees=_of_each_county(counties, _decrees),
    )


def _of_each_county(counties: dict[str, Division], make) -> dict[str, list]:
    rows = _insert([row for county in counties.values() for row in make(county)])
    by_collection = defaultdict(list)
    for row in rows:
        by_collection[row.collection_id].append(row)
    return {code: by_collection[county.collection_id] for code, county in counties.items()}


def _sources(county: Division) -> Iterator[Source]:
    for number in range(1, SOURCES_OF_A_COUNTY + 1):
        yield Source(
            collection_id=county.collection_id,
            title=f"生成资料：{county.name_zh}工业卷（{number}）",
            reference=f"生成资料第{number}号",
            confidence="medium",
        )


def _decrees(county: Division) -> Iterator[Decree]:
    for number in range(1, DECREES_OF_A_COUNTY + 1):
        yield Decree(
            collection_id=county.collection_id,
            document_number=f"生成文号〔{2000 + number}〕{county.code}",
            issued_by_words=f"{county.name_zh}人民政府",
            authority=Authority.COUNTY_GOVERNMENT,
            announced_on=date(2000 + number, 5, 1),
            announced_edtf=f"{2000 + number}-05-01",
            origin=Origin.REPORTED,
        )


def _write(records: list[GeneratedRecord], around: Surroundings) -> None:
    """Write a batch: the sites, then their parts, then what hangs on a part."""
    serials = _insert([RecordNumber() for _ in records])
    rows = [
        site_row(record, number_for_serial(serial.pk), around)
        for record, serial in zip(records, serials, strict=True)
    ]
    made = list(zip(_insert(rows), records, strict=True))
    _insert_each_kind(part for site, record in made for part in parts_of(site, record, around))
    designated = [
        (row, record) for site, record in made if (row := designation_of(site, record, around)) is not None
    ]
    _insert([row for row, _record in designated])
    _insert([citation_of_designation(row, record, around) for row, record in designated])
    components = _insert([row for site, record in made for row in components_of(site, record, around)])
    _insert(
        [
            citation_of_component(row, around.sources[row.division.code][row.ordinal % SOURCES_OF_A_COUNTY])
            for row in components
        ]
    )


def _insert_each_kind(rows: Iterable[Model]) -> None:
    by_model: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for of_one_kind in by_model.values():
        _insert(of_one_kind)


def _insert(rows: list) -> list:
    """Insert rows of one model past its own manager, whose bulk writers would announce each of them."""
    return QuerySet(type(rows[0])).bulk_create(rows) if rows else []

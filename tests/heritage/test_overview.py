"""The overview: exact at every step, every number a link to exactly its rows, each officer her part only."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from heritage.dashboard.scope import desk_of
from heritage.exchange.cells import safe_cell
from heritage.gates import cases as gate_cases
from heritage.models import Division, HeritageSite, PlannedStep, RelocationCase, Survey
from heritage.models.sites import Recognition
from heritage.overview import overview_of
from heritage.overview.counts import DivisionCounts
from tests.factories import DivisionFactory, SiteFactory, make_divisions, officer, superuser
from tests.heritage.relocation import today
from tests.inventory import designation, enterprise_in
from tests.officers import browser

pytestmark = pytest.mark.django_db
ADDRESS = reverse("heritage_overview")


@pytest.fixture
def divisions() -> dict[str, Division]:
    return make_divisions()


def counts(user) -> DivisionCounts:
    desk = desk_of(user)
    return overview_of(desk, desk.own[0]).total.counts


def surveyed(site: HeritageSite, **values) -> Survey:
    given = {
        "surveyed_on": date(2026, 5, 6),
        "purpose": "census",
        "surveyors": "王",
        "observations": "厂房",
        "confirmed_on": date(2026, 5, 20),
    }
    return Survey.objects.create(site=site, **given | values)


def case_in(division: Division, slug: str, *sites: HeritageSite, **values) -> RelocationCase:
    enterprise = enterprise_in(division, *sites, slug=slug, name_zh=f"{slug}公司", is_live=False)
    return RelocationCase.objects.create(enterprise=enterprise, **values)


def furnish(division: Division, times: int = 1) -> None:
    """Give a division of everything that is counted: three sites, a relic and a case that rings, so often."""
    for number in range(times):
        done, seen, _bare = (SiteFactory(division=division) for _n in range(3))
        HeritageSite.objects.filter(pk=done.pk).update(recognition=Recognition.RECOGNISED)
        surveyed(done)
        surveyed(seen, confirmed_on=None)
        designation(done, level="province")
        case = case_in(division, f"e{division.code}-{RelocationCase.objects.count()}-{number}", done)
        step = {"stage": "relocation_allowed", "planned_on": today() - timedelta(days=1)}
        PlannedStep.objects.create(case=case, **step)


def page(user, query: str = "") -> BeautifulSoup:
    answer = browser(user).get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def table(shown: BeautifulSoup) -> dict[str, list[int]]:
    """The numbers of each division, those of both tables after each other."""
    rows: dict[str, list[int]] = {}
    for row in shown.select(".ov-table :is(tbody, tfoot) tr"):
        numbers = [int(cell.get_text()) for cell in row.select(".ov-table__number")]
        rows.setdefault(row.th.get_text(strip=True), []).extend(numbers)
    return rows


def test_every_step_of_a_site_changes_its_number_and_no_other(divisions):
    reader = officer("county_officer", divisions["220202"])
    assert counts(reader).sites == 0
    site = SiteFactory(division=divisions["220202"])
    found = [summary(reader)]
    survey = surveyed(site, confirmed_on=None)
    found.append(summary(reader))
    Survey.objects.filter(pk=survey.pk).update(confirmed_on=date(2026, 6, 1))
    found.append(summary(reader))
    Survey.objects.filter(pk=survey.pk).update(purpose="after_relocation")
    found.append(summary(reader))
    Survey.objects.filter(pk=survey.pk).update(purpose="recheck")
    HeritageSite.objects.filter(pk=site.pk).update(recognition=Recognition.RECOGNISED)
    found.append(summary(reader))
    relic = designation(site, level="city")
    found.append(summary(reader))
    type(relic).objects.filter(pk=relic.pk).update(status="revoked")
    found.append(summary(reader))
    # recorded, surveyed, recognised, relics of the city, whose four haves are not begun
    assert found == [
        (1, 0, 0, 0, 0),
        (1, 0, 0, 0, 0),
        (1, 1, 0, 0, 0),
        (1, 0, 0, 0, 0),
        (1, 1, 1, 0, 0),
        (1, 1, 1, 1, 1),
        (1, 1, 1, 0, 0),
    ]


def summary(user) -> tuple[int, int, int, int, int]:
    row = counts(user)
    return row.sites, row.surveyed, row.recognised, row.levels["city"], row.haves["none"]


def test_cases_are_counted_by_the_state_of_every_gate_from_evidence_alone(divisions):
    changyi = divisions["220202"]
    reader = officer("county_officer", changyi)
    site = SiteFactory(division=changyi)
    case_in(changyi, "one", site)
    case_in(changyi, "two")
    assert gates(reader) == {("G1", "no_record"): 2, ("G6", "idle"): 2}
    surveyed(site)
    assert gates(reader) == {("G1", "partial"): 1, ("G1", "no_record"): 1, ("G6", "idle"): 2}
    HeritageSite.objects.filter(pk=site.pk).update(recognition=Recognition.NOT_RECOGNISED)
    assert gates(reader) == {("G1", "open"): 1, ("G1", "no_record"): 1, ("G6", "idle"): 2}
    assert counts(reader).closed == {"G1": 1, "G2": 2, "G3": 2, "G4": 2, "G5": 2, "G6": 0}


def gates(user) -> dict[tuple[str, str], int]:
    """How many cases stand so at the first and the last gate."""
    return {key: count for key, count in counts(user).gates.items() if key[0] in ("G1", "G6")}


def test_every_number_leads_to_a_list_of_exactly_so_many_rows(divisions):
    furnish(divisions["220202"], 2)
    furnish(divisions["220303"])
    furnish(divisions["220200"])  # of the city itself, in no county
    province = officer("provincial_reviewer", divisions["220000"])
    for code in ("220000", "220200"):
        shown = page(province, f"?division={divisions[code].pk}")
        told = {link["href"]: number for link, number in numbers(shown)}
        followed = {url: rows_behind(browser(province), url) for url in told}
        assert followed == told
        assert len(told) > 40


def numbers(shown: BeautifulSoup) -> Iterator[tuple]:
    """Every number that is a link, with the link."""
    for link in shown.select(".ov-table td a"):
        yield link, int(link.get_text())
    for link in shown.select(".ov .cov-legend a"):
        yield link, int(link.b.get_text())
    for row in shown.select(".ov-bars li"):
        yield row.a, int(row.b.get_text())


def rows_behind(client, url: str) -> int:
    """How many rows a list has, all its pages together."""
    answer = client.get(url)
    assert (url, answer.status_code) == (url, 200)
    paged = answer.context.get("page_obj")
    return paged.paginator.count if paged else len(answer.context["object_list"])


def test_the_alarms_and_the_terms_that_are_past_lead_to_their_rows(divisions):
    furnish(divisions["220202"], 2)
    reader = officer("city_reviewer", divisions["220200"])
    links = [link["href"] for link in page(reader).select(".ov .case-alarm a")]
    assert [rows_behind(browser(reader), link) for link in links] == [2, 2]


def test_a_city_sees_its_own_part_and_is_refused_every_other(divisions):
    furnish(divisions["220202"])
    furnish(divisions["220303"], 3)
    reader = officer("city_reviewer", divisions["220200"])
    shown = page(reader)
    assert list(table(shown)) == ["昌邑区", "吉林市"]
    assert table(shown)["昌邑区"] == table(shown)["吉林市"]
    assert [word for word in ("四平", "铁东") if word in shown.get_text()] == []
    for wrong in (divisions["220303"].pk, "x", "9" * 40):
        answer = browser(reader).get(ADDRESS, {"division": wrong}, follow=True)
        assert "这不是您的行政区划" in answer.content.decode()


def test_the_rows_of_the_table_add_up_to_its_total(divisions):
    furnish(divisions["220202"], 2)
    furnish(divisions["220200"])
    rows = table(page(officer("city_reviewer", divisions["220200"])))
    total = rows.pop("吉林市")
    assert list(rows) == ["昌邑区", "吉林市本级"]
    assert [sum(column) for column in zip(*rows.values(), strict=True)] == total
    assert total[:4] == [9, 3, 6, 3]


def test_the_province_opens_the_overview_of_a_city(divisions):
    furnish(divisions["220303"], 2)
    province = officer("provincial_reviewer", divisions["220000"])
    [link, _same] = [a for a in page(province).select(".ov-table th a") if a.get_text() == "四平市"]
    answer = BeautifulSoup(browser(province).get(link["href"]).content, "html.parser")
    assert list(table(answer)) == ["铁东区", "四平市"]


def test_the_training_county_is_left_out_of_the_province(divisions):
    training = DivisionFactory(code="990000", name_zh="练习省", is_training=True)
    SiteFactory(division=training)
    SiteFactory(division=divisions["220202"])
    everyone = superuser()
    assert counts(everyone).sites == 1
    assert "练习省" not in page(everyone).get_text()
    assert counts(officer("provincial_reviewer", divisions["220000"])).sites == 1
    assert counts(officer("administrator", training)).sites == 1


def test_somebody_without_a_division_is_told_so(divisions):
    nobody = officer("surveyor", divisions["220202"])
    nobody.groups.first().collection_permissions.all().delete()
    answer = browser(nobody).get(ADDRESS, follow=True)
    assert "没有角色" in answer.content.decode()


@pytest.mark.parametrize("code", ["220000", "220200"])
def test_the_overview_asks_no_more_for_more_rows(divisions, code):
    client = browser(officer("provincial_reviewer", divisions["220000"]))
    asked = []
    for times in (1, 8):
        furnish(divisions["220202"], times)
        furnish(divisions["220303"], times)
        client.get(ADDRESS, {"division": divisions[code].pk})
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ADDRESS, {"division": divisions[code].pk}).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_whole_table_is_a_file_that_says_whose_it_is_and_of_when(divisions):
    furnish(divisions["220202"])
    reader = officer("city_reviewer", divisions["220200"], full_name="=王")
    text = browser(reader).get(ADDRESS, {"export": "csv"}).content.decode("utf-8-sig")
    as_csv = list(csv.reader(StringIO(text)))
    answer = browser(reader).get(ADDRESS, {"export": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).active
    as_xlsx = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert as_csv[0] == ["总览", "吉林市"]
    assert as_csv[1][1].startswith(str(today()))
    assert as_csv[2][1] == safe_cell(str(reader))
    assert [row[0] for row in as_csv[4:]] == ["行政区划", "昌邑区", "吉林市"]
    shown = table(page(reader))
    assert [int(number) for number in as_csv[5][1:]] == shown["昌邑区"]
    assert as_xlsx[5][1:] == shown["昌邑区"]
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_another_format_is_refused_with_what_there_is(divisions):
    answer = browser(officer("city_reviewer", divisions["220200"])).get(ADDRESS, {"export": "pdf"})
    assert (answer.status_code, answer.content.decode()) == (400, "总览只能导出为 CSV 或 XLSX。")


def test_of_too_many_cases_the_first_are_read_and_the_page_says_so(divisions, monkeypatch):
    monkeypatch.setattr(gate_cases, "MOST_CASES", 2)
    for number in range(3):
        case_in(divisions["220202"], f"e{number}")
    reader = officer("county_officer", divisions["220202"])
    assert counts(reader).cases == 2
    assert "超出一次可读的数量" in page(reader).get_text()

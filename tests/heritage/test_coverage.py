"""Survey coverage: what was surveyed, by whom, what could not be entered and why; for area, case and site."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.coverage import CoverageState, coverage_of_area, coverage_of_case, coverage_of_site
from heritage.models import Component, HeritageSite, NotEntered, ReceivingZone, RelocationCase
from tests.factories import SiteFactory, officer
from tests.heritage.relocation import Plant, plant
from tests.inventory import area_in, component_of, enterprise_in
from tests.officers import browser

pytestmark = pytest.mark.django_db

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[126.55, 43.85], [126.56, 43.85], [126.56, 43.86], [126.55, 43.86], [126.55, 43.85]]],
}
WALKED = {"type": "LineString", "coordinates": [[126.551, 43.851], [126.559, 43.859]]}
SCREENS = (
    "heritage_area_coverage",
    "heritage_case_coverage",
    "heritage_site_coverage",
    "heritage_area_coverage_sheet",
    "heritage_case_coverage_sheet",
    "heritage_site_coverage_sheet",
)


@pytest.fixture
def works() -> Plant:
    """A cement works in an area, with a hall that is lost beside its two workshops."""
    works = plant()
    works.case.from_area = area_in(works.place.site.division, is_live=False)
    works.case.save()
    Component.objects.create(site=works.place.site, name_zh="已拆库房", destiny="lost")
    return works


def of_case(works: Plant, reader=None):
    return coverage_of_case(works.case, reader=reader or works.place.clerk)


def states(works: Plant, reader=None) -> list[tuple[str, str]]:
    [site] = of_case(works, reader).sites
    return [(part.name, part.state.value) for part in site.parts]


def address(works: Plant, screen: str) -> str:
    what = screen.removeprefix("heritage_").partition("_")[0]
    rows = {"area": works.case.from_area, "case": works.case, "site": works.place.site}
    return reverse(screen, args=[rows[what].pk])


def page(works: Plant, screen: str, user=None) -> BeautifulSoup:
    answer = browser(user or works.place.clerk).get(address(works, screen))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(found) -> str:
    return " ".join(found.get_text(" ").split())


def test_without_a_survey_nothing_is_surveyed_and_what_is_lost_is_not_counted(works):
    coverage = of_case(works)
    assert (coverage.surveyed_count, coverage.known_count, len(coverage.surveyed_sites)) == (0, 2, 0)
    assert states(works) == [
        ("一车间", "not_surveyed"),
        ("二车间", "not_surveyed"),
        ("已拆库房", "gone"),
    ]


def test_what_a_confirmed_survey_saw_is_surveyed_and_what_it_could_not_enter_says_why(works):
    first, second = works.workshops
    survey = works.survey(first, surveyors="王工")
    works.not_entered(survey, second)
    assert states(works)[:2] == [("一车间", "surveyed"), ("二车间", "not_entered")]
    [site] = of_case(works).sites
    assert [(visit.on, visit.surveyors) for visit in site.parts[0].visits] == [(date(2026, 10, 8), "王工")]
    assert [(row.what, row.why, row.visit.on) for row in site.parts[1].obstacles] == [
        ("二车间", "未获准进入或提供", date(2026, 10, 8))
    ]


@pytest.mark.parametrize("values", [{"is_confirmed": False}, {"purpose": "after_relocation"}])
def test_a_survey_that_does_not_count_is_told_and_not_counted(works, values):
    works.survey(*works.workshops, **values)
    coverage = of_case(works)
    assert (coverage.surveyed_count, len(coverage.visits), len(coverage.surveyed_sites)) == (0, 1, 0)


def test_what_was_once_surveyed_stays_so_when_a_later_visit_could_not_enter_it(works):
    works.survey(*works.workshops)
    later = works.survey(surveyed_on=date(2026, 11, 1))
    works.not_entered(later, works.workshops[0])
    assert states(works)[:2] == [("一车间", "surveyed"), ("二车间", "surveyed")]


@pytest.mark.parametrize("seen", [0, 1, 2])
def test_coverage_and_the_first_gate_count_the_same(works, seen):
    works.survey(*works.workshops[:seen])
    works.survey(*works.workshops, is_confirmed=False)
    [facts] = works.evidence().sites
    coverage = of_case(works)
    assert (coverage.known_count, coverage.surveyed_count) == (
        facts.component_count,
        facts.component_count - len(facts.unsurveyed),
    )


def test_an_area_adds_up_its_enterprises_and_counts_a_site_of_two_of_them_once(works):
    site, area = works.place.site, works.case.from_area
    division = site.division
    other = SiteFactory(division=division, name_zh="铁合金厂")
    component_of(other, "电炉", is_live=False)
    for slug, sites in (("second", (site, other)), ("bare", ())):
        enterprise = enterprise_in(division, *sites, slug=slug, name_zh=f"{slug}公司", is_live=False)
        RelocationCase.objects.create(enterprise=enterprise, from_area=area)
    works.survey(*works.workshops)
    coverage = coverage_of_area(area, reader=works.place.clerk)
    assert [row.name for row in coverage.sites] == [site.name_zh, "铁合金厂"]
    assert (coverage.surveyed_count, coverage.known_count) == (2, 3)
    assert [group.name for group in coverage.groups_without_site] == ["bare公司"]
    assert "bare公司" in words(page(works, "heritage_area_coverage").select_one(".cov-summary .case-alarm"))


def test_at_the_receiving_end_a_foreign_site_is_counted_and_neither_named_nor_placed(works):
    division = type(works.place.site.division).objects.get(code="220303")
    works.case.to_zone = ReceivingZone.objects.create(division=division, name_zh="园区", slug="zone")
    works.case.save()
    works.survey(works.workshops[0], surveyors="王工", shape=WALKED, shape_system="wgs84")
    reader = officer("surveyor", division)
    coverage = of_case(works, reader)
    [site] = coverage.sites
    assert (coverage.surveyed_count, coverage.known_count) == (1, 2)
    assert (site.is_named, site.point, site.visits, site.obstacles) == (False, None, (), ())
    told = words(page(works, "heritage_case_coverage_sheet", reader))
    found = [
        word for word in ("王工", "一车间", works.place.site.name_zh, works.place.site.number) if word in told
    ]
    assert found == []


def test_the_map_draws_every_state_and_what_was_walked_and_says_what_has_no_place(works):
    first, second = works.workshops
    Component.objects.filter(pk__in=[first.pk, second.pk]).update(shape=SQUARE, shape_system="wgs84")
    survey = works.survey(first, shape=WALKED, shape_system="wgs84")
    works.not_entered(survey, second)
    drawing = page(works, "heritage_site_coverage").select_one("svg.cov-map")
    assert [path["class"][1] for path in drawing.select("path.cov-part")] == [
        "cov-part--surveyed",
        "cov-part--not_entered",
    ]
    assert len(drawing.select("path.cov-walked.is-line")) == 1
    assert sorted(text.get_text() for text in drawing.select(".cov-number")) == ["1", "1.1", "1.2"]
    assert drawing["aria-label"] == "核查覆盖图。已调查：1、1.1；未能进入：1.2"
    assert "另有1处没有位置" in words(
        page(works, "heritage_site_coverage").select_one(".cov-figure figcaption")
    )


def test_without_any_place_the_list_stands_alone(works):
    HeritageSite.objects.filter(pk=works.place.site.pk).update(
        longitude=None, latitude=None, typed_coordinates=""
    )
    shown = page(works, "heritage_site_coverage")
    assert (shown.select("svg.cov-map"), len(shown.select(".cov-none"))) == ([], 1)
    assert len(shown.select(".cov-list tbody tr")) == 4


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_tells_who_when_and_why(works, screen):
    survey = works.survey(works.workshops[0], surveyors="王工、李工")
    works.not_entered(survey, works.workshops[1])
    NotEntered.objects.create(survey=survey, what="地下油库", reason="refused", explanation="门锁")
    told = words(page(works, screen))
    expected = ("王工、李工", "2026-10-08", "一车间", "二车间", "地下油库", "门锁", "1／2")
    assert [word for word in expected if word not in told.replace(" ", "")] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_is_shown_to_another_division(works, screen):
    stranger = officer("county_officer", type(works.place.site.division).objects.get(code="220303"))
    assert browser(stranger).get(address(works, screen)).status_code == 302


def test_the_evidence_sheet_says_that_it_is_internal_on_every_page_and_is_signed(works):
    survey = works.survey(works.workshops[0])
    works.not_entered(survey, works.workshops[1])
    sheet = page(works, "heritage_case_coverage_sheet")
    # What stands in the head of the frame is printed again on every page.
    assert "内部资料" in words(sheet.select_one("table.es__frame > thead"))
    block = {words(cell.dt): words(cell.dd) for cell in sheet.select(".es__block > div")}
    assert block["核心物项已调查"] == "1／2"
    assert block["行政区划"] == "吉林市昌邑区"
    assert block["打印人"] == str(works.place.clerk)
    assert [words(line) for line in sheet.select(".es__signing dt")] == [
        "调查人（签名）", "日期", "复核人（签名）", "日期", "企业代表（签名）", "日期", "文物主管部门（盖章）",
    ]  # fmt: skip
    [row] = sheet.select(".cov-obstacles tbody tr")
    assert [words(cell) for cell in row.select("th, td")][:4] == [
        "二车间",
        works.place.site.name_zh,
        "2026-10-08",
        "未获准进入或提供",
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_asks_no_more_for_more_sites_components_and_surveys(works, screen):
    client, asked = browser(works.place.clerk), []
    for times in (3, 15):
        for number in range(times):
            fill(works, number)
        client.get(address(works, screen))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(works, screen)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def fill(works: Plant, number: int) -> None:
    """Give the plant one more component and survey, and the area one more enterprise with its site."""
    part = Component.objects.create(site=works.place.site, name_zh=f"第{number}工段")
    survey = works.survey(part, confirmed_by=works.place.reviewer)
    works.not_entered(survey, part)
    division = works.place.site.division
    site = SiteFactory(division=division)
    slug = f"plant-{RelocationCase.objects.count()}"
    enterprise = enterprise_in(division, site, slug=slug, name_zh=slug, is_live=False)
    RelocationCase.objects.create(enterprise=enterprise, from_area=works.case.from_area)


def test_the_states_of_parts_add_up(works):
    works.survey(works.workshops[0])
    coverage = coverage_of_site(works.place.site, reader=works.place.clerk)
    assert coverage.part_counts == {
        CoverageState.SURVEYED: 1,
        CoverageState.NOT_ENTERED: 0,
        CoverageState.NOT_SURVEYED: 1,
        CoverageState.GONE: 1,
    }

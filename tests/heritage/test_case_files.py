"""The printed file of a case and of a site: all that is on file, internal on every page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log

from accounts.models import User
from heritage.case_file import Paper, papers_of
from heritage.models import CaseMove, Division, ProtectionMeasure, ReceivingZone, RelocationCase, Survey
from tests.factories import attachment, make_divisions, officer, published_site
from tests.heritage.designations import county
from tests.heritage.relocation import plant
from tests.inventory import component_of, decree
from tests.officers import browser

pytestmark = pytest.mark.django_db


def test_the_papers_of_a_file_are_told_once_for_each_use_in_the_order_of_their_dates():
    site = published_site(division=make_divisions()["220202"])
    clerk = officer("county_officer", site.division)
    paper = decree(site.collection)
    report = attachment("调查报告", site.collection)
    measures = [ProtectionMeasure(site=site, decree=paper, measure=words) for words in ("甲", "乙")]
    move = CaseMove(report=report, body="省考古所", happened_on=date(2010, 1, 2), made_by=clerk)
    rows = [*(("保护措施", measure) for measure in measures), ("步骤", move)]
    assert papers_of(rows) == [
        Paper("调查报告", "省考古所", date(2010, 1, 2), "步骤"),
        Paper("国发〔2013〕13号", "国务院", date(2013, 3, 5), "保护措施"),
    ]


def test_the_file_of_a_site_holds_its_exact_point_papers_surveys_and_components():
    place = county()
    place.announce("county", decree=place.decree_for("county", document_number="昌政发〔2026〕1号"))
    component_of(place.site, "回转窑", destiny="moved")
    Survey.objects.create(
        site=place.site,
        surveyed_on=date(2026, 5, 6),
        purpose="census",
        surveyors="王测",
        observations="厂房完好",
    )
    page = browser(place.clerk).get(reverse("heritage_site_file", args=[place.site.pk]))
    shown = page.content.decode()
    wanted = ("126.55, 43.85", "昌政发〔2026〕1号", "王测", "厂房完好", "回转窑", str(place.site.number))
    assert [word for word in wanted if word not in shown] == []


def test_the_running_head_of_a_file_says_that_it_is_internal():
    place = county()
    shown = browser(place.clerk).get(reverse("heritage_site_file", args=[place.site.pk])).content.decode()
    head = shown.split("<thead>", 1)[1].split("</thead>", 1)[0]
    assert "内部资料" in head


def test_a_file_needs_no_script():
    place = county()
    shown = browser(place.clerk).get(reverse("heritage_site_file", args=[place.site.pk])).content.decode()
    assert "<script" not in shown


def file_of(case: RelocationCase, reader: User) -> str:
    return browser(reader).get(reverse("heritage_case_file", args=[case.pk])).content.decode()


def test_the_file_of_a_case_holds_its_gates_papers_moves_surveys_and_log():
    works = plant()
    works.survey(works.workshops[0], surveyors="王测")
    works.plan()
    parcel = works.parcel("exceeds", name="甲地块")
    log(instance=parcel, action="wagtail.create", user=works.place.clerk)
    shown = file_of(works.case, works.place.clerk)
    wanted = (
        "G1",
        "二车间",
        "拆除活动污染防治方案",
        "甲地块：超标",
        "王测",
        "2026-10-09",
        "地块 甲地块：录入",
    )
    assert [word for word in wanted if word not in shown] == []


def test_at_the_receiving_end_the_file_holds_no_survey_of_a_site_that_is_not_read_there():
    works = plant()
    works.survey(works.workshops[0], surveyors="王测")
    zone_division = Division.objects.get(code="220303")
    zone = ReceivingZone.objects.create(division=zone_division, name_zh="铁东园区", slug="zone")
    works.case.to_zone = zone
    works.case.save()
    shown = file_of(works.case, officer("county_officer", zone_division))
    assert [word in shown for word in (str(works.case), "王测", "126.55")] == [True, False, False]


def test_a_file_asks_as_much_for_many_rows_as_for_few():
    works = plant()
    client = browser(works.place.clerk)
    addresses = {
        "case": reverse("heritage_case_file", args=[works.case.pk]),
        "site": reverse("heritage_site_file", args=[works.place.site.pk]),
    }

    def asked() -> dict[str, int]:
        found = {}
        for name, address in addresses.items():
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            found[name] = len(queries)
        return found

    def add(times: int) -> None:
        for number in range(times):
            survey = works.survey(component_of(works.place.site, f"第{times}{number}间", is_live=False))
            log(instance=survey, action="wagtail.create", user=works.place.clerk)
            works.plan()
            works.quota()
            works.measure()
            works.parcel("exceeds", name=f"第{times}{number}地块")

    add(2)
    few = asked()
    add(9)
    assert asked() == few

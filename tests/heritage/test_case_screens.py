"""The page of a relocation case, and what is entered from it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.models import (
    BuildingMove,
    CaseMove,
    FiledPlan,
    GateOverride,
    Parcel,
    PlannedStep,
    ProtectionMeasure,
    ReceivingZone,
    RelocationCase,
    RetainedBuilding,
)
from tests.factories import officer
from tests.heritage.interventions import application
from tests.heritage.relocation import Plant, plant, put, today
from tests.inventory import enterprise_in
from tests.officers import browser

pytestmark = pytest.mark.django_db

LIST = "wagtailsnippets_heritage_relocationcase:list"


@pytest.fixture
def works() -> Plant:
    return plant()


def page_of(works: Plant, user=None) -> BeautifulSoup:
    answer = browser(user or works.place.clerk).get(reverse("heritage_case", args=[works.case.pk]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(found) -> str:
    return " ".join(found.get_text(" ").split())


def states(page: BeautifulSoup) -> list[str]:
    """The state of each gate as it is drawn below the signals, by the class of its card."""
    return [card["class"][1].removeprefix("gate--") for card in page.select("section.gate")]


def elsewhere(works: Plant, role: str = "surveyor"):
    return officer(role, type(works.place.site.division).objects.get(code="220303"))


def arrive_elsewhere(works: Plant) -> None:
    division = type(works.place.site.division).objects.get(code="220303")
    works.case.to_zone = ReceivingZone.objects.create(division=division, name_zh="园区", slug="zone")
    works.case.save()


def add(works: Plant, kind: str, user=None, /, **data):
    address = reverse("heritage_evidence_add", args=[works.case.pk, kind])
    return browser(user or works.place.clerk).post(address, data)


def test_the_page_draws_every_gate_and_says_what_is_missing_with_a_link_that_mends_it(works: Plant) -> None:
    works.survey(works.workshops[0])
    page = page_of(works)
    assert states(page) == ["partial", "no_record", "no_record", "no_record", "no_record", "idle"]
    assert len(page.select(".track__mast")) == 6
    [link] = [a for a in page.select("#gate-G1 a") if "二车间" in a.get_text()]
    survey = reverse("wagtailsnippets_heritage_survey:add")
    assert link["href"] == f"{survey}?site={works.place.site.pk}"


def test_the_components_that_nobody_surveyed_are_named(works: Plant) -> None:
    works.survey(works.workshops[0])
    [alarm] = page_of(works).select(".case__box .case-alarm")
    assert "二车间" in words(alarm)
    assert "一车间" not in words(alarm)


def test_why_a_component_could_not_be_entered_stands_beside_it(works: Plant) -> None:
    works.not_entered(works.survey(), works.workshops[1])
    [alarm] = page_of(works).select(".case__box .case-alarm")
    assert "二车间（" in words(alarm)


def test_a_case_of_an_unknown_stage_says_so_and_draws_no_train(works: Plant) -> None:
    page = page_of(works)
    assert (len(page.select(".case__notice")), page.select(".track__train")) == (1, [])
    put(works.case, "vacated", by=None)
    page = page_of(works)
    assert len(page.select(".track__train")) == 1
    assert "G1" in words(page.select_one(".case__notice--red"))


def test_a_case_turns_red_before_its_planned_day_and_is_cleared_by_evidence(works: Plant) -> None:
    works.planned("relocating", today() + timedelta(days=10))
    works.open("G2")
    works.survey(works.workshops[0])
    works.recognise("not_recognised")
    [alarm] = page_of(works).select("[role=alert]")
    assert "二车间" in words(alarm)
    works.survey(works.workshops[1])
    assert page_of(works).select("[role=alert]") == []


def test_the_receiving_end_reads_the_case_and_enters_nothing(works: Plant) -> None:
    arrive_elsewhere(works)
    parcel = works.parcel("exceeds")
    page = page_of(works, elsewhere(works))
    writes = [a["href"] for a in page.select("main a") if "/evidence/" in a["href"] or "/to/" in a["href"]]
    assert (writes, page.select("#gate-G1 a")) == ([], [])
    assert words(page).count(works.place.site.name_zh) == 0
    assert browser(elsewhere(works)).get(reverse("heritage_parcel", args=[parcel.pk])).status_code == 200
    data = {"stage": "vacated", "planned_on": "2027-01-01"}
    assert add(works, "step", elsewhere(works), **data).status_code == 302
    assert PlannedStep.objects.count() == 0


def applications(page: BeautifulSoup) -> list[tuple[str, ...]]:
    """The words of every row of the applications, and where it leads."""
    [heading] = [found for found in page.select(".case__box h2") if words(found) == "涉建审批"]
    return [
        (*map(words, row.select("th, td")), *(link["href"] for link in row.select("a")))
        for row in heading.parent.select("tbody tr")
    ]


def test_the_applications_of_the_case_stand_at_both_ends_and_lead_to_their_page_where_it_is_read(
    works: Plant,
):
    assert applications(page_of(works)) == [("没有属于本案卷的申请。",)]
    row = application(works.place, "relocate", "submitted", case=works.case, component=works.workshops[0])
    application(works.place, "repair")  # of no case
    arrive_elsewhere(works)
    told = ("锅炉房修缮 迁移异地保护 · 一车间", "已提交")
    leads = reverse("heritage_intervention", args=[row.pk])
    assert applications(page_of(works)) == [(*told, leads)]
    assert applications(page_of(works, elsewhere(works))) == [told]


def test_a_division_at_neither_end_sees_nothing(works: Plant) -> None:
    answer = browser(elsewhere(works)).get(reverse("heritage_case", args=[works.case.pk]))
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))


def test_every_kind_of_evidence_is_entered_from_the_page(works: Plant) -> None:
    decree, file = works.place.decree("county_department").pk, works.file().pk
    add(works, "measure", site=works.place.site.pk, measure="原址保留", decree=decree)
    add(
        works,
        "plan",
        kind="both",
        title="处置方案",
        filed_with="生态环境局",
        filed_on="2026-10-09",
        file=file,
    )
    add(works, "parcel", name="甲地块", planned_use="other", area_m2="1200.5")
    add(works, "building", component=works.workshops[0].pk)
    add(works, "step", stage="vacated", planned_on="2027-03-01")
    counts = [
        model.objects.filter(collection=works.case.collection).count()
        for model in (ProtectionMeasure, FiledPlan, Parcel, RetainedBuilding, PlannedStep)
    ]
    assert counts == [1] * 5


def test_a_second_parcel_of_the_same_name_is_refused_at_its_field(works: Plant) -> None:
    works.parcel(name="甲地块")
    refused = add(works, "parcel", name="甲地块", planned_use="other")
    assert (refused.status_code, Parcel.objects.count()) == (200, 1)
    assert refused.context["form"].errors


def test_a_site_of_another_enterprise_cannot_be_given_a_measure_here(works: Plant) -> None:
    decree = works.place.decree("county_department").pk
    type(works.case.enterprise).sites.through.objects.all().delete()
    refused = add(works, "measure", site=works.place.site.pk, measure="原址保留", decree=decree)
    assert list(refused.context["form"].errors) == ["site"]


def test_evidence_is_removed_by_an_administrator_only_and_its_gate_closes(works: Plant) -> None:
    plan = works.plan()
    address = reverse("heritage_evidence_delete", args=[works.case.pk, "plan", plan.pk])
    browser(works.place.clerk).post(address)
    assert works.states()["G2"] == "open"
    browser(officer("administrator", works.place.site.division)).post(address)
    assert works.states()["G2"] == "no_record"


def test_a_parcel_with_papers_is_not_removed(works: Plant) -> None:
    parcel = works.parcel("exceeds")
    address = reverse("heritage_evidence_delete", args=[works.case.pk, "parcel", parcel.pk])
    browser(officer("administrator", works.place.site.division)).post(address)
    assert Parcel.objects.count() == 1


def test_a_step_is_made_with_its_paper_and_refused_without(works: Plant) -> None:
    put(works.case, "planned", by=None)
    address = reverse("heritage_case_move", args=[works.case.pk, "survey_required"])
    refused = browser(works.place.clerk).post(address, {})
    assert (refused.status_code, CaseMove.objects.count()) == (200, 0)
    made = browser(works.place.clerk).post(address, {"report": works.file().pk})
    assert (made.status_code, RelocationCase.objects.get().stage) == (302, "survey_required")


def test_a_step_behind_a_closed_gate_is_shown_refused_until_the_gate_opens(works: Plant) -> None:
    put(works.case, "survey_cleared", by=None)
    works.open("G1")
    address = reverse("heritage_case_move", args=[works.case.pk, "relocation_allowed"])
    assert page_of(works).select(f"a[href='{address}']") == []
    works.open("G2")
    assert len(page_of(works).select(f"a[href='{address}']")) == 1


def test_a_building_that_is_not_clean_is_not_offered_for_reuse(works: Plant) -> None:
    building = works.building("contaminated")
    opening = reverse("heritage_building_move", args=[building.pk, "opened"])
    counted = []
    for standing in ("cleaned", "verified_clean"):
        put(building, standing, by=works.place.clerk)
        shown = browser(works.place.clerk).get(reverse("heritage_building", args=[building.pk]))
        counted.append(shown.content.decode().count(opening))
    assert counted == [0, 1]


def test_a_step_is_taken_back_from_the_page_by_who_made_it(works: Plant) -> None:
    put(works.case, "planned", by=None)
    papers = {"report": works.file().pk}
    step = reverse("heritage_case_move", args=[works.case.pk, "survey_required"])
    browser(works.place.clerk).post(step, papers)
    address = reverse("heritage_case_take_back", args=[works.case.pk])
    other = officer("surveyor", works.place.site.division)
    assert (
        len(page_of(works, other).select(f"a[href='{address}']")),
        len(page_of(works).select(f"a[href='{address}']")),
    ) == (0, 1)
    assert browser(works.place.clerk).post(address, {"reason": "误录"}).status_code == 302
    assert RelocationCase.objects.get().stage == "planned"


def test_a_step_out_of_order_is_shown_refused_and_has_no_form(works: Plant) -> None:
    put(works.case, "planned", by=None)
    links = [a["href"] for a in page_of(works).select("main td a, main th a")]
    address = reverse("heritage_case_move", args=[works.case.pk, "vacated"])
    assert address not in links
    shown = browser(works.place.clerk).get(address)
    assert list(shown.context["form"].fields) == []
    assert browser(works.place.clerk).post(address, {}).status_code == 200
    assert RelocationCase.objects.get().stage == "planned"


def test_an_override_shows_both_names_and_its_paper(works: Plant) -> None:
    decree = works.place.decree("city_government")
    address = reverse("heritage_gate_override", args=[works.case.pk, "G2"])
    data = {"decree": decree.pk, "reason": "专题会议纪要", "second": works.place.reviewer.pk}
    assert browser(works.place.clerk).post(address, data).status_code == 302
    shown = words(page_of(works).select_one("#gate-G2 .gate__override"))
    told = (works.place.clerk.full_name, works.place.reviewer.full_name, str(decree), "专题会议纪要")
    assert [word for word in told if word not in shown] == []


def test_nobody_is_offered_as_the_second_person_of_their_own_override(works: Plant) -> None:
    form = browser(works.place.reviewer).get(reverse("heritage_gate_override", args=[works.case.pk, "G2"]))
    assert works.place.reviewer not in form.context["form"].fields["second"].queryset
    assert GateOverride.objects.count() == 0


def test_a_building_goes_from_its_survey_to_its_reuse(works: Plant) -> None:
    building = works.building()
    papers = {"report": works.file().pk, "body": "检测机构", "happened_on": "2026-11-02"}
    for target in ("surveyed", "contaminated", "cleaning_plan", "cleaned", "verified_clean", "opened"):
        address = reverse("heritage_building_move", args=[building.pk, target])
        assert browser(works.place.clerk).post(address, papers).status_code == 302, target
    assert list(BuildingMove.objects.values_list("to_state", flat=True))[-2:] == ["verified_clean", "opened"]
    assert works.states()["G4"] == "open"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("heritage_case_move", ["nowhere"]),
        ("heritage_gate_override", ["G7"]),
        ("heritage_evidence_add", ["nothing"]),
    ],
)
def test_an_unknown_step_gate_or_kind_is_not_found(works: Plant, name: str, arguments: list) -> None:
    address = reverse(name, args=[works.case.pk, *arguments])
    assert browser(works.place.clerk).get(address).status_code == 404


def test_the_page_takes_as_many_queries_for_much_evidence_as_for_little(works: Plant) -> None:
    client, address = browser(works.place.clerk), reverse("heritage_case", args=[works.case.pk])
    counted = []
    for _round in range(2):
        for workshop in works.workshops:
            works.survey(workshop)
            works.parcel("exceeds", name=f"地块{Parcel.objects.count()}")
        works.building("surveyed", works.workshops[len(counted)])
        works.measure()
        works.plan()
        works.quota()
        for workshop in works.workshops:
            application(works.place, "repair", case=works.case, component=workshop)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_the_list_shows_the_gates_of_every_case_in_a_constant_number_of_queries(works: Plant) -> None:
    works.planned("relocating", today() - timedelta(days=1))
    client, counted = browser(works.place.clerk), []
    for number in range(2):
        client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as queries:
            page = BeautifulSoup(client.get(reverse(LIST)).content, "html.parser")
        counted.append(len(queries))
        for more in range(3):
            enterprise = enterprise_in(
                works.place.site.division, works.place.site, is_live=False, slug=f"works-{number}-{more}"
            )
            RelocationCase.objects.create(enterprise=enterprise)
    assert counted[0] == counted[1]
    assert len(page.select(".gate-marks li")) == 4 * 6
    assert len(page.select(".case-alarm")) == 1

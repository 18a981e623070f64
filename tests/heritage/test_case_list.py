"""The list of relocation cases: narrowed to a gate or an alarm, exported with what is missing."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.models import RelocationCase
from tests.factories import officer
from tests.heritage.relocation import Plant, plant, today
from tests.inventory import enterprise_in
from tests.officers import browser

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_heritage_relocationcase:list"


@pytest.fixture
def works() -> Plant:
    """Two cases: of the one every gate can be opened, of the other nothing is known."""
    works = plant(mode="closure")
    other = enterprise_in(works.place.site.division, slug="bare", name_zh="另一公司", is_live=False)
    RelocationCase.objects.create(enterprise=other)
    return works


def listed(works: Plant, query: str) -> list[str]:
    answer = browser(works.place.clerk).get(f"{reverse(LIST)}?{query}")
    assert answer.status_code == 200
    return sorted(str(case) for case in answer.context["object_list"])


@pytest.mark.parametrize("gate", ["G1", "G2", "G3", "G4", "G5"])
def test_a_case_moves_from_closed_to_open_as_its_evidence_comes(works, gate):
    both, first, other = ["冀东水泥", "另一公司"], ["冀东水泥"], ["另一公司"]
    assert (listed(works, f"gate={gate}-closed"), listed(works, f"gate={gate}-open")) == (sorted(both), [])
    works.open(gate)
    assert (listed(works, f"gate={gate}-closed"), listed(works, f"gate={gate}-open")) == (other, first)
    works.close(gate)
    assert listed(works, f"gate={gate}-closed") == sorted(both)


def test_a_case_rings_when_a_step_is_late_or_near_and_its_gate_is_closed(works):
    assert (listed(works, "alarm=any"), listed(works, "alarm=none")) == ([], ["冀东水泥", "另一公司"])
    step = works.planned("survey_cleared", today() + timedelta(days=10))
    assert (listed(works, "alarm=any"), listed(works, "alarm=late")) == (["冀东水泥"], [])
    step.planned_on = today() - timedelta(days=1)
    step.save()
    assert (listed(works, "alarm=late"), listed(works, "alarm=none")) == (["冀东水泥"], ["另一公司"])


def test_a_filter_that_is_no_state_of_a_gate_changes_nothing_and_is_named(works):
    answer = browser(works.place.clerk).get(f"{reverse(LIST)}?gate=G9-open")
    assert (answer.status_code, len(answer.context["object_list"])) == (200, 2)


def test_the_file_gives_every_gate_with_its_reason_and_keeps_formulas_out(works):
    type(works.case.enterprise).objects.filter(pk=works.case.enterprise_id).update(name_zh="=冀东水泥")
    works.survey(works.workshops[0])
    works.planned("relocation_allowed", today())
    answer = browser(works.place.clerk).get(f"{reverse(LIST)}?export=csv")
    rows = list(csv.DictReader(StringIO(b"".join(answer.streaming_content).decode())))
    row = next(row for row in rows if "冀东" in row["企业"])
    assert (row["企业"], row["搬迁方式"], row["行政区划"]) == ("'=冀东水泥", "依法关停", "吉林市昌邑区")
    assert (row["G1"].partition("：")[0], "二车间" in row["G1"]) == ("缺材料", True)
    assert row["G6"].startswith("未触发：")
    assert row["告警"].endswith(f"{today():%Y-%m-%d}")


def test_the_filtered_list_and_the_file_ask_no_more_for_more_cases(works):
    client = browser(works.place.clerk)
    addresses = [f"{reverse(LIST)}?{query}" for query in ("gate=G1-closed", "alarm=none", "export=csv")]

    def asked() -> list[int]:
        found = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
                assert b"".join(answer.streaming_content) if answer.streaming else answer.content
            found.append(len(queries))
        return found

    before = asked()
    for number in range(12):
        division = works.place.site.division
        enterprise = enterprise_in(
            division, works.place.site, slug=f"e{number}", name_zh=f"{number}公司", is_live=False
        )
        RelocationCase.objects.create(enterprise=enterprise)
    assert asked() == before


def test_the_page_of_the_case_gives_its_dates_land_and_buildings_and_the_way_to_its_coverage(works):
    works.planned("relocation_allowed", today())
    works.parcel("exceeds", area_m2=1200)
    works.building("surveyed")
    answer = browser(works.place.clerk).get(reverse("heritage_case", args=[works.case.pk]))
    told = answer.content.decode()
    assert answer.context["parcels"][0]["name"] == "甲地块"
    assert [str(row["standing"]) for row in answer.context["buildings"]] == ["已污染调查"]
    assert [(str(row["label"]), row["planned_on"], row["is_red"]) for row in answer.context["dates"]] == [
        ("可以搬迁", today(), True)
    ]
    for name in ("heritage_case_coverage", "heritage_case_coverage_sheet"):
        assert reverse(name, args=[works.case.pk]) in told


def test_a_reader_of_another_division_is_shown_no_case(works):
    stranger = officer("city_reviewer", type(works.place.site.division).objects.get(code="220300"))
    answer = browser(stranger).get(f"{reverse(LIST)}?gate=G1-closed")
    assert list(answer.context["object_list"]) == []

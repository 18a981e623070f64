"""The four haves on screen: the checklist of a site, its forms, and the overview of a division."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heritage.models import Decree, Designation, FulfilledDuty
from tests.factories import officer
from tests.heritage.designations import County, county, put
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return county()


@pytest.fixture
def listed(place) -> Designation:
    """A county site whose term is just past."""
    designation = put(place, "county")
    announce(designation, timezone.localdate() - timedelta(days=367))
    return designation


def announce(designation: Designation, day: date | None) -> None:
    Decree.objects.filter(pk=designation.decree_id).update(announced_on=day, origin="reported")


def page(place: County, user=None) -> str:
    address = reverse("heritage_four_haves", args=[place.site.pk])
    return browser(user or place.clerk).get(address).content.decode()


def marks(place: County) -> dict[str, str]:
    """The state that each item of the page is drawn in."""
    found = re.findall(r'class="have have--(\w+)[^"]*" id="duty-\d+-(\w+)"', page(place))
    return {key: state for state, key in found}


def send(place: County, designation: Designation, duty: str, **values):
    address = reverse("heritage_duty_record", args=[designation.pk, duty])
    return browser(place.clerk).post(address, values)


def test_every_item_shows_where_it_stands(place, listed):
    FulfilledDuty.objects.create(
        designation=listed, duty="marker", done_on=date(2026, 1, 5), recorded_by=place.clerk
    )
    assert marks(place) == {
        "zone": "late",
        "marker": "done",
        "archive": "late",
        "custodian": "late",
        "filing": "open",
    }


def test_a_registered_relic_shows_its_own_three(place):
    put(place, "registered")
    assert marks(place) == {"marker": "open", "archive": "open", "custodian": "open", "filing": "open"}


def test_an_announcement_without_its_day_says_so_and_leads_to_the_decree(place, listed):
    announce(listed, None)
    edit = reverse(Decree.snippet_viewset.get_url_name("edit"), args=[listed.decree_id])
    shown = page(place)
    assert set(marks(place).values()) == {"undated", "open"}
    assert f'href="{edit}"' in shown


def test_a_superseded_designation_is_named_and_not_asked(place, listed):
    Designation.objects.filter(pk=listed.pk).update(status="superseded")
    assert marks(place) == {}
    assert listed.name_as_listed in page(place)


def test_an_officer_records_a_duty_and_is_led_back_to_it(place, listed):
    answer = send(place, listed, "custodian", body="文物保护管理所", done_on="2026-01-05")
    home = reverse("heritage_four_haves", args=[place.site.pk])
    assert answer.headers["Location"] == f"{home}#duty-{listed.pk}-custodian"
    assert marks(place)["custodian"] == "done"


def test_the_volumes_of_an_archive_stand_before_its_words(place, listed):
    send(
        place, listed, "archive", body="档案室", done_on="2026-01-05", volumes=["主卷", "副卷"], words="照片"
    )
    assert FulfilledDuty.objects.get().words == "主卷、副卷\n照片"


def test_the_words_of_a_marker_are_begun_from_the_designation(place, listed):
    address = reverse("heritage_duty_record", args=[listed.pk, "marker"])
    words = browser(place.clerk).get(address).context["form"].initial["words"].splitlines()
    assert words[:3] == ["级别：县级", f"名称：{place.site.name_zh}", "公布机关：测试机关"]


def test_a_refused_duty_keeps_what_was_typed_and_records_nothing(place, listed):
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = send(place, listed, "custodian", body="文物保护管理所", done_on=tomorrow.isoformat())
    assert answer.context["form"].non_field_errors()
    assert answer.context["form"]["body"].value() == "文物保护管理所"
    assert not FulfilledDuty.objects.exists()


def test_an_unknown_duty_has_no_page(place, listed):
    assert send(place, listed, "monument").status_code == 404


def test_a_wrong_row_is_removed_with_a_reason(place, listed):
    send(place, listed, "custodian", body="文物保护管理所", done_on="2026-01-05")
    address = reverse("heritage_duty_remove", args=[FulfilledDuty.objects.get().pk])
    assert browser(place.clerk).post(address, {"reason": ""}).status_code == 200
    assert browser(place.clerk).post(address, {"reason": "录错"}).status_code == 302
    assert marks(place)["custodian"] == "late"
    history = browser(place.clerk).get(
        reverse(type(place.site).snippet_viewset.get_url_name("history"), args=[place.site.pk])
    )
    assert "录错" in history.content.decode()


def test_who_only_reads_finds_no_link_that_writes(place, listed):
    send(place, listed, "custodian", body="文物保护管理所", done_on="2026-01-05")
    shown = page(place, officer("editor", place.site.division.parent.parent))
    assert "/four-haves/of/" not in shown
    assert "/remove/" not in shown

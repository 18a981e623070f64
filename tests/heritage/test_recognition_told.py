"""Every public door tells the recognition that was confirmed last."""

import pytest

from heritage.services.confirming_steps import confirm_step
from tests.factories import published_site
from tests.heritage.designations import County
from tests.heritage.recognition import step, unrecorded

pytestmark = pytest.mark.django_db

DOORS = ("/sites/{}/", "/sites/{}.json")


@pytest.fixture
def place() -> County:
    place = unrecorded()
    place.site = published_site(division=place.site.division, name_zh="第一机械厂旧址")
    return place


def told(client, place: County) -> str:
    """The recognition in the machine-readable twin of the page."""
    return client.get(f"/sites/{place.site.number}.json").json()["recognition"]


def words(client, place: County) -> str:
    return client.get(f"/sites/{place.site.number}/").content.decode()


def test_a_step_is_told_once_it_is_confirmed(client, place):
    move = step(place, "investigating")
    assert told(client, place) == "not_recorded"
    confirm_step(move=move, by=place.reviewer)
    assert told(client, place) == "investigating"


def test_the_page_tells_the_old_recognition_until_the_new_one_is_confirmed(client, place):
    step(place, "investigating", is_confirmed=True)
    move = step(place, "recognised")
    before = words(client, place)
    confirm_step(move=move, by=place.reviewer)
    after = words(client, place)
    assert ("已认定" in before, "已认定" in after) == (False, True)


def test_a_record_that_was_a_lead_until_an_unconfirmed_step_is_behind_no_door(client, place):
    type(place.site).objects.filter(pk=place.site.pk).update(
        recognition="investigating", recognition_until_confirmed="clue"
    )
    for door in DOORS:
        answer = client.get(door.format(place.site.number))
        assert answer.status_code in (404, 410), door
        assert "第一机械厂" not in answer.content.decode()
    assert "第一机械厂" not in client.get("/sites/").content.decode()


def test_papers_and_names_of_a_step_are_behind_no_door(client, place):
    step(place, "investigating", is_confirmed=True, body="申请人丙", reason="内部缘由")
    for door in DOORS:
        page = client.get(door.format(place.site.number)).content.decode()
        assert ("申请人丙" in page, "内部缘由" in page) == (False, False), door

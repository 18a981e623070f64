"""The screens of historic buildings: put forward, published, documented; told to nobody too early."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heritage.disclosure import public_sites
from heritage.disclosure.designations import disclose_designations
from heritage.models import Designation, HeritageSite
from heritage.models.designation_papers import PaperKind
from heritage.services.confirming import confirm_designation
from tests.factories import attachment, officer
from tests.heritage.buildings import building
from tests.heritage.designations import County, county
from tests.officers import browser

pytestmark = pytest.mark.django_db

NAME = "红砖礼堂候选建筑"


@pytest.fixture
def place() -> County:
    return county()


def nominate(user, place: County, **changes):
    address = reverse("heritage_building_nominate", args=[place.site.pk])
    return browser(user).post(address, {"name_as_listed": NAME, "grounds": "本地最早的礼堂", **changes})


def move(user, designation: Designation, name: str, **data):
    return browser(user).post(reverse("heritage_designation_move", args=[designation.pk, name]), data)


def test_a_building_is_put_forward_published_and_documented(place):
    assert nominate(place.clerk, place).status_code == 302
    candidate = Designation.objects.get()
    assert (candidate.status, candidate.decree) == ("candidate", None)
    published = move(
        place.clerk,
        candidate,
        "publish",
        decree=place.decree("city_government").pk,
        name_as_listed=NAME,
        batch="第一批",
    )
    archive = {kind.value: place.evidence().pk for kind in PaperKind}
    documented = move(place.clerk, candidate, "document", documented_on="2026-10-09", **archive)
    assert (published.status_code, documented.status_code) == (302, 302)
    assert place.statuses() == [("historic_building", "documented")]


def test_a_nomination_without_its_grounds_keeps_what_was_written(place):
    refused = nominate(place.clerk, place, grounds="")
    assert (refused.status_code, list(refused.context["form"].errors)) == (200, ["grounds"])
    assert refused.context["form"]["name_as_listed"].value() == NAME
    assert Designation.objects.count() == 0


def test_an_archive_that_is_not_complete_names_what_is_missing(place):
    row = building(place)
    archive = {kind.value: place.evidence().pk for kind in list(PaperKind)[:-1]}
    refused = move(place.clerk, row, "document", documented_on="2026-10-09", **archive)
    assert list(refused.context["form"].errors) == [PaperKind.MEASUREMENT.value]
    assert place.statuses() == [("historic_building", "in_force")]


def test_a_demolition_asks_for_its_whole_chain_of_papers_and_the_wrong_body_is_refused(place):
    row = building(place, "documented")
    scan = attachment("批复", place.site.collection)
    papers = {
        "application": place.evidence().pk,
        "consent": place.evidence().pk,
        "public_interest": "铁路扩建，无法避让",
        "happened_edtf": "2016",
        "second": place.reviewer.pk,
    }
    wrong = move(place.clerk, row, "demolish", decree=place.decree("planning", file=scan).pk, **papers)
    [error] = texts_of(wrong, "main .messages .error")
    assert "第三十四条" in error
    assert place.statuses() == [("historic_building", "documented")]
    decree = place.decree("provincial_protection", file=scan)
    assert move(place.clerk, row, "demolish", decree=decree.pk, **papers).status_code == 302
    assert place.statuses() == [("historic_building", "demolished")]


def test_the_screen_links_the_open_moves_of_a_building_and_no_others(place):
    row = building(place)
    page = browser(place.clerk).get(reverse("heritage_site_status", args=[place.site.pk]))
    links = {a["href"] for a in BeautifulSoup(page.content, "html.parser").select("main td a")}
    moves = {
        name
        for name in ("publish", "document", "relocate", "demolish", "destroy", "lose_component")
        if reverse("heritage_designation_move", args=[row.pk, name]) in links
    }
    assert moves == {"document", "relocate", "demolish", "destroy", "lose_component"}
    assert reverse("heritage_building_nominate", args=[place.site.pk]) not in links


def test_the_screen_tells_what_was_filed_in_as_many_questions_for_ten_moves_as_for_two(place):
    row = building(place, "documented")

    def filed(times: int) -> int:
        """File so many archives more, and count what the screen asks; the first visit fills caches."""
        for _time in range(times):
            made = row.moves.create(move="document", to_status="documented", made_by=place.clerk)
            made.papers.create(kind=PaperKind.MARKER, file=place.evidence())
        client, address = browser(place.clerk), reverse("heritage_site_status", args=[place.site.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address)
        assert len(texts_of(page, ".designation__trail > li")) == row.moves.count()
        return len(asked)

    assert filed(2) == filed(8)


def test_a_relic_has_no_form_of_a_historic_building(place):
    place.announce("county")
    assert move(place.clerk, Designation.objects.get(), "document").status_code == 404


def test_a_candidate_is_told_to_nobody_even_when_it_is_confirmed(place, client):
    nominate(place.clerk, place)
    site = HeritageSite.objects.get(pk=place.site.pk)
    site.save_revision().publish()
    confirm_designation(designation=Designation.objects.get(), by=place.reviewer)
    assert Designation.objects.get().confirmed_on == timezone.localdate()
    told = public_sites().get()
    assert disclose_designations(told.designations.all()) == ()
    assert disclose_designations(HeritageSite.objects.get().designations.all()) == ()
    doors = [
        client.get(f"/sites/{site.number}{suffix}").content.decode()
        for suffix in ("/", ".json", ".jsonld", "/history/", "/print/")
    ]
    assert [door for door in doors if NAME in door] == []


def test_a_candidate_that_is_published_is_told_nobody_before_it_is_confirmed_again(place):
    nominate(place.clerk, place)
    candidate = Designation.objects.get()
    confirm_designation(designation=candidate, by=place.reviewer)
    move(
        place.clerk,
        candidate,
        "publish",
        decree=place.decree("city_government").pk,
        name_as_listed=NAME,
        batch="第一批",
    )
    assert list(Designation.objects.confirmed()) == []
    third = officer("county_officer", place.site.division)
    confirm_designation(designation=Designation.objects.get(), by=third)
    told = disclose_designations(Designation.objects.confirmed())
    assert [(row.name_as_listed, row.is_in_force) for row in told] == [(NAME, True)]


def texts_of(page, selector: str) -> list[str]:
    soup = BeautifulSoup(page.content, "html.parser")
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]

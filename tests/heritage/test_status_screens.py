"""The screens of a site's status: a designation is entered, raised, confirmed or lawfully refused."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from heritage.models import Designation
from tests.factories import officer
from tests.heritage.designations import County, county
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return county()


def announce(place: County, level: str, authority: str, **changes):
    """Fill in 登记身份 as the clerk does."""
    data = {
        "scheme": place.schemes["relic"].pk,
        "level": level,
        "decree": place.decree(authority).pk,
        "name_as_listed": "第一机械厂旧址",
        "batch": "第一批",
        **changes,
    }
    return browser(place.clerk).post(reverse("heritage_designation_announce", args=[place.site.pk]), data)


def move(user, designation: Designation, name: str, **data):
    return browser(user).post(reverse("heritage_designation_move", args=[designation.pk, name]), data)


def texts_of(page, selector: str) -> list[str]:
    soup = BeautifulSoup(page.content, "html.parser")
    return [" ".join(found.get_text(" ").split()) for found in soup.select(selector)]


def test_a_designation_is_entered_with_its_decree_and_raised_to_city_level(place):
    entered = announce(place, "county", "county_government")
    assert (entered.status_code, place.statuses()) == (302, [("county", "in_force")])
    announce(place, "city", "city_government")
    assert place.statuses() == [("county", "superseded"), ("city", "in_force")]


def test_a_paper_of_the_wrong_body_is_refused_with_the_article_and_nothing_is_lost(place):
    refused = announce(place, "city", "county_government")
    assert (refused.status_code, place.statuses()) == (200, [])
    [error] = texts_of(refused, "main .messages .error")
    assert "第二十三条" in error
    assert refused.context["form"]["name_as_listed"].value() == "第一机械厂旧址"


def test_a_reviewer_confirms_and_the_clerk_cannot(place):
    announce(place, "county", "county_government")
    designation = Designation.objects.get()
    assert move(place.clerk, designation, "confirm").status_code == 200
    assert Designation.objects.get().confirmed_by is None
    assert move(place.reviewer, designation, "confirm").status_code == 302
    assert Designation.objects.get().confirmed_by == place.reviewer


def test_whoever_may_confirm_finds_it_before_everything_else_that_could_become_of_it(place):
    announce(place, "county", "county_government")
    address = reverse("heritage_site_status", args=[place.site.pk])
    firsts = [
        texts_of(browser(user).get(address), ".designation .moves tbody .title")[0]
        for user in (place.clerk, place.reviewer)
    ]
    assert firsts == ["据公布文件核实", "确认 → 有效"]


def test_a_destruction_needs_its_evidence(place):
    announce(place, "county", "county_government")
    designation = Designation.objects.get()
    refused = move(place.clerk, designation, "destroy", happened_edtf="2016", cause="火灾")
    assert list(refused.context["form"].errors) == ["evidence"]
    papers = {"happened_edtf": "2016", "cause": "火灾", "evidence": place.evidence().pk}
    assert move(place.clerk, designation, "destroy", **papers).status_code == 302
    assert place.statuses() == [("county", "destroyed")]


def test_the_screen_offers_the_lawful_moves_and_gives_the_reason_for_the_others(place):
    announce(place, "county", "county_government")
    page = browser(place.clerk).get(reverse("heritage_site_status", args=[place.site.pk]))
    designation = Designation.objects.get()
    links = {a["href"] for a in BeautifulSoup(page.content, "html.parser").select("main td a")}
    address = reverse("heritage_designation_announce", args=[place.site.pk])
    assert {
        f"{address}?state=city",
        reverse("heritage_designation_move", args=[designation.pk, "destroy"]),
    } <= links
    assert f"{address}?state=registered" not in links
    assert reverse("heritage_designation_move", args=[designation.pk, "confirm"]) not in links


def test_the_form_of_a_site_shows_its_designations(place):
    announce(place, "county", "county_government")
    page = browser(place.clerk).get(
        reverse("wagtailsnippets_heritage_heritagesite:edit", args=[place.site.pk])
    )
    [shown] = texts_of(page, ".status-panel__list li")
    assert shown.startswith("文物保护单位 县级")


def test_an_unknown_move_is_not_found(place):
    announce(place, "county", "county_government")
    assert move(place.clerk, Designation.objects.get(), "supersede").status_code == 404


def test_what_waits_for_confirmation_is_on_the_reviewers_desk(place):
    announce(place, "county", "county_government")
    status = reverse("heritage_site_status", args=[place.site.pk])
    desks = {
        name: status in browser(user).get(reverse("wagtailadmin_home")).content.decode()
        for name, user in {
            "clerk": place.clerk,
            "reviewer": place.reviewer,
            "elsewhere": officer("county_officer", _elsewhere(place)),
        }.items()
    }
    assert desks == {"clerk": False, "reviewer": True, "elsewhere": False}


def _elsewhere(place: County):
    return type(place.site.division).objects.get(code="220303")

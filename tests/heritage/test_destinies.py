"""The list of destinies: what became of every component, and what of its papers is missing."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from heritage.lifecycles.identities import Identity
from heritage.models import HeritageSite
from tests.factories import SiteFactory, attachment
from tests.heritage.designations import County
from tests.heritage.interventions import application, place_of
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return place_of(Identity.COUNTY)


def component(place: County, name: str, **values):
    row = place.component(**values)
    row.name_zh = name
    row.save()
    return row


def shown(place: County, query: str = "") -> list[str]:
    answer = browser(place.clerk).get(reverse("heritage_destinies") + query)
    page = BeautifulSoup(answer.content, "html.parser")
    return [" ".join(row.get_text(" ").split()).split()[0] for row in page.select("tbody tr")]


def test_what_went_without_an_approval_or_a_receipt_is_found(place: County) -> None:
    approval = application(place, "demolish", "completed")
    receipt = attachment("交接清单", place.site.collection)
    component(place, "车床", destiny="moved", approved_by=approval)
    component(place, "吊车", destiny="dismantled", receipt=receipt)
    component(place, "烟囱", destiny="lost")
    component(place, "厂房", destiny="in_situ")
    assert shown(place) == ["车床", "吊车", "烟囱", "厂房"]
    assert shown(place, "?no_approval=true") == ["吊车", "烟囱"]
    assert shown(place, "?no_receipt=true") == ["车床"]
    assert shown(place, "?destiny=moved&destiny=lost") == ["车床", "烟囱"]


def test_a_moved_component_leads_to_where_it_is_and_to_its_approval(place: County) -> None:
    museum = SiteFactory(division=place.site.division, name_zh="博物馆")
    approval = application(place, "relocate", "completed")
    component(place, "车床", destiny="moved", moved_to=museum, approved_by=approval)
    answer = browser(place.clerk).get(reverse("heritage_destinies"))
    links = {a.get("href") for a in BeautifulSoup(answer.content, "html.parser").select("tbody a")}
    edit = HeritageSite.snippet_viewset.get_url_name("edit")
    assert {
        reverse(edit, args=[museum.pk]),
        reverse("heritage_intervention", args=[approval.pk]),
    } <= links


def test_the_form_of_a_site_tells_what_came_there_and_from_where(place: County) -> None:
    museum = SiteFactory(division=place.site.division, name_zh="博物馆")
    museum.save_revision()
    row = component(place, "车床", destiny="moved", moved_to=museum)
    edit = HeritageSite.snippet_viewset.get_url_name("edit")
    answer = browser(place.clerk).get(reverse(edit, args=[museum.pk]))
    page = BeautifulSoup(answer.content, "html.parser")
    form = reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])
    [link] = [a for a in page.select(".related-panel a") if a.get("href") == form]
    assert ("车床" in link.get_text(), place.site.name_zh in link.parent.get_text()) == (True, True)

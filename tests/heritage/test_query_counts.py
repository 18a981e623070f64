"""Lists, forms and the screens of a record ask as many questions for ten times the rows."""

from collections.abc import Callable
from datetime import date
from itertools import count, islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from heritage.models import (
    AreaPlan,
    Component,
    Division,
    HeritageSite,
    NotEntered,
    Organisation,
    ReceivingZone,
    RedevelopmentProject,
    RelocationCase,
    RemediationProject,
    Survey,
)
from heritage.services.appointing import scoped_models
from tests.factories import (
    approval_workflow,
    drafted_site,
    make_divisions,
    name_of,
    officer,
    photograph,
    published_site,
)
from tests.inventory import area_in, component_of, designation, enterprise_in, project_in
from tests.officers import browser, fresh

pytestmark = pytest.mark.django_db

LISTED = [model for model in scoped_models() if hasattr(model, "snippet_viewset")]
FEW, MORE = 2, 18  # rows before the first count, and those added before the second
# Wagtail reads a draft twice, and of each row in it what the row names; a chooser reads it once more.
MOST_FOR_A_ROW = 5
_numbers = count(1)


@pytest.fixture
def district() -> Division:
    approval_workflow()
    return make_divisions()["220202"]


def furnish(district: Division, writer: User, times: int) -> None:
    """Give the district so many rows of every kind, each hanging on a site, area or enterprise of its own."""
    for number in islice(_numbers, times):
        site = published_site(division=district, name_zh=f"第{number}厂")
        hang_on(site)
        area = area_in(district, slug=f"area-{number}", name_zh=f"第{number}片区")
        zone = ReceivingZone.objects.create(division=district, name_zh=f"第{number}园", slug=f"z{number}")
        enterprise = enterprise_in(district, site, slug=f"e{number}", name_zh=f"第{number}公司")
        RelocationCase.objects.create(enterprise=enterprise, from_area=area, to_zone=zone)
        AreaPlan.objects.create(area=area, title=f"第{number}方案")
        project_in(district, site, slug=f"p{number}", name_zh=f"第{number}公园", area=area)
        works = {"division": district, "area": area, "name_zh": f"第{number}治理"}
        RemediationProject.objects.create(**works, slug=f"r{number}", kind="soil")
        RedevelopmentProject.objects.create(**works, slug=f"d{number}")
        earlier = Organisation.objects.create(
            collection=district.collection, name_zh=f"第{number}厅", kind="department"
        )
        Organisation.objects.create(
            collection=district.collection, name_zh=f"第{number}局", kind="department", successor=earlier
        )
        waiting = fresh(drafted_site(division=district, by=writer, name_zh=f"第{number}送审厂"))
        waiting.get_workflow().start(waiting, writer)


def hang_on(site: HeritageSite) -> None:
    """Give a site one more of everything that hangs on it."""
    component = component_of(site, f"第{next(_numbers)}车间")
    designation(site, component=component, level="county", is_confirmed=False)
    survey = Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )
    survey.components.set([component])
    survey.save()
    NotEntered.objects.create(survey=survey, what="地下室", reason="refused")


def questions(user: User, address: str) -> int:
    """How many queries an address takes, once what is read once a process has been read."""
    client = browser(user)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(asked)


def grows(district: Division, user: User, addresses: dict[str, str], add: Callable[[int], None]) -> dict:
    """Return the addresses whose number of queries grows when rows are added, with both numbers."""
    add(FEW)
    before = {name: questions(user, address) for name, address in addresses.items()}
    add(MORE)
    after = {name: questions(user, address) for name, address in addresses.items()}
    return {name: (before[name], after[name]) for name in addresses if before[name] != after[name]}


def test_no_list_asks_more_for_more_rows(district):
    user, writer = officer("county_officer", district), officer("surveyor", district)
    addresses = {model.__name__: reverse(model.snippet_viewset.get_url_name("list")) for model in LISTED}
    addresses |= {
        "designations": reverse("heritage_designations"),
        "approvals": reverse("heritage_approvals"),
        "sites in approval": f"{addresses['HeritageSite']}?status=in_progress",
        "surveys with parts not entered": f"{addresses['Survey']}?not_entered=true",
    }
    assert grows(district, user, addresses, lambda times: furnish(district, writer, times)) == {}


def test_no_empty_form_asks_more_for_more_rows(district):
    user, writer = officer("county_officer", district), officer("surveyor", district)
    addresses = {model.__name__: reverse(model.snippet_viewset.get_url_name("add")) for model in LISTED}
    assert grows(district, user, addresses, lambda times: furnish(district, writer, times)) == {}


def test_no_form_of_a_row_asks_more_for_more_rows_of_others(district):
    user, writer = officer("county_officer", district), officer("surveyor", district)
    furnish(district, writer, 1)
    first = {model: model._default_manager.order_by("pk").first() for model in LISTED}
    addresses = {
        model.__name__: reverse(model.snippet_viewset.get_url_name("edit"), args=[row.pk])
        for model, row in first.items()
        if row is not None
    }
    addresses["status"] = reverse("heritage_site_status", args=[HeritageSite.objects.earliest("pk").pk])
    assert grows(district, user, addresses, lambda times: furnish(district, writer, times)) == {}


def test_the_form_of_a_site_asks_no_more_for_more_that_hangs_on_it(district):
    site, user = published_site(division=district), officer("county_officer", district)
    form = reverse(HeritageSite.snippet_viewset.get_url_name("edit"), args=[site.pk])
    status = reverse("heritage_site_status", args=[site.pk])

    def add(times: int) -> None:
        for _n in range(times):
            hang_on(site)

    found = grows(district, user, {"form": form, "status": status}, add)
    # What may become of each designation is asked designation by designation.
    assert set(found) <= {"status"}


def test_a_row_within_the_form_of_a_site_costs_no_more_than_wagtail_asks_for_it(district):
    site, user = published_site(division=district), officer("county_officer", district)

    def add(times: int) -> None:
        for number in range(times):
            name_of(site, f"旧名{number}")
            photograph("照片", district.collection, on=site)
        HeritageSite.objects.get(pk=site.pk).save_revision(user=user)

    address = reverse(HeritageSite.snippet_viewset.get_url_name("edit"), args=[site.pk])
    assert growth_per_row(user, address, add, rows=2) <= MOST_FOR_A_ROW


def test_a_part_that_was_not_entered_costs_no_more_than_wagtail_asks_for_it(district):
    site, user = published_site(division=district), officer("county_officer", district)
    survey = Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )

    def add(times: int) -> None:
        for _n in range(times):
            component_of(site, f"第{next(_numbers)}车间")
            NotEntered.objects.create(survey=survey, what="地下室", reason="refused")
        survey.components.set(list(Component.objects.filter(site=site)))
        survey.save()

    edit, inspect = (
        reverse(Survey.snippet_viewset.get_url_name(name), args=[survey.pk]) for name in ("edit", "inspect")
    )
    assert growth_per_row(user, edit, add, rows=1) <= MOST_FOR_A_ROW
    assert growth_per_row(user, inspect, add, rows=1) == 0


def growth_per_row(user: User, address: str, add: Callable[[int], None], *, rows: int) -> float:
    """How many more queries each added row costs; `rows` of them are added at a time."""
    add(FEW)
    before = questions(user, address)
    add(MORE)
    return (questions(user, address) - before) / (MORE * rows)

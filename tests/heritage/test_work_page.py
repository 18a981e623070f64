"""The page of all work: what it asks of the database, and what it makes of strange addresses."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import approval_workflow, make_divisions, officer
from tests.heritage.desks import TODAY, planned
from tests.heritage.test_worklist import furnish
from tests.officers import browser

pytestmark = pytest.mark.django_db

WORK = reverse("heritage_work")


@pytest.fixture
def changyi():
    approval_workflow()
    return make_divisions()["220202"]


def test_the_pages_of_work_ask_as_many_questions_for_more_rows(changyi):
    clerk, reviewer = officer("surveyor", changyi), officer("county_officer", changyi)
    addresses = (
        reverse("wagtailadmin_home"),
        WORK,
        f"{WORK}?when=late",
        *(f"{WORK}?kind={kind}" for kind in ("steps", "finds", "duties", "review", "drafts", "flags")),
    )
    asked = []
    for times in (2, 3):
        furnish(changyi, clerk, reviewer, times)
        client = browser(reviewer)
        counts = {}
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts[address] = len(queries)
        asked.append(counts)
    assert asked[0] == asked[1]


def test_a_section_shows_its_true_number_and_leads_to_all_of_it(changyi):
    reviewer = officer("county_officer", changyi)
    for days in range(1, 13):
        planned(changyi, -days)
    with time_machine.travel(f"{TODAY}T12:00:00+08:00"):
        page = BeautifulSoup(browser(reviewer).get(WORK).content, "html.parser")
        late = BeautifulSoup(browser(reviewer).get(f"{WORK}?when=late").content, "html.parser")
    assert page.select_one(".work__group--late span").get_text() == "12"
    assert len(page.select(".work__row")) == 10
    assert page.select_one(".work__more a")["href"] == f"{WORK}?when=late"
    assert (len(late.select(".work__row")), late.select(".work__more")) == (12, [])


@pytest.mark.parametrize(
    "query",
    ["?kind=nothing", "?when=tomorrow", "?kind=steps&when=%3Cscript%3E", "?kind=%F0%9F%8F%AD" + "x" * 3000],
)
def test_what_is_no_kind_of_work_is_named_and_everything_is_shown(changyi, query):
    response = browser(officer("surveyor", changyi)).get(f"{WORK}{query}")
    page = BeautifulSoup(response.content, "html.parser")
    assert (response.status_code, len(page.select("[role=alert].work__notice"))) == (200, 1)
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "1e3", "²", "", "x", "99999"])
def test_a_page_that_is_not_there_is_answered_with_one_that_is(changyi, number):
    planned(changyi, -1)
    response = browser(officer("surveyor", changyi)).get(WORK, {"kind": "steps", "p": number})
    assert response.status_code == 200

"""The form of a new record makes one record, however slow the server is."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from heritage.record_kinds import RECORD_MODELS
from tests.factories import drafted_site, make_divisions, officer
from tests.officers import ADDRESS, browser

pytestmark = pytest.mark.django_db


def controllers(client, address: str) -> list[str]:
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return page.select_one("form[data-edit-form]")["data-controller"].split()


@pytest.mark.parametrize("model", RECORD_MODELS, ids=lambda model: model.__name__)
def test_a_new_record_is_not_autosaved_while_it_is_being_sent(model):
    client = browser(officer("surveyor", make_divisions()["220202"]))
    assert "w-autosave" not in controllers(client, reverse(model.snippet_viewset.get_url_name("add")))


def test_a_saved_draft_is_autosaved():
    district = make_divisions()["220202"]
    surveyor = officer("surveyor", district)
    site = drafted_site(division=district, by=surveyor)
    assert "w-autosave" in controllers(browser(surveyor), reverse(f"{ADDRESS}:edit", args=[site.pk]))

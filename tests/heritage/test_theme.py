"""The look of the officers' screens: the tokens of the public site, our emblem, nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.urls import reverse

from heritage.theme import SHEETS
from tests.factories import make_divisions, officer
from tests.officers import browser

ROOT = Path(settings.BASE_DIR)
OFFICERS = (ROOT / "static/officers/tokens.css").read_text(encoding="utf-8")
SITE = (ROOT / "static/css/site.css").read_text(encoding="utf-8")
SHARED = (
    "paper",
    "sheet",
    "shade",
    "ink",
    "ink-2",
    "ink-3",
    "hair",
    "edge",
    "red",
    "red-tint",
    "blue",
    "focus",
)


def tokens(css: str, selector: str) -> dict[str, str]:
    block = re.search(rf"^\s*{re.escape(selector)}\s*\{{([^}}]*)\}}", css, re.MULTILINE)
    assert block, f"{selector} is missing"
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block[1]))
    return {name: found[name] for name in SHARED}


@pytest.mark.parametrize(
    ("ours", "of_the_site"),
    [
        (":root", ":root"),
        (".w-theme-dark", ':root[data-theme="dark"]'),
        (".w-theme-system", ':root[data-theme="dark"]'),
    ],
)
def test_officers_and_readers_see_the_same_colours(ours, of_the_site):
    assert tokens(OFFICERS, ours) == tokens(SITE, of_the_site)


@pytest.mark.django_db
def test_every_sheet_is_linked_after_the_one_of_wagtail_and_is_there(client):
    page = BeautifulSoup(client.get(reverse("wagtailadmin_login")).content, "html.parser")
    linked = [link["href"].partition("?")[0] for link in page.select("link[rel=stylesheet]")]
    assert linked[1:] == [f"/static/{sheet}" for sheet in SHEETS]
    assert [sheet for sheet in SHEETS if not find(sheet)] == []


@pytest.mark.django_db
def test_the_login_page_has_our_emblem_and_no_other_name(client):
    page = BeautifulSoup(client.get(reverse("wagtailadmin_login")).content, "html.parser")
    assert (len(page.select("svg.emblem")), "Wagtail" in page.body.get_text()) == (1, False)


@pytest.mark.django_db
def test_no_link_of_the_dashboard_leads_elsewhere():
    person = officer("county_officer", make_divisions()["220202"])
    page = BeautifulSoup(browser(person).get(reverse("wagtailadmin_home")).content, "html.parser")
    assert [link["href"] for link in page.select("a[href]") if "//" in link["href"]] == []
    logo = page.find("template", attrs={"data-wagtail-sidebar-branding-logo": True})
    assert 'class="emblem"' in str(logo)

"""Who writes the public pages: editors of the province, and nobody else; and what they see of it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from catalogue.page_tree import make_page_tree, stories_page
from catalogue.pages import StoryPage
from tests.catalogue.stories import placed, prose, story
from tests.factories import make_divisions, officer, published_site, superuser
from tests.inventory import project_in
from tests.officers import browser

pytestmark = pytest.mark.django_db
OTHERS = {
    "surveyor": "220202",
    "county_officer": "220202",
    "city_reviewer": "220200",
    "provincial_reviewer": "220000",
    "administrator": "220000",
}


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def editor(divisions):
    return browser(officer("editor", divisions["220000"]))


def addresses(page: Page) -> list[str]:
    names = ("edit", "delete", "unpublish", "history", "move", "copy", "usage")
    return [
        *(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in names),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_pages:add", args=["catalogue", "storypage", stories_page().pk]),
    ]


def test_an_editor_reaches_every_screen_of_a_story(editor):
    page = story(prose("文字"))
    assert {address: editor.get(address).status_code for address in addresses(page)} == dict.fromkeys(
        addresses(page), 200
    )


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_officer_reaches_any(divisions, role):
    page = story(prose("文字"))
    client = browser(officer(role, divisions[OTHERS[role]]))
    answers = [
        method(address).status_code for address in addresses(page) for method in (client.get, client.post)
    ]
    assert set(answers) == {403}
    assert StoryPage.objects.get(pk=page.pk).live


def test_an_editor_publishes_a_story_by_its_form(editor, client, divisions):
    site = published_site(division=divisions["220202"], name_zh="机车库")
    make_page_tree()
    form = {
        "title": "新的故事",
        "title_en": "A new story",
        "slug": "new-story",
        "lead_zh": "",
        "lead_en": "",
        "theme": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "records",
        "body-0-id": "",
        "body-0-value-records-count": "1",
        "body-0-value-records-0-deleted": "",
        "body-0-value-records-0-order": "0",
        "body-0-value-records-0-value": str(site.pk),
        "action-publish": "1",
    }
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "storypage", stories_page().pk])
    assert editor.post(address, form).status_code == 302
    page = client.get("/stories/new-story/").content.decode()
    assert ("新的故事" in page, "机车库" in page) == (True, True)


def test_the_form_names_the_records_that_the_public_does_not_see(editor, divisions):
    shown = published_site(division=divisions["220202"], name_zh="公开厂")
    withdrawn = published_site(division=divisions["220202"], name_zh="撤回厂")
    page = story(placed("records", shown, withdrawn), prose("文字", "", withdrawn))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "help-warning" not in editor.get(address).content.decode()
    withdrawn.unpublish()
    note = editor.get(address).content.decode().split("help-warning", 1)[1].split("</ul>", 1)[0]
    assert ("撤回厂" in note, note.count("<li>"), "公开厂" in note) == (True, 1, False)


@pytest.mark.parametrize(("mode", "title"), [("zh-hans", "四平的铁路"), ("en", "Railways of Siping")])
def test_a_draft_is_previewed_in_each_language_inside_the_admin(divisions, mode, title):
    page = story(prose("草稿里的话"), is_live=False)
    client = browser(superuser())
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk]) + f"?mode={mode}"
    answer = client.get(address)
    body = answer.content.decode()
    assert (answer.status_code, title in body, "草稿里的话" in body) == (200, True, True)
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "wagtail-userbar" not in body


def test_the_page_of_a_project_is_not_made_by_hand_and_previews_what_is_public(divisions):
    site = published_site(division=divisions["220202"], name_zh="公开厂")
    project_in(divisions["220202"], site)
    client = browser(superuser())
    parent = Page.objects.get(slug="projects")
    by_hand = reverse("wagtailadmin_pages:add", args=["catalogue", "projectpage", parent.pk])
    page = Page.objects.get(slug="park")
    preview = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert (client.get(by_hand).url, preview.status_code) == (reverse("wagtailadmin_home"), 200)
    assert "公开厂" in preview.content.decode()

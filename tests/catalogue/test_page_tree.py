"""A project has one page, at an address that stays; the tree makes itself and loses nothing."""

import json

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from catalogue.page_tree import home_page, make_page_tree
from catalogue.pages import HomePage, ProjectPage, StoriesPage
from heritage.models import HeritageProject
from tests.catalogue.stories import prose, story
from tests.factories import make_divisions, published_site
from tests.inventory import project_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def page_of(project: HeritageProject) -> ProjectPage:
    return ProjectPage.objects.get(project=project)


def write(page: ProjectPage, *blocks) -> None:
    page.body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page.save_revision().publish()


def test_a_project_gets_its_page_when_it_is_recorded(changyi):
    page = page_of(project_in(changyi))
    assert (page.slug, page.title, page.title_en, page.address) == (
        "park",
        "工业遗产公园",
        "Heritage Park",
        "/projects/park/",
    )


def test_the_address_stays_when_the_project_takes_another(client, changyi):
    project = project_in(changyi)
    project.slug = "new-park"
    project.save()
    assert client.get("/projects/park/").status_code == 200
    moved = client.get("/en/projects/new-park/")
    assert (moved.status_code, moved.url) == (301, "/en/projects/park/")


def test_a_project_without_a_page_is_told_all_the_same(client, changyi):
    page_of(project_in(changyi)).delete()
    assert client.get("/projects/park/").status_code == 200


def test_the_title_follows_the_name(changyi):
    project = project_in(changyi)
    project.name_zh = "哈达湾公园"
    project.save()
    page = page_of(project)
    assert (page.title, page.draft_title, page.slug) == ("哈达湾公园", "哈达湾公园", "park")


def test_the_page_of_a_deleted_project_goes_and_its_address_can_be_given_again(changyi):
    project_in(changyi).delete()
    assert ProjectPage.objects.count() == 0
    assert page_of(project_in(changyi)).slug == "park"


def test_editors_add_words_and_cannot_withdraw_the_records(client, changyi):
    page = page_of(project_in(changyi, published_site(division=changyi, name_zh="水泥厂旧址")))
    write(page, prose("编辑写的话"))
    told = client.get("/projects/park/").content.decode()
    assert ("编辑写的话" in told, "水泥厂旧址" in told) == (True, True)
    page.refresh_from_db()
    page.unpublish()
    told = client.get("/projects/park/").content.decode()
    assert ("编辑写的话" in told, "水泥厂旧址" in told) == (False, True)


def test_a_block_without_records_takes_those_of_the_project(client, changyi):
    page = page_of(project_in(changyi, published_site(division=changyi), published_site(division=changyi)))
    write(page, ("timeline", {"records": []}))
    body = client.get("/projects/park/").content.decode().split("project-words", 1)[1]
    assert body.split("band--ruled", 1)[0].count("life-chart") == 2


def test_a_withdrawn_project_is_gone_and_says_nothing_of_itself(client, changyi):
    project = project_in(changyi)
    write(page_of(project), prose("编辑写的话"))
    project.refresh_from_db()
    project.unpublish()
    gone = client.get("/projects/park/")
    body = gone.content.decode()
    assert (gone.status_code, "编辑写的话" in body, "工业遗产公园" in body) == (410, False, False)


def test_the_tree_is_made_once_and_is_the_root_of_the_site():
    assert make_page_tree() == {"home": 1, "stories": 1}
    assert make_page_tree() == {}
    site = Site.objects.get(is_default_site=True)
    assert (site.root_page.specific, Page.objects.get(depth=1).numchild) == (home_page(), 1)


def test_the_tree_is_made_where_wagtail_has_left_nothing():
    Site.objects.all().delete()
    Page.objects.all().delete()
    assert make_page_tree() == {"home": 1, "stories": 1}
    assert StoriesPage.objects.get().url == "/stories/"


def test_the_command_says_what_it_made(capsys):
    call_command("load_page_tree", "--json")
    assert json.loads(capsys.readouterr().out) == {"home": 1, "stories": 1}


def test_the_front_page_shows_what_editors_chose_and_the_newest_stories(client, changyi):
    chosen = page_of(project_in(changyi, slug="chosen", name_zh="选中的项目"))
    project_in(changyi, slug="other", name_zh="没选的项目")
    story(prose("文字"), title="最新的故事")
    told = client.get("/").content.decode()
    assert ("选中的项目" in told, "没选的项目" in told, "最新的故事" in told) == (True, True, True)
    home = HomePage.objects.get()
    home.projects = json.dumps([{"type": "project", "value": chosen.pk}])
    home.save_revision().publish()
    told = client.get("/").content.decode()
    assert ("选中的项目" in told, "没选的项目" in told) == (True, False)

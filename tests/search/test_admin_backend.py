"""What officers type into the search boxes of the admin finds Chinese text of any length."""

import pytest
from django.test import Client
from django.urls import reverse
from modelsearch.query import And, Not, Or, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import insert_or_update_object

from heritage.models import HeritageSite
from search.admin_backend import analysed, words
from tests.factories import (
    SiteFactory,
    SourceFactory,
    attachment,
    make_divisions,
    name_of,
    photograph,
    superuser,
)

BOXES = {
    "sites": "wagtailsnippets_heritage_heritagesite:list",
    "site chooser": "wagtailsnippetchoosers_heritage_heritagesite:choose_results",
    "sources": "wagtailsnippets_heritage_source:list",
    "source chooser": "wagtailsnippetchoosers_heritage_source:choose_results",
    "photographs": "wagtailimages:index",
    "photograph chooser": "wagtailimages_chooser:choose_results",
    "documents": "wagtaildocs:index",
    "document chooser": "wagtaildocs_chooser:choose_results",
    "pages": "wagtailadmin_pages:search",
    "page chooser": "wagtailadmin_choose_page_search",
}
HOSTILE = (
    '"',
    "'",
    '"机械',
    "机械 AND",
    "NEAR(机械",
    "*",
    "%",
    "%s",
    "{title}",
    "\\",
    "a机" * 3000,
    "机 " * 3000,
    '"a" ' * 300,
)

# Wagtail leaves the temporary file of a thumbnail to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def site(db) -> HeritageSite:
    site = SiteFactory(division=make_divisions()["220202"], name_zh="吉林市第一机械厂旧址", source=False)
    name_of(site, "满洲电气株式会社")
    insert_or_update_object(site)
    return site


def found(text: str | PlainText, **options) -> list[str]:
    hits = get_search_backend().autocomplete(text, HeritageSite.objects.all(), **options)
    return [hit.name_zh for hit in hits[:20]]


def test_each_han_character_is_a_word_in_simplified_half_width_form():
    assert words("吉林第１機械廠 ABC-12") == "吉 林 第 1 机 械 厂 abc 12"


def test_a_run_of_han_is_a_phrase_and_the_rest_are_words():
    assert repr(analysed(PlainText("機械 Works厂"))) == repr(
        And([Phrase("机 械"), And([PlainText("works"), Phrase("厂")])])
    )


def test_nothing_is_left_of_a_query_of_punctuation():
    assert [
        analysed(query)
        for query in (PlainText("？！"), Phrase('"'), Or([PlainText("%")]), Not(PlainText("…")))
    ] == [None] * 4


@pytest.mark.parametrize(
    "typed", ["机械", "機械", "厂", "械厂旧", "旧址 吉林", "电气株式", "Ｆormer mach", "红砖"], ids=repr
)
def test_any_part_of_a_text_is_found(site: HeritageSite, typed: str):
    assert found(typed) == [site.name_zh]


@pytest.mark.parametrize("typed", ["机厂", "林吉", "锅炉", "机械 锅炉", "", "？"], ids=repr)
def test_what_does_not_stand_in_a_text_is_not_found(site: HeritageSite, typed: str):
    assert found(typed) == []


def test_a_number_is_found_while_it_is_being_typed(site: HeritageSite):
    assert found(site.number[:5].lower()) == [site.name_zh]


def test_a_changed_name_is_found_when_the_change_is_committed(
    site: HeritageSite, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        site.name_zh = "吉林市锅炉厂"
        site.save()
    assert (found("锅炉"), found("机械")) == (["吉林市锅炉厂"], [])


def test_a_deleted_record_is_no_longer_found(site: HeritageSite):
    site.delete()
    assert get_search_backend().search("机械", HeritageSite).count() == 0


def test_the_best_hit_comes_first_and_pages_do_not_overlap(site: HeritageSite):
    division = site.division
    more = [
        SiteFactory(division=division, source=False, name_zh=f"机械厂{n}" + "及其附属建筑" * n)
        for n in range(1, 6)
    ]
    for row in more:
        insert_or_update_object(row)
    hits = get_search_backend().search("机械厂1", HeritageSite)
    assert [hit.name_zh for hit in hits[:1]] == [more[0].name_zh]
    hits = get_search_backend().search("机械厂", HeritageSite)
    pages = [hit.pk for start in (0, 2, 4) for hit in hits[start : start + 2]]
    assert sorted(pages) == sorted([site.pk, *(row.pk for row in more)])


def test_above_the_limit_of_ranking_the_newest_come_first(
    site: HeritageSite, monkeypatch: pytest.MonkeyPatch
):
    newer = SiteFactory(division=site.division, source=False, name_zh="第二机械厂")
    insert_or_update_object(newer)
    monkeypatch.setattr("search.admin_backend.RANKED", 2)
    assert found("机械") == [newer.name_zh, site.name_zh]


@pytest.fixture
def client_of_the_administrator(site: HeritageSite) -> Client:
    collection = site.division.collection
    root = Page.objects.filter(depth=1).get()
    rows = [
        SourceFactory(title="第一机械厂厂志", collection=collection),
        photograph("第一机械厂大门", collection),
        attachment("第一机械厂批复", collection),
        root.add_child(instance=Page(title="第一机械厂专题", slug="machine-works")),
    ]
    for row in rows:
        insert_or_update_object(row)
    client = Client()
    client.force_login(superuser(), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_every_box_finds_two_characters_in_mid_run(client_of_the_administrator: Client, box: str):
    seen = {
        text: client_of_the_administrator.get(reverse(box), {"q": text}).content.decode().count("第一机械厂")
        for text in ("機械", "锅炉")
    }
    assert (seen["機械"] > 0, seen["锅炉"]) == (True, 0)


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_no_text_breaks_a_box(client_of_the_administrator: Client, box: str):
    statuses = {client_of_the_administrator.get(reverse(box), {"q": text}).status_code for text in HOSTILE}
    assert statuses == {200}

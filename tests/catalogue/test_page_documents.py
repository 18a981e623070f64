"""Stories are found by their own words, while they are public."""

import pytest

from search.checks import compare_index
from tests.catalogue.stories import placed, prose, story, theme
from tests.factories import make_divisions, published_site

pytestmark = pytest.mark.django_db


def hits(client, words: str, prefix: str = "") -> list[tuple[str, str, str]]:
    found = client.get(f"{prefix}/search.json", {"q": words}).json()["hits"]
    return [(hit["kind"], hit["name"], hit["url"]) for hit in found]


def test_a_story_and_a_theme_are_found_by_their_words(client, index):
    story(prose("转盘在库中央。", "The turntable stands in the middle."), lead_zh="扇形车库的故事")
    theme(prose("沿线小站。"), title="铁路遗存")
    index()
    told = [("page", "四平的铁路", "/stories/railways/")]
    assert (hits(client, "转盘"), hits(client, "扇形车库"), hits(client, "sipingdetielu")) == (
        told,
        told,
        told,
    )
    assert hits(client, "turntable", "/en") == [("page", "四平的铁路", "/en/stories/railways/")]
    assert hits(client, "沿线小站") == [("page", "铁路遗存", "/themes/theme/")]


def test_a_result_list_says_where_the_words_were_found(client, index):
    story(prose("转盘在库中央。"))
    index()
    page = client.get("/search/", {"q": "转盘"}).content.decode()
    assert ("<mark>转盘</mark>在库中央。" in page, "/stories/railways/" in page) == (True, True)


def test_a_draft_and_a_withdrawn_story_are_not_found(client, index):
    story(prose("草稿里的转盘"), is_live=False, slug="draft")
    withdrawn = story(prose("撤回的转盘"), slug="withdrawn")
    deleted = story(prose("删掉的转盘"), slug="deleted")
    index()
    found = {url for _kind, _name, url in hits(client, "转盘")}
    assert found == {"/stories/deleted/", "/stories/withdrawn/"}
    withdrawn.unpublish()
    deleted.delete()
    index()
    assert (hits(client, "转盘"), compare_index().is_in_step) == ([], True)


def test_a_story_is_not_found_by_the_records_it_places(client, index):
    site = published_site(division=make_divisions()["220202"], name_zh="松江水泥厂")
    story(placed("records", site), prose("文字", "", site))
    index()
    assert [kind for kind, _name, _url in hits(client, "松江水泥厂")] == ["site"]


def test_what_an_editor_drafts_is_not_searched_before_it_is_published(client, index):
    page = story(prose("已发表的话"))
    page.title = "全新的标题"
    revision = page.save_revision()
    index()
    assert hits(client, "全新的标题") == []
    revision.publish()
    index()
    assert hits(client, "全新的标题") == [("page", "全新的标题", "/stories/railways/")]

"""Stories: words in two languages, and records that are shown only while they are public."""

import pytest

from media.picture_sizes import make_missing
from tests.catalogue.stories import placed, prose, story, theme
from tests.factories import SourceFactory, drafted_site, make_divisions, photograph, published_site
from tests.inventory import event_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_story_stands_at_two_addresses_in_two_languages(client, changyi):
    site = published_site(division=changyi, name_zh="机车库", name_en="Roundhouse")
    story(prose("一九二五年建成。", "Completed in 1925.", site))
    chinese, english = text(client, "/stories/railways/"), text(client, "/en/stories/railways/")
    assert ("四平的铁路" in chinese, "一九二五年建成。" in chinese, "Completed" in chinese) == (
        True,
        True,
        False,
    )
    assert ("Railways of Siping" in english, "Completed in 1925." in english, "Roundhouse" in english) == (
        True,
        True,
        True,
    )


def test_words_that_are_not_translated_say_which_language_they_are_in(client, changyi):
    story(
        prose("只有中文。"),
        ("heading", {"zh": "标题", "en": ""}),
        ("unknowns", {"sentences": [{"zh": "不清楚"}]}),
    )
    english = text(client, "/en/stories/railways/")
    assert '<div class="story__prose" lang="zh-Hans"><p>只有中文。</p></div>' in english
    assert '<h2 lang="zh-Hans">标题</h2>' in english
    assert '<li lang="zh-Hans">不清楚</li>' in english


def test_each_language_names_both_addresses_of_the_page(client, settings):
    story(prose("文字"))
    site = settings.WAGTAILADMIN_BASE_URL
    links = "\n  ".join(
        f'<link rel="alternate" hreflang="{language}" href="{site}{path}/stories/railways/">'
        for language, path in (("zh-Hans", ""), ("en", "/en"), ("x-default", ""))
    )
    pages = [text(client, address) for address in ("/stories/railways/", "/en/stories/railways/")]
    assert [links in page for page in pages] == [True, True]


def test_a_record_that_is_not_public_leaves_no_trace_in_any_block(client, changyi):
    shown = published_site(division=changyi, name_zh="公开厂")
    withdrawn = published_site(division=changyi, name_zh="撤回厂")
    event_of(withdrawn, "built", "1925")
    draft = drafted_site(division=changyi, name_zh="草稿厂")
    records = (shown, withdrawn, draft)
    kinds = ("records", "map", "timeline")
    story(prose("文字", "", *records), *(placed(kind, *records) for kind in kinds), placed("map", draft))
    withdrawn.unpublish()
    page = text(client, "/stories/railways/")
    assert ("公开厂" in page, "撤回厂" in page, "草稿厂" in page) == (True, False, False)
    assert page.count('class="chart locator"') == 1


def test_a_record_that_is_published_again_comes_back(client, changyi):
    site = published_site(division=changyi, name_zh="撤回厂")
    story(placed("records", site))
    site.unpublish()
    assert "撤回厂" not in text(client, "/stories/railways/")
    site.get_latest_revision().publish()
    assert "撤回厂" in text(client, "/stories/railways/")


def test_a_hidden_place_is_on_no_map(client, changyi):
    hidden = published_site(division=changyi, name_zh="隐去地点的厂", location_disclosure="hidden")
    shown = published_site(division=changyi, name_zh="公开厂")
    story(placed("map", hidden, shown))
    page = text(client, "/stories/railways/")
    located, _rest = page.split("</ol>\n", 1)
    assert ("公开厂" in located, "隐去地点的厂" in located, "隐去地点的厂" in page) == (True, False, True)


def test_one_record_is_dimensioned_in_years_and_several_are_drawn_side_by_side(client, changyi):
    first, second = (published_site(division=changyi, name_zh=name) for name in ("甲厂", "乙厂"))
    for site in (first, second):
        event_of(site, "built", "1925")
        event_of(site, "closed", "2018")
    story(placed("timeline", first), slug="one")
    story(placed("timeline", first, second), slug="two")
    one, two = text(client, "/stories/one/"), text(client, "/stories/two/")
    assert (one.count("dimchain"), one.count("life-chart")) == (1, 0)
    assert (two.count("dimchain"), two.count("life-chart")) == (0, 2)


def test_a_quotation_needs_a_source_that_may_be_named(client, changyi):
    collection = changyi.collection
    named = SourceFactory(collection=collection, title="吉林市志")
    own = SourceFactory(collection=collection, title="口述", basis="own_knowledge")
    quotations = [
        ("quotation", {"zh": words, "en": "", "source": source.pk, "locator": "第3页"})
        for words, source in (("有出处的话", named), ("没有出处的话", own))
    ]
    story(*quotations)
    page = text(client, "/stories/railways/")
    assert ("有出处的话" in page, "吉林市志" in page, "第3页" in page) == (True, True, True)
    assert ("没有出处的话" in page, "口述" in page) == (False, False)


def test_a_gallery_shows_only_licensed_photographs_of_public_records(client, changyi):
    site, draft = published_site(division=changyi), drafted_site(division=changyi)
    licensed = {"licence": "cc-by-4.0", "credit": "王文物"}
    rows = [
        photograph("公开", site.collection, on=site, caption_zh="厂房南立面", **licensed),
        photograph("无证", site.collection, on=site, caption_zh="无许可照片"),
        photograph("未放", site.collection, caption_zh="没有放上的照片", **licensed),
        photograph("草稿", site.collection, on=draft, caption_zh="草稿的照片", **licensed),
    ]
    for row in rows:
        make_missing(row)
    story(("gallery", {"photographs": [row.pk for row in rows]}))
    page = text(client, "/stories/railways/")
    shown = [row.caption_zh for row in rows if row.caption_zh in page]
    assert (shown, page.count("<img"), "王文物" in page, "CC BY 4.0" in page) == (
        ["厂房南立面"],
        1,
        True,
        True,
    )


def test_a_draft_is_not_there_and_a_withdrawn_story_is_gone(client):
    story(prose("没有发表的话"), is_live=False, slug="draft")
    withdrawn = story(prose("撤回的话"), slug="withdrawn")
    withdrawn.unpublish()
    gone = client.get("/stories/withdrawn/")
    assert (client.get("/stories/draft/").status_code, gone.status_code) == (404, 410)
    assert ("撤回的话" in gone.content.decode(), "四平的铁路" in gone.content.decode()) == (False, False)
    listed = text(client, "/stories/").split("<main", 1)[1].split("</main>", 1)[0]
    assert "/stories/" not in listed


def test_what_an_editor_drafts_after_publication_is_not_public_yet(client):
    page = story(prose("已发表的话"))
    page.title = "新的标题"
    page.save_revision()
    assert "新的标题" not in text(client, "/stories/railways/")


def test_a_theme_gathers_its_stories(client):
    railways = theme(title="铁路遗存", title_en="Railways of the province")
    story(prose("文字"), theme=railways)
    story(prose("文字"), slug="other", title="另一个故事", title_en="Another")
    page = text(client, "/themes/theme/")
    assert ("/stories/railways/" in page, "/stories/other/" in page) == (True, False)
    listed = text(client, "/en/stories/")
    assert ("/en/themes/theme/" in listed, "Railways of the province" in listed) == (True, True)


def test_a_story_costs_no_more_queries_with_more_records(client, changyi, django_assert_max_num_queries):
    sites = [published_site(division=changyi) for _number in range(6)]
    for site in sites:
        event_of(site, "built", "1925")
    kinds = ("records", "map", "timeline")
    story(prose("文字", "", *sites[:2]), *(placed(kind, *sites[:2]) for kind in kinds), slug="few")
    story(prose("文字", "", *sites), *(placed(kind, *sites) for kind in kinds), slug="many")
    for slug in ("few", "many"):
        with django_assert_max_num_queries(MOST_QUERIES):
            text(client, f"/stories/{slug}/")


MOST_QUERIES = 20

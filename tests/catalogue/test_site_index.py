"""The A–Z of names: by pinyin, in English by the English name, two hundred a page."""

import pytest
from django.utils import translation

from catalogue.site_index import PER_PAGE, index_page
from heritage.models import HeritageSite
from heritage.numbering import number_for_serial
from tests.factories import lead, make_divisions, published_site

pytestmark = pytest.mark.django_db
FIRST_SERIAL = 1_000_000  # far from those that factories draw


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


@pytest.fixture(autouse=True)
def _in_chinese():
    """What asks for a page directly asks in Chinese, whatever the last request left behind."""
    with translation.override("zh-hans"):
        yield


def many(division, names):
    """Public sites that are nothing but a name."""
    HeritageSite.objects.bulk_create(
        HeritageSite(
            division=division,
            collection=division.collection,
            number=number_for_serial(FIRST_SERIAL + place),
            name_zh=name,
            live=True,
        )
        for place, name in enumerate(names)
    )


def shape(page):
    """Of each group its letter, how many names, and whether it goes on from the page before."""
    return [(group.letter.initial, len(group.rows), group.is_continued) for group in page.groups]


def test_pages_hold_two_hundred_names_and_letters_lead_to_the_page_where_they_begin(changyi):
    many(changyi, [f"白山第{n}厂" for n in range(150)] + [f"长春第{n}厂" for n in range(260)] + ["103厂"])
    first, second, third = (index_page(number) for number in (1, 2, 3))
    assert [shape(page) for page in (first, second, third)] == [
        [("B", 150, False), ("C", 50, False)],
        [("C", 200, True)],
        [("C", 10, True), ("#", 1, False)],
    ]
    assert [(letter.initial, letter.page, letter.anchor) for letter in third.letters] == [
        ("B", 1, "letter-B"),
        ("C", 1, "letter-C"),
        ("#", 3, "letter-other"),
    ]
    names = [row.url for page in (first, second, third) for group in page.groups for row in group.rows]
    assert (len(names), len(set(names)), PER_PAGE) == (411, 411, 200)


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        ([("长春厂", ""), ("重庆路站", "Chóngqìnglù Zhàn")], ["长春厂", "重庆路站"]),
        ([("朝阳镇站", ""), ("珲春炭矿", "Húnchūn Tànkuàng")], ["朝阳镇站", "珲春炭矿"]),
        (
            [("鹤岗厂", "Hègǎng Chǎng"), ("哈达湾厂", ""), ("海龙厂", "Hǎilóng Chǎng")],
            ["哈达湾厂", "海龙厂", "鹤岗厂"],
        ),
    ],
)
def test_names_with_and_without_written_pinyin_stand_in_one_order(changyi, names, ordered):
    for name, pinyin in names:
        published_site(division=changyi, name_zh=name, name_pinyin=pinyin)
    assert [row.name for group in index_page(1).groups for row in group.rows] == ordered


def test_english_goes_by_the_english_name_and_by_pinyin_where_there_is_none(client, changyi):
    published_site(division=changyi, name_zh="白山厂", name_en="Zeppelin Works")
    published_site(division=changyi, name_zh="长春厂", name_en="")
    published_site(division=changyi, name_zh="造纸厂", name_en="Alpha Mill")
    page = client.get("/en/sites/").content.decode()
    assert sorted(("Alpha Mill", "长春厂", "Zeppelin Works"), key=page.index) == [
        "Alpha Mill",
        "长春厂",
        "Zeppelin Works",
    ]


@pytest.mark.parametrize("typed", ["0", "-1", "x", "1e3", "٣", "９９", "' OR 1=1", "9" * 400])
def test_an_unusable_page_is_named_and_the_first_one_shown(client, changyi, typed):
    published_site(division=changyi, name_zh="白山厂")
    answer = client.get("/en/sites/", {"page": typed, "sort": "x"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "is no usable value of “page”" in page
    assert "“sort” is not known" in page
    assert 'id="letter-F"' in page


def test_a_page_beyond_the_end_says_so_and_shows_the_last(client, changyi):
    published_site(division=changyi, name_zh="白山厂")
    page = client.get("/en/sites/", {"page": "7"}).content.decode()
    assert ("There is no page 7" in page, 'id="letter-F"' in page) == (True, True)


def test_what_is_not_public_is_in_no_count(changyi):
    published_site(division=changyi, name_zh="白山厂")
    lead(division=changyi, name_zh="长春线索")
    published_site(division=changyi, name_zh="撤下的厂").unpublish()
    page = index_page(1)
    assert (page.total, shape(page)) == (1, [("B", 1, False)])


@pytest.mark.parametrize("count", [3, 450])
@pytest.mark.parametrize("address", ["/sites/", "/en/sites/?page=2"])
def test_the_index_needs_a_constant_number_of_queries(
    client, changyi, django_assert_max_num_queries, count, address
):
    many(changyi, [f"{city}第{n}厂" for n in range(count // 3) for city in ("白山", "长春", "吉林")])
    with django_assert_max_num_queries(8):
        assert client.get(address).status_code == 200

"""Beside a site's page: citations to take away, and the sheet to print."""

from datetime import date

import pytest
import time_machine

from catalogue.citations import Citations, cite
from tests.factories import make_divisions, published_site
from tests.inventory import component_of, event_of

pytestmark = pytest.mark.django_db
SHEETS = ("cite", "history", "print")


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def test_a_record_is_cited_in_four_forms_with_the_day_of_access():
    assert cite(
        number="JL0000H9",
        name_zh="水泥厂",
        name_en="Cement {Works} & Co",
        url="https://example.org/sites/JL0000H9/",
        changed_on=date(2026, 3, 5),
        today=date(2026, 11, 25),
    ) == Citations(
        gbt7714=(
            "吉林工业遗产名录. 水泥厂：JL0000H9[EB/OL]. (2026-03-05)[2026-11-25]. "
            "https://example.org/sites/JL0000H9/."
        ),
        english=(
            "Industrial Heritage of Jilin. “Cement {Works} & Co” (JL0000H9). Last changed 5 March 2026. "
            "Accessed 25 November 2026. https://example.org/sites/JL0000H9/."
        ),
        bibtex=(
            "@misc{JL0000H9,\n  title = {Cement (Works) \\& Co},\n"
            "  author = {{Industrial Heritage of Jilin}},\n  year = {2026},\n"
            "  url = {https://example.org/sites/JL0000H9/},\n  urldate = {2026-11-25},\n"
            "  note = {水泥厂, JL0000H9}\n}\n"
        ),
        ris=(
            "TY  - ELEC\nTI  - 水泥厂\nTT  - Cement {Works} & Co\nAU  - 吉林工业遗产名录\nPY  - 2026\n"
            "DA  - 2026/03/05\nAN  - JL0000H9\nUR  - https://example.org/sites/JL0000H9/\n"
            "Y2  - 2026/11/25\nER  - \n"
        ),
    )


@pytest.mark.parametrize(
    ("wanted", "media_type", "first"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@misc{"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - ELEC"),
    ],
)
def test_a_citation_is_downloaded_for_a_reference_manager(client, changyi, wanted, media_type, first):
    site = published_site(division=changyi)
    answer = client.get(f"/sites/{site.number}/cite/", {"format": wanted})
    assert answer.content.decode().startswith(first)
    assert [answer.headers[name] for name in ("Content-Type", "Content-Disposition", "X-Robots-Tag")] == [
        media_type,
        f'attachment; filename="{site.number}.{wanted}"',
        "noindex",
    ]


@pytest.mark.parametrize("wanted", ["BIB", "../etc/passwd", "<script>", "x" * 5000])
def test_an_unknown_form_of_citation_is_named_and_the_page_shown(client, changyi, wanted):
    site = published_site(division=changyi)
    answer = client.get(f"/en/sites/{site.number}/cite/", {"format": wanted})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "is no usable value of “format”" in page
    assert "<script>" not in page.split("<main", 1)[1]


def test_every_form_can_be_selected_without_a_script(client, changyi):
    site = published_site(division=changyi, name_zh="水泥厂")
    page = client.get(f"/sites/{site.number}/cite/").content.decode()
    assert [
        f'<pre class="cite citebox__text{kind}" id="{name}" tabindex="0"' in page
        for name, kind in (
            ("cite-gbt", ""),
            ("cite-en", ""),
            ("cite-bib", " cite--code"),
            ("cite-ris", " cite--code"),
        )
    ] == [True] * 4


@time_machine.travel(date(2026, 11, 25))
def test_the_print_sheet_tells_all_of_a_record_and_its_address_without_a_script(client, changyi):
    site = published_site(division=changyi, name_zh="哈达湾水泥厂", absences={"condition": "unknown"})
    event_of(site, "closed", "2018", words_zh="停产关闭")
    component_of(site, "回转窑", destiny="lost")
    page = client.get(f"/sites/{site.number}/print/").content.decode()
    told = ("哈达湾水泥厂", "红砖厂房，木屋架。", "停产关闭", "回转窑", site.citations.get().source.title)
    assert [words for words in (*told, f"/sites/{site.number}/", "2026-11-25") if words not in page] == []
    assert "<script" not in page


@pytest.mark.parametrize("sheet", SHEETS)
def test_search_engines_are_asked_to_keep_the_record_and_not_its_sheets(client, changyi, sheet):
    site = published_site(division=changyi)
    page = client.get(f"/sites/{site.number}/").content.decode()
    beside = client.get(f"/sites/{site.number}/{sheet}/").content.decode()
    noindex = '<meta name="robots" content="noindex">'
    assert (f"/sites/{site.number}/{sheet}/" in page, noindex in page, noindex in beside) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_sheets_follow_the_number_of_their_record(client, changyi, sheet, prefix):
    site = published_site(division=changyi, name_zh="撤下的厂")
    typed = client.get(f"{prefix}/sites/{site.number.lower()}/{sheet}/?format=x")
    assert (typed.status_code, typed.headers["Location"]) == (
        301,
        f"{prefix}/sites/{site.number}/{sheet}/?format=x",
    )
    site.unpublish()
    gone = client.get(f"{prefix}/sites/{site.number}/{sheet}/")
    assert (gone.status_code, "撤下的厂" in gone.content.decode()) == (410, False)
    assert client.get(f"{prefix}/sites/JL000010/{sheet}/").status_code == 404

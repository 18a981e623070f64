"""An officer reads Chinese on every screen of the admin: what is Latin there stands in the list below."""

import json
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from heritage.exchange.reference import load_reference
from tests.heritage.scoping.addresses import PLACEHOLDERS, Address, admin_addresses, classify
from tests.heritage.scoping.snippets import KINDS, ListAddress, RowAddress, namespace
from tests.heritage.scoping.world import Rows, World, make_world
from tests.officers import PARTS

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a thumbnail to the garbage collector.
    pytest.mark.usefixtures("renditions_are_made"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

#: Latin that belongs in Chinese text, with what it is.
ALLOWED = (
    r"WGS ?84|CGCS2000|GCJ-02|BD-09|GPS|EDTF|ISO 8601-2|GB/T|Getty|AAT",  # standards and systems
    r"CC0 1\.0|CC BY(?:-SA)? 4\.0",  # licences
    r"(?i:\b(?:csv|xlsx|docx|txt|json|geojson|pdf|zip)\b)|下载(?:CSV|XLSX)",  # formats
    r"(?i:\b(?:avif|jpe?g|png|webp|tiff?|mb)\b)",  # formats of images, and megabytes
    r"\b(?:Ctrl|Shift|Esc)\b",  # keys of the keyboard
    r"English",  # a language in its own words
    r"JavaScript|Natural Earth",  # names
    r"https?://\S+",
    r"JL[0-9A-Z]{6}",  # record numbers
    r"\bG[1-6]\b",  # gates
    # What the rows of the tests hold.
    r"zq(?: \w+)?|(?:live|newer)220202|user\d+|Former Machine Works No\. \d+|\w+\.(?:txt|jpg)|nothing",
)
#: The public page, tested as such; and Wagtail's choosers of links, opened from rich text only, whose labels
#: have no message to translate.
LEFT_OUT = (
    "preview",
    "revisions_view",
    "choose_page_",
    "sprite",
    "javascript_catalog",
    "logout",
    "failwhale",
)
BULK = (
    "/admin/bulk/media/photograph/delete/?id={photograph}",
    "/admin/bulk/media/photograph/add_tags/?id={photograph}",
    "/admin/bulk/media/photograph/add_to_collection/?id={photograph}",
    "/admin/bulk/media/attachment/delete/?id={attachment}",
    "/admin/bulk/media/attachment/add_tags/?id={attachment}",
    "/admin/bulk/media/attachment/add_to_collection/?id={attachment}",
)
READ_ALOUD = ("title", "aria-label", "aria-description", "placeholder", "alt")


@pytest.fixture
def world() -> World:
    made = make_world()
    load_reference()
    return made


@pytest.mark.parametrize(
    "role",
    [
        "county_officer",
        *(pytest.param(role, marks=pytest.mark.audit) for role in ("surveyor", "administrator")),
    ],
)
def test_an_officer_reads_only_chinese(world: World, role: str):
    client = Client()
    client.force_login(world.person(role), backend="django.contrib.auth.backends.ModelBackend")
    screens = {url: client.get(url) for url in addresses_of(world.own)}
    shown = {url: response for url, response in screens.items() if response.status_code == 200}
    assert len(shown) > 40, "too few screens were shown"
    found = {word for response in shown.values() for word in foreign_words(response)}
    assert found == set()


@pytest.mark.parametrize(
    "name", ["login", "password_reset", "password_reset_done", "password_reset_complete"]
)
def test_who_is_not_signed_in_reads_only_chinese(client: Client, name: str):
    response = client.get(reverse(f"wagtailadmin_{name}"))
    assert (response.status_code, foreign_words(response)) == (200, [])


def test_a_refused_form_speaks_chinese(world: World):
    client = Client()
    client.force_login(world.person("county_officer"), backend="django.contrib.auth.backends.ModelBackend")
    no_parts = {
        f"{part}-{count}_FORMS": 0 for part in (*PARTS, "not_entered") for count in ("TOTAL", "INITIAL")
    }
    refused = [
        client.post(reverse(name), no_parts, follow=True)
        for name in (
            "wagtailsnippets_heritage_heritagesite:add",
            *(f"{namespace(kind)}:add" for kind in KINDS),
            "wagtaildocs:add",
            "wagtailimages:add",
            "wagtailadmin_login",
        )
    ]
    assert [foreign_words(response) for response in refused] == [[]] * len(refused)


def test_what_scripts_say_is_chinese_too(world: World):
    client = Client()
    client.force_login(world.person("surveyor"), backend="django.contrib.auth.backends.ModelBackend")
    catalogue = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    spoken = re.search(r"const newcatalog = (\{.*?\});\n", catalogue, re.DOTALL)
    english = [
        text for text in _all_texts(json.loads(spoken[1])) if _is_foreign(re.sub(r"%\(\w+\)[sd]", "", text))
    ]
    assert english == []


def _all_texts(catalogue: dict[str, str | list[str]]) -> Iterator[str]:
    for text in catalogue.values():
        yield from [text] if isinstance(text, str) else text


def test_the_reader_of_screens_finds_english():
    page = HttpResponse('<p>名称 <b title="Help">Name</b></p><script>code</script><p>EDTF</p>')
    assert foreign_words(page) == ["Help", "Name"]


def addresses_of(rows: Rows) -> Iterator[str]:
    """Yield every address of the admin, filled with the rows of the officer's own division."""
    for address in admin_addresses():
        if not any(part in address.name for part in LEFT_OUT):
            yield from _filled(address, rows)
    for pattern in BULK:
        yield pattern.format(photograph=rows.photograph.pk, attachment=rows.attachment.pk)


def _filled(address: Address, rows: Rows) -> Iterator[str]:
    match classify(address):
        case RowAddress(fill=fill):
            yield reverse(address.name, kwargs=fill(rows))
        case ListAddress():
            yield from (reverse(address.name) + query for query in ("", "?q=zq", "?q=nothing"))
        case _:
            try:
                yield reverse(
                    address.name, kwargs={name: PLACEHOLDERS.get(name, 1) for name in address.parameters}
                )
            except NoReverseMatch:
                return  # a pattern without a name


def foreign_words(response: HttpResponse) -> list[str]:
    """List the texts of a screen, or of a dialogue in JSON, that hold Latin words we do not allow."""
    return sorted({text for text in _texts(_html_of(response)) if _is_foreign(text)})


def _is_foreign(text: str) -> bool:
    return re.search(r"[A-Za-z]{2,}", re.sub("|".join(ALLOWED), "", text)) is not None


def _html_of(response: HttpResponse) -> str:
    kind = response["Content-Type"]
    if kind.startswith("text/html"):
        return response.content.decode()
    if kind.startswith("application/json"):
        answer = json.loads(response.content)
        return answer.get("html", "") if isinstance(answer, dict) else ""
    return ""


def _texts(html: str) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    for unread in soup(["script", "style", "svg"]):
        unread.decompose()
    for text in soup.find_all(string=True):
        if not isinstance(text, (Comment, Doctype)) and text.strip():
            yield " ".join(text.split())
    for element in soup.find_all(True):
        yield from (element[name] for name in READ_ALOUD if element.get(name))
        if element.name == "input" and element.get("type") in ("submit", "button") and element.get("value"):
            yield element["value"]

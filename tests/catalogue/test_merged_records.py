"""A record that was merged into another leads on to it, where both may be spoken of."""

import pytest

from heritage.models import HeritageSite, SiteMerge
from heritage.services.merging import merge_sites
from heritage.services.undoing_merges import undo_merge
from tests.factories import drafted_site, make_divisions, officer, published_site
from tests.indexes import found
from tests.inventory import component_of

pytestmark = pytest.mark.django_db
TWINS = ("/", ".json", ".jsonld", ".geojson", "/cite/", "/history/", "/print/")


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def changyi(divisions):
    return divisions["220202"]


@pytest.fixture
def people(divisions):
    return officer("surveyor", divisions["220202"]), officer("city_reviewer", divisions["220200"])


def merge(kept: HeritageSite, merged: HeritageSite, people) -> SiteMerge:
    return merge_sites(kept=kept, merged=merged, reason="同一厂址", picks={}, by=people[0], second=people[1])


def leads_to(client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.fixture
def pair(changyi):
    return (
        published_site(division=changyi, name_zh="哈达湾水泥厂旧址"),
        published_site(division=changyi, name_zh="吉林水泥厂旧址"),
    )


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_address_of_the_merged_record_leads_to_that_of_the_kept_one(client, pair, people, language):
    kept, merged = pair
    merge(kept, merged, people)
    for twin in TWINS:
        expected = (301, f"{language}/sites/{kept.number}{twin}")
        assert leads_to(client, f"{language}/sites/{merged.number}{twin}") == expected


def test_what_is_asked_of_the_old_address_is_asked_of_the_new_one(client, pair, people):
    kept, merged = pair
    merge(kept, merged, people)
    found = leads_to(client, f"/sites/{merged.number}/cite/?format=bib")
    assert found == (301, f"/sites/{kept.number}/cite/?format=bib")


def test_a_component_is_found_under_its_new_number(client, pair, people):
    kept, merged = pair
    component_of(kept, "窑头")
    component_of(merged, "窑尾")
    merge(kept, merged, people)
    for language in ("", "/en"):
        found = leads_to(client, f"{language}/sites/{merged.number}/components/1/")
        assert found == (301, f"{language}/sites/{kept.number}/components/2/")
    assert client.get(f"/sites/{merged.number}/components/7/").status_code == 404


def test_a_chain_of_merges_leads_to_its_end(client, pair, people, changyi):
    kept, merged = pair
    last = published_site(division=changyi, name_zh="第三水泥厂旧址")
    merge(kept, merged, people)
    merge(last, kept, people)
    for site in pair:
        assert leads_to(client, f"/sites/{site.number}/") == (301, f"/sites/{last.number}/")


def test_nobody_is_led_to_a_record_that_is_not_public(client, pair, people):
    kept, merged = pair
    merge(kept, merged, people)
    HeritageSite.objects.get(pk=kept.pk).unpublish()
    answer = client.get(f"/sites/{merged.number}/")
    assert answer.status_code == 410
    assert kept.number not in answer.content.decode()


def test_a_record_that_was_never_public_leads_nowhere(client, people, changyi):
    kept = published_site(division=changyi, name_zh="哈达湾水泥厂旧址")
    draft = drafted_site(division=changyi, name_zh="水泥厂草稿")
    merge(kept, draft, people)
    assert client.get(f"/sites/{draft.number}/").status_code == 404


def test_a_record_withdrawn_before_it_was_merged_stays_gone(client, pair, people):
    kept, merged = pair
    merged.unpublish()
    merge(kept, merged, people)
    assert client.get(f"/sites/{merged.number}/").status_code == 410


def test_after_undoing_both_have_their_pages(client, pair, people):
    undo_merge(merge=merge(*pair, people), by=people[1])
    assert [client.get(f"/sites/{site.number}/").status_code for site in pair] == [200, 200]


def test_the_old_name_finds_the_kept_record_and_search_forgets_the_other(index, pair, people):
    kept, merged = pair
    index()
    assert found("吉林水泥厂旧址") == {merged.pk}
    merge(kept, merged, people)
    index()
    assert found("吉林水泥厂旧址") == {kept.pk}

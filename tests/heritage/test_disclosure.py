"""What the public may know of a site, and what never leaves the house."""

import pytest

from heritage.disclosure import (
    Place,
    RelatedRecord,
    disclose,
    disclose_place,
    may_be_told,
    may_see_photograph,
    public_sites,
)
from heritage.models import HeritageSite, SiteCitation, Source
from heritage.models.sites import LocationDisclosure
from tests.factories import (
    SourceFactory,
    drafted_site,
    lead,
    make_divisions,
    name_of,
    photograph,
    published_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def cite(site, statement, *, is_own=False, **values):
    """Support a statement of the site by a source."""
    source = SourceFactory(
        collection=site.collection, basis="own_knowledge" if is_own else "sourced", confidence="low"
    )
    return SiteCitation.objects.create(site=site, source=source, statement=statement, sort_order=9, **values)


def told(site):
    """What a stranger is told."""
    return disclose(public_sites().get(pk=site.pk))


def place_of(changyi, **values):
    """The place of a site with these values; the point lies off every grid line."""
    values = {"longitude": 126.55678, "latitude": 43.85432, "uncertainty_m": 15, **values}
    return disclose_place(HeritageSite(division=changyi, **values))


# Which records


def test_drafts_and_leads_are_not_told_of(changyi):
    public = published_site(division=changyi)
    hidden = [drafted_site(division=changyi), lead(division=changyi)]
    assert list(public_sites()) == [public]
    assert [may_be_told(site) for site in (public, *hidden)] == [True, False, False]


def test_a_withdrawn_record_is_not_told_of(changyi):
    site = published_site(division=changyi)
    site.unpublish()
    assert (list(public_sites()), may_be_told(site)) == ([], False)


def test_records_of_a_training_division_are_not_told_of(changyi):
    site = published_site(division=changyi)
    changyi.is_training = True
    changyi.save()
    assert (list(public_sites()), may_be_told(HeritageSite.objects.get(pk=site.pk))) == ([], False)


def test_the_draft_of_a_public_record_is_not_told(changyi):
    site = published_site(division=changyi, name_zh="水泥厂旧址")
    site.name_zh = "草稿里的名称"
    site.save_revision()
    assert told(site).name_zh == "水泥厂旧址"


def test_a_related_record_that_is_not_public_is_absent(changyi):
    whole = published_site(division=changyi)
    part = published_site(division=changyi, parent=whole, name_zh="烧成车间", name_en="Kiln Shop")
    drafted_site(division=changyi, parent=whole)
    assert told(whole).parts == (RelatedRecord(part.number, "烧成车间", "Kiln Shop"),)
    assert told(part).parent == RelatedRecord(whole.number, whole.name_zh, whole.name_en)
    whole.unpublish()
    assert told(part).parent is None


def test_parts_that_are_not_public_are_absent_also_when_they_were_not_prefetched(changyi):
    whole = published_site(division=changyi)
    drafted_site(division=changyi, parent=whole)
    assert disclose(HeritageSite.objects.get(pk=whole.pk)).parts == ()


# Own knowledge


def test_a_name_of_own_knowledge_alone_is_kept_inside(changyi):
    site = published_site(division=changyi)
    known, guessed = name_of(site, "松江水泥厂"), name_of(site, "六五二厂")
    cite(site, known.statement)
    cite(site, guessed.statement, is_own=True)
    assert [name.name for name in told(site).names] == ["松江水泥厂"]


def test_a_dating_of_own_knowledge_alone_is_kept_inside(changyi):
    site = published_site(division=changyi)
    cite(site, "dating", is_own=True)
    public = told(site)
    assert (public.period_text, public.period_edtf, public.earliest_on, public.latest_on) == (
        "",
        "",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("statement", "field", "nothing"),
    [("description", "description_zh", ""), ("current_use", "current_use", "")],
)
def test_a_text_of_own_knowledge_alone_is_kept_inside(changyi, statement, field, nothing):
    site = published_site(division=changyi, description_zh="红砖厂房。", current_use="仓库")
    cite(site, statement, is_own=True)
    assert getattr(told(site), field) == nothing


def test_a_point_of_own_knowledge_alone_is_kept_inside(changyi):
    site = published_site(division=changyi)
    cite(site, "place", is_own=True)
    assert told(site).place == Place(changyi, None, None, None, 0, "grid_0.001")


def test_one_published_source_beside_own_knowledge_is_enough(changyi):
    site = published_site(division=changyi)
    name = name_of(site, "松江水泥厂")
    cite(site, name.statement, is_own=True)
    cite(site, name.statement)
    assert [(name.name, name.source_indexes) for name in told(site).names] == [("松江水泥厂", (2,))]


def test_a_statement_whose_source_was_deleted_is_kept_inside(changyi):
    site = published_site(division=changyi)
    citation = cite(site, name_of(site, "六五二厂").statement, is_own=True)
    Source.objects.get(pk=citation.source_id).delete()
    assert told(site).names == ()


def test_own_knowledge_is_not_among_the_sources(changyi):
    site = published_site(division=changyi)
    cite(site, "", is_own=True)
    cited = cite(site, "dating", locator="第12页", claim="1933年12月建厂")
    assert [(source.index, source.title, source.statements) for source in told(site).sources] == [
        (1, site.citations.first().source.title, ()),
        (2, cited.source.title, (("dating", "第12页", "1933年12月建厂", "low"),)),
    ]
    assert told(site).statement_sources == {"dating": (2,)}


# Place


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("exact", (126.55678, 43.85432, 15, 4)),
        ("grid_0.001", (126.557, 43.854, 79, 3)),
        ("grid_0.05", (126.55, 43.85, 3936, 2)),
    ],
)
def test_the_point_is_snapped_to_the_chosen_precision(changyi, precision, expected):
    assert place_of(changyi, location_disclosure=precision) == Place(changyi, *expected, precision)


@pytest.mark.parametrize(
    ("uncertainty_m", "stated", "decimals"),
    [(5, 79, 3), (79, 79, 3), (500, 500, 3), (3000, 3000, 2), (20_000, 20_000, 1)],
)
def test_the_stated_radius_is_never_smaller_than_the_snap_nor_the_decimals_finer(
    changyi, uncertainty_m, stated, decimals
):
    place = place_of(changyi, uncertainty_m=uncertainty_m)
    assert (place.uncertainty_m, place.decimals) == (stated, decimals)


def test_the_county_alone_is_named_without_a_point(changyi):
    place = place_of(changyi, location_disclosure=LocationDisclosure.COUNTY)
    assert place == Place(changyi, None, None, None, 0, "county")


def test_of_a_hidden_place_not_even_the_county_is_named(changyi):
    place = place_of(changyi, location_disclosure=LocationDisclosure.HIDDEN)
    assert place == Place(None, None, None, None, 0, "hidden")


def test_a_record_without_a_point_says_so(changyi):
    assert place_of(changyi, longitude=None, latitude=None).has_point is False


def test_a_claim_may_not_tell_a_place_more_precisely_than_the_record(changyi):
    site = published_site(division=changyi)
    citation = cite(site, "place", locator="附图", claim="东经126°33′24.4″")
    assert told(site).sources[-1].statements == (("place", "附图", "", "low"),)
    HeritageSite.objects.filter(pk=site.pk).update(location_disclosure="exact")
    assert told(site).sources[-1].statements == (("place", "附图", citation.claim, "low"),)


def test_what_supports_an_address_is_not_told(changyi):
    site = published_site(division=changyi, address="松江东路1号")
    cite(site, "address", claim="松江东路1号")
    assert "松江东路" not in repr(told(site))
    assert told(site).statement_sources == {}


def test_notes_are_not_told(changyi):
    site = published_site(division=changyi, note="钥匙在门卫处")
    name_of(site, "松江水泥厂", note="口述未核")
    assert "门卫" not in repr(told(site))
    assert "口述" not in repr(told(site))


# Photographs


def test_a_photograph_is_shown_when_licensed_credited_and_on_a_public_record(changyi):
    site, draft = published_site(division=changyi), drafted_site(division=changyi)
    free = {"licence": "cc-by-4.0", "credit": "王文物"}
    shown = photograph("厂门", changyi.collection, on=site, **free)
    not_shown = [
        photograph("未署名", changyi.collection, on=site, licence="cc-by-4.0"),
        photograph("草稿", changyi.collection, on=draft, **free),
        photograph("未用", changyi.collection, **free),
    ]
    assert [may_see_photograph(row) for row in (shown, *not_shown)] == [True, False, False, False]


def test_telling_a_page_of_sites_asks_a_constant_number_of_queries(changyi, django_assert_num_queries):
    whole = published_site(division=changyi)
    for number in range(9):
        name_of(published_site(division=changyi, parent=whole), f"别名{number}")
    for count in (2, 10):
        with django_assert_num_queries(15):
            page = [disclose(site) for site in public_sites()[:count]]
            assert all(site.place.division.full_name for site in page)
        assert len(page) == count

"""What is kept of a record is told only as long as it is what disclosure would say."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db.models import Model

from heritage.disclosure import (
    disclose,
    disclose_component,
    public_components,
    public_sites,
    site_summaries,
    summarise,
)
from heritage.models import Enterprise, HeritageSite, Organisation, SiteCitation
from media.licences import Licence
from search.document_schema import DocumentKey
from search.models import ToldRecord
from search.told import FOR_LISTS, WORDS, told, told_site, versions_of
from tests.factories import SourceFactory, make_divisions, name_of, photograph, published_site
from tests.inventory import (
    component_of,
    decree,
    designation,
    enterprise_in,
    event_of,
    project_in,
    term,
)

KEPT = 2  # queries: what is kept, and the divisions


def key_of(record: Model) -> DocumentKey:
    return DocumentKey("component" if record._meta.model_name == "component" else "site", record.pk)


def disclosed() -> dict[DocumentKey, object]:
    """What disclosure says of everything now."""
    return {
        **{DocumentKey("site", row.pk): disclose(row) for row in public_sites()},
        **{DocumentKey("component", row.pk): disclose_component(row) for row in public_components()},
    }


@pytest.fixture
def county(db):
    return make_divisions()["220202"]


@pytest.fixture
def works(county) -> HeritageSite:
    """A site with something of everything."""
    site = published_site(
        division=county,
        type=term("type", "workshop", "厂房"),
        parent=published_site(division=county, name_zh="老厂区"),
    )
    name_of(site, "松江水泥厂", period_text="1933年", earliest_on=date(1933, 1, 1))
    event_of(site, "closed", "1990")
    body = Organisation.objects.create(name_zh="省文化厅", kind="department", collection=county.collection)
    designation(site, decree=decree(county.collection, issued_by=body, issued_by_words=""))
    source = SourceFactory(collection=county.collection)
    SiteCitation.objects.create(site=site, source=source, statement="description", claim="红砖", sort_order=1)
    component_of(site, "转盘", moved_to=published_site(division=county, name_zh="新厂"), destiny="moved")
    project_in(county, site)
    enterprise_in(county, site)
    photograph("大门", county.collection, on=site)
    return site


def test_what_is_kept_is_what_disclosure_says(works, index, django_assert_num_queries) -> None:
    index()
    expected = disclosed()
    with django_assert_num_queries(2 * KEPT):  # sites and components
        found = told(expected)
    assert found == expected


def test_a_summary_is_kept_with_the_whole(works, index, django_assert_num_queries) -> None:
    index()
    summary = summarise(site_summaries().get(pk=works.pk))
    with django_assert_num_queries(KEPT):
        assert told([key_of(works)], FOR_LISTS) == {key_of(works): summary}


def rename_itself(site: HeritageSite) -> None:
    site.name_zh = "改名"
    site.save()


def rename_by_update(site: HeritageSite) -> None:
    HeritageSite.objects.filter(pk=site.pk).update(name_zh="改名")


def rename_the_whole(site: HeritageSite) -> None:
    rename_itself(site.parent)


def rename_where_a_component_is(site: HeritageSite) -> None:
    rename_itself(site.components.get().moved_to)


def rename_the_enterprise(site: HeritageSite) -> None:
    enterprise = Enterprise.objects.get()
    enterprise.name_zh = "改名"
    enterprise.save()


def rename_the_type(site: HeritageSite) -> None:
    site.type.label_zh = "改名"
    site.type.save()


def rename_the_body_of_the_decree(site: HeritageSite) -> None:
    body = Organisation.objects.get()
    body.name_zh = "改名"
    body.save()


def rename_the_prefecture(site: HeritageSite) -> None:
    prefecture = site.division.parent
    prefecture.name_zh = "改名市"
    prefecture.save()


def license_the_photograph(site: HeritageSite) -> None:
    picture = site.photographs.get().photograph
    picture.licence, picture.credit = Licence.CC0, "改名"
    picture.save()


@pytest.mark.parametrize(
    "change",
    [
        rename_itself,
        rename_by_update,
        rename_the_whole,
        rename_where_a_component_is,
        rename_the_enterprise,
        rename_the_type,
        rename_the_body_of_the_decree,
        rename_the_prefecture,
        license_the_photograph,
    ],
)
def test_a_change_is_told_before_and_after_it_is_kept(works, index, change: Callable) -> None:
    index()
    change(HeritageSite.objects.get(pk=works.pk))
    after = disclosed()
    assert told(after) == after
    index()
    assert told(after) == after


def test_what_is_withdrawn_is_told_no_more_and_kept_no_longer(works, index) -> None:
    index()
    works.unpublish()
    assert told([key_of(works)]) == {}
    assert told_site(works.number) is None
    index()
    assert ToldRecord.objects.filter(kind="site", record_pk=works.pk).count() == 0


def test_a_site_is_found_by_its_number_kept_or_not(works, index, django_assert_num_queries) -> None:
    expected = disclose(public_sites().get(pk=works.pk))
    assert told_site(works.number) == expected
    index()
    with django_assert_num_queries(KEPT):
        assert told_site(works.number) == expected


def test_what_another_code_has_kept_is_not_taken(works, index) -> None:
    index()
    ToldRecord.objects.update(form="of another day", content="[]")
    expected = disclosed()
    assert told(expected) == expected


def test_changed_words_leave_nothing_standing(works, index) -> None:
    index()
    before = versions_of([])[WORDS]
    term("era", "minguo", "民国")
    assert versions_of([])[WORDS] == before + 1

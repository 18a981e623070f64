"""Every way in which a record can be written reaches the index, and what is withdrawn leaves it."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from heritage.models import EnterpriseName, HeritageSite, SiteName
from heritage.models.sites import Recognition
from heritage.services.transferring import transfer_site
from search.checks import compare_index
from search.engine import get_engine
from search.query import SearchQuery
from tests.factories import (
    SiteFactory,
    SourceFactory,
    attachment,
    drafted_site,
    make_divisions,
    photograph,
    published_site,
    superuser,
)
from tests.indexes import found
from tests.inventory import component_of, decree, designation, enterprise_in, project_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def is_in_step() -> bool:
    return compare_index().is_in_step


def filtered(**filters: str) -> set[int]:
    """The primary keys of the sites that a search by facets finds."""
    query = SearchQuery(filters={name: (value,) for name, value in filters.items()})
    return {key.pk for key in get_engine().iter_keys(query) if key.kind == "site"}


def test_a_published_revision_is_found_and_its_old_name_is_not(index, changyi):
    site = published_site(division=changyi, name_zh="红旗灯泡厂旧址")
    index()
    site.name_zh = "东风灯泡厂旧址"
    site.save_revision().publish()
    index()
    assert (found("红旗灯泡厂"), found("东风灯泡厂"), is_in_step()) == (set(), {site.pk}, True)


def test_a_draft_of_a_live_record_leaves_the_index_as_it_was(index, changyi):
    site = published_site(division=changyi, name_zh="红旗灯泡厂旧址")
    site.name_zh = "未审定名称"
    site.save_revision()
    index()
    assert (found("未审定名称"), found("红旗灯泡厂"), is_in_step()) == (set(), {site.pk}, True)


def test_a_saved_draft_and_a_lead_never_enter_the_index(index, changyi):
    drafted_site(division=changyi, name_zh="草稿中的水塔")
    SiteFactory(division=changyi, name_zh="线索中的水塔", recognition=Recognition.CLUE)
    index()
    assert (found("水塔"), is_in_step()) == (set(), True)


def test_unpublishing_takes_a_record_out(index, changyi):
    site = published_site(division=changyi, name_zh="红旗灯泡厂旧址")
    index()
    site.unpublish()
    index()
    assert (found("灯泡厂"), is_in_step()) == (set(), True)


def test_deleting_one_record_and_deleting_in_bulk_take_them_out(index, changyi):
    first, second, kept = (published_site(division=changyi, name_zh=f"灯泡厂{n}号") for n in range(3))
    index()
    first.delete()
    HeritageSite.objects.filter(pk=second.pk).delete()
    index()
    assert (found("灯泡厂"), is_in_step()) == ({kept.pk}, True)


def test_bulk_created_and_bulk_updated_rows_are_brought_in(index, changyi):
    rows = [
        SiteFactory.build(division=changyi, collection=changyi.collection, live=True, number=f"JL0000{n}0")
        for n in range(3)
    ]
    for row in rows:
        row.name_zh = "批量入库的窑炉"
    HeritageSite.objects.bulk_create(rows)
    index()
    after_create = found("批量入库的窑炉")
    for row in rows:
        row.name_zh = "批量改名的窑炉"
    HeritageSite.objects.bulk_update(rows, ["name_zh"])
    index()
    pks = {row.pk for row in rows}
    assert (after_create, found("批量改名的窑炉"), found("批量入库的窑炉"), is_in_step()) == (
        pks,
        pks,
        set(),
        True,
    )


def test_an_update_by_query_is_brought_in(index, changyi):
    site = published_site(division=changyi, name_zh="红旗灯泡厂旧址")
    index()
    HeritageSite.objects.filter(pk=site.pk).update(name_zh="东风灯泡厂旧址")
    index()
    assert (found("东风灯泡厂"), found("红旗灯泡厂"), is_in_step()) == ({site.pk}, set(), True)


def test_another_name_written_beside_the_form_is_brought_in(index, changyi):
    site = published_site(division=changyi, name_zh="灯泡厂旧址")
    index()
    SiteName.objects.create(site=site, name="康德电球株式会社", sort_order=0)
    index()
    assert (found("康德电球"), is_in_step()) == ({site.pk}, True)


def test_a_transfer_to_another_division_changes_where_a_record_is_found(index, changyi):
    site = published_site(division=changyi, name_zh="灯泡厂旧址")
    index()
    before = found("昌邑区")
    other = changyi.parent.parent.children.get(code="220300").children.get(code="220303")
    transfer_site(site=site, to=other, by=superuser())
    index()
    assert (before, found("昌邑区"), found("铁东区"), is_in_step()) == ({site.pk}, set(), {site.pk}, True)


def test_a_renamed_division_and_a_renamed_source_reach_their_records(index, changyi):
    source = SourceFactory(title="旧县志", collection=changyi.collection)
    site = published_site(division=changyi, name_zh="灯泡厂旧址", source=source)
    index()
    changyi.name_zh = "新昌邑区"
    changyi.save()
    source.title = "新修县志"
    source.save()
    index()
    assert (found("新昌邑区"), found("新修县志"), found("旧县志"), is_in_step()) == (
        {site.pk},
        {site.pk},
        set(),
        True,
    )


def test_a_photograph_and_a_document_change_nothing_that_is_searched(index, changyi):
    site = published_site(division=changyi, name_zh="灯泡厂旧址")
    index()
    photograph("车间内景照片", changyi.collection, on=site)
    attachment("内部文件", changyi.collection)
    index()
    assert (found("车间内景照片"), found("内部文件"), is_in_step()) == (set(), set(), True)


def test_a_scheduled_revision_enters_when_its_time_has_come(index, changyi, time_machine):
    site = SiteFactory(division=changyi, name_zh="灯泡厂旧址")
    site.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    site.save_revision().publish()
    index()
    before = found("灯泡厂")
    time_machine.move_to(timezone.now() + timezone.timedelta(hours=2))
    call_command("publish_scheduled")
    index()
    assert (before, found("灯泡厂"), is_in_step()) == (set(), {site.pk}, True)


def test_an_expired_record_leaves_when_its_time_has_come(index, changyi, time_machine):
    site = SiteFactory(division=changyi, name_zh="灯泡厂旧址")
    site.expire_at = timezone.now() + timezone.timedelta(hours=1)
    site.save_revision().publish()
    index()
    before = found("灯泡厂")
    time_machine.move_to(timezone.now() + timezone.timedelta(hours=2))
    call_command("publish_scheduled")
    index()
    assert (before, found("灯泡厂"), is_in_step()) == ({site.pk}, set(), True)


def test_the_loader_brings_its_records_in(index):
    call_command("load_reference")
    call_command("load_sample")
    index()
    assert (len(found("哈达湾")) > 0, HeritageSite.objects.filter(live=False).count(), is_in_step()) == (
        True,
        14,
        True,
    )


def test_a_designation_and_its_decree_reach_the_site_when_made_changed_and_deleted(index, changyi):
    site = published_site(division=changyi)
    row = designation(
        site, level="province", decree=decree(site.collection, document_number="吉政发〔2007〕9号")
    )
    index()
    made = (filtered(level="province"), found("吉政发〔2007〕9号"))
    row.decree.document_number = "吉政发〔2007〕10号"
    row.decree.save()
    index()
    changed = found("吉政发〔2007〕10号")
    row.delete()
    index()
    assert (made, changed, filtered(level="none"), is_in_step()) == (
        ({site.pk}, {site.pk}),
        {site.pk},
        {site.pk},
        True,
    )


def test_a_project_reaches_the_sites_that_join_leave_and_outlive_it(index, changyi):
    first, second = published_site(division=changyi), published_site(division=changyi)
    project = project_in(changyi, first)
    index()
    joined = filtered(project="park")
    project.sites.set([second])
    project.save()
    index()
    changed = filtered(project="park")
    project.delete()
    index()
    assert (joined, changed, filtered(project="park"), is_in_step()) == ({first.pk}, {second.pk}, set(), True)


def test_an_unpublished_project_leaves_the_facet_of_its_sites(index, changyi):
    site = published_site(division=changyi)
    project = project_in(changyi, site)
    project.unpublish()
    index()
    assert (filtered(project="park"), is_in_step()) == (set(), True)
    assert site.projects.count() == 1


def test_a_component_is_found_while_its_site_is_public(index, changyi):
    site = published_site(division=changyi)
    component_of(site, "蒸汽锤")
    index()
    kinds = {key.kind for key in get_engine().iter_keys(SearchQuery(text="蒸汽锤"))}
    has_component = filtered(has="component")
    site.unpublish()
    index()
    left = list(get_engine().iter_keys(SearchQuery(text="蒸汽锤")))
    assert (kinds, has_component, left, is_in_step()) == ({"component"}, {site.pk}, [], True)


def test_an_enterprise_is_found_by_its_earlier_name(index, changyi):
    enterprise = enterprise_in(changyi)
    EnterpriseName.objects.create(enterprise=enterprise, name="松江水泥厂", sort_order=0)
    index()
    keys = {(key.kind, key.pk) for key in get_engine().iter_keys(SearchQuery(text="松江水泥厂"))}
    assert (keys, is_in_step()) == ({("enterprise", enterprise.pk)}, True)

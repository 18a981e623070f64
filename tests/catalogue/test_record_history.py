"""The public history of a record: approved versions and the public parts that changed, never a draft."""

import pytest

from heritage.disclosure import public_history, site_summaries
from heritage.disclosure.revision_parts import OTHER_FIELDS, PLACE_FIELDS, ROWS, STATEMENTS
from heritage.models import HeritageSite, SiteCitation
from tests.factories import SourceFactory, make_divisions, name_of, photograph, published_site, superuser
from tests.inventory import decree, designation

pytestmark = pytest.mark.django_db
# What a revision holds beside what the public is told: internal, of the row, or of Wagtail.
NOT_TOLD = {
    "address",
    "note",
    "typed_coordinates",
    "coordinate_system",
    "position_method",
    "earliest_on",
    "latest_on",
    "sample_key",
    "recognition",
    "recognition_until_confirmed",
    "number",
    "division",
    "collection",
    "pk",
    "created_at",
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "live_revision",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
    "latest_revision",
    "typed_shape",
    "shape_system",
    "shape",
}


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def publish(site, **values):
    for name, value in values.items():
        setattr(site, name, value)
    site.save_revision().publish()
    site.refresh_from_db()


def changes(site):
    history = public_history(site_summaries().get(pk=site.pk))
    return [(entry.is_first, entry.is_withdrawal, entry.changed) for entry in history.entries]


def test_each_published_version_says_which_public_parts_changed(changyi):
    site = published_site(division=changyi)
    publish(site, description_zh="新的说明", name_en="Another name")
    name_of(site, "松江水泥厂")
    publish(HeritageSite.objects.get(pk=site.pk), typed_coordinates="126.56, 43.85", longitude=126.56)
    assert changes(site) == [
        (False, False, ("place", "names")),
        (False, False, ("name", "description")),
        (True, False, None),
    ]


def test_drafts_and_internal_fields_are_not_told(changyi):
    site = published_site(division=changyi)
    publish(site, note="内部", address="某街1号", position_method="GPS", longitude=126.5500001)
    site.description_zh = "未批准的说明"
    site.save_revision()
    assert changes(site) == [(False, False, ()), (True, False, None)]


def test_withdrawal_and_return_are_told(changyi):
    site = published_site(division=changyi)
    site.unpublish()
    site.refresh_from_db()
    publish(site)
    assert changes(site) == [(False, False, ()), (False, True, None), (True, False, None)]


def test_a_version_whose_revision_was_not_kept_says_only_that_it_was_published(changyi):
    site = published_site(division=changyi)
    publish(site, description_zh="二")
    site.revisions.order_by("pk").first().delete()
    assert changes(site) == [(False, False, None), (True, False, None)]


def test_what_rests_on_own_knowledge_is_told_on_neither_side(changyi):
    site = published_site(division=changyi)
    own = SourceFactory(collection=site.collection, basis="own_knowledge")
    for statement in ("description", "place"):
        SiteCitation.objects.create(site=site, source=own, statement=statement, claim="私下", sort_order=1)
    site = HeritageSite.objects.get(pk=site.pk)
    publish(site)
    publish(site, description_zh="只凭记忆", longitude=127.0)
    assert changes(site)[0] == (False, False, ())


def test_a_statement_that_lost_its_source_stays_withheld_in_the_past(changyi):
    site = published_site(division=changyi)
    source = SourceFactory(collection=site.collection)
    SiteCitation.objects.create(site=site, source=source, statement="description", sort_order=1)
    publish(HeritageSite.objects.get(pk=site.pk), description_zh="有来源的说明")
    publish(HeritageSite.objects.get(pk=site.pk), description_zh="改过的说明")
    assert changes(site)[0] == (False, False, ("description",))
    source.basis = "own_knowledge"
    source.save()
    assert changes(site)[0] == (False, False, ())


def test_only_photographs_that_may_be_shown_are_told(changyi):
    site = published_site(division=changyi)
    photograph("内部", site.collection, on=site)
    publish(HeritageSite.objects.get(pk=site.pk))
    photograph("公开", site.collection, on=site, licence="cc-by-4.0", credit="王文物")
    publish(HeritageSite.objects.get(pk=site.pk))
    assert [changed for _first, _gone, changed in changes(site)] == [("photographs",), (), None]


def test_every_field_of_a_revision_is_told_or_named_as_not_told(changyi):
    content = published_site(division=changyi).live_revision.content
    told = {field for _part, _statement, fields in STATEMENTS for field in fields}
    told |= {relation for _part, relation, _prefix, _fields in ROWS} | {*PLACE_FIELDS, *OTHER_FIELDS}
    assert set(content) - told - NOT_TOLD == set()


def test_the_page_names_no_officer_and_tells_decrees(client, changyi):
    site = published_site(division=changyi)
    officer = superuser(username="zqxofficer", full_name="zqx姓名")
    site.description_zh = "新的说明"
    site.save_revision(user=officer).publish(user=officer)
    designation(site, decree=decree(site.collection, document_number="吉政发〔2014〕1号"))
    page = client.get(f"/en/sites/{site.number}/history/").content.decode()
    assert ("Changed: description." in page, "Published for the first time." in page) == (True, True)
    assert ("吉政发〔2014〕1号" in page, "zqx" in page) == (True, False)


@pytest.mark.parametrize("count", [1, 12])
def test_a_long_history_needs_no_more_queries(client, changyi, django_assert_max_num_queries, count):
    site = published_site(division=changyi)
    for number in range(count):
        name_of(site, f"名{number}")
        publish(HeritageSite.objects.get(pk=site.pk), description_zh=f"第{number}版")
    with django_assert_max_num_queries(18):
        assert client.get(f"/sites/{site.number}/history/").status_code == 200

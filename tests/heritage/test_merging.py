"""Merging two records of one thing: everything moves, and what would lose something is refused."""

from datetime import date

import pytest

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.merges.relations import RELATIONS, Treatment
from heritage.models import HeritageSite, Reuse, SiteCitation, SiteIdentifier, SiteMerge, Zone
from heritage.publication import PublicationBlockedError
from tests.factories import (
    SourceFactory,
    drafted_site,
    make_divisions,
    name_of,
    officer,
    photograph,
    published_site,
)
from tests.heritage.merging import FURNISHED, furnish, hanging_on, merge, two_people, two_records
from tests.inventory import component_of, decree, designation, event_of, project_in, published
from tests.officers import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def changyi(divisions):
    return divisions["220202"]


@pytest.fixture
def people(divisions):
    return two_people(divisions)


@pytest.fixture
def pair(changyi):
    return two_records(changyi)


def test_every_relation_to_a_site_says_what_a_merge_does_with_it():
    found = {
        (relation.related_model, relation.field.name)
        for relation in HeritageSite._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and not relation.many_to_many
    }
    assert found == set(RELATIONS)


def test_everything_that_hangs_on_the_merged_record_hangs_on_the_kept_one(pair, people):
    furnished = furnish(pair[1])
    merge(pair, people)
    assert hanging_on(fresh(pair[0])) == {name: [row.pk] for name, row in furnished.items()}
    assert hanging_on(fresh(pair[1])) == {name: [] for name in furnished}


def test_the_furnished_relations_are_all_that_move():
    moved = {
        model._meta.get_field(field).remote_field.related_name
        for (model, field), treatment in RELATIONS.items()
        if treatment is Treatment.MOVED
    }
    assert moved - {"arrivals"} <= set(FURNISHED)


def test_a_component_takes_the_next_number_of_the_kept_record(pair, people):
    component_of(pair[0], "窑头")
    moved = component_of(pair[1], "窑尾")
    merge(pair, people)
    moved.refresh_from_db()
    assert (moved.site_id, moved.ordinal) == (pair[0].pk, 2)


def test_a_component_that_came_to_the_merged_record_is_now_at_the_kept_one(pair, people, changyi):
    elsewhere = published_site(division=changyi, name_zh="造纸厂旧址")
    arrived = component_of(elsewhere, "锅炉", moved_to=pair[1], destiny="moved")
    merge(pair, people)
    arrived.refresh_from_db()
    assert arrived.moved_to_id == pair[0].pk


def test_the_parts_of_what_was_public_are_told_at_once(pair, people, client):
    kept, merged = pair
    name_of(merged, "大同洋灰", kind="former")
    event_of(merged, "founded", "1934")
    SiteIdentifier.objects.create(site=merged, scheme="census_3", value="220202-0107", sort_order=0)
    Reuse.objects.create(site=merged, words_zh="博物馆", sort_order=0)
    photograph("窑", merged.collection, on=merged)
    published(fresh(merged))
    merge(pair, people)
    kept = fresh(kept)
    assert sorted(row.name for row in kept.names.all()) == [
        "Jilin Cement Works",
        "吉林水泥厂旧址",
        "大同洋灰",
    ]
    assert [row.kind for row in kept.events.all()] == ["founded"]
    assert [row.value for row in kept.identifiers.all()] == ["220202-0107"]
    assert [row.words_zh for row in kept.reuses.all()] == ["博物馆"]
    assert [row.photograph.title for row in kept.photographs.all()] == ["窑"]
    assert kept.citations.count() == 2
    assert kept.has_unpublished_changes is False
    assert "吉林水泥厂旧址" in client.get(f"/sites/{kept.number}/").content.decode()


def test_the_merged_record_is_withdrawn_and_keeps_number_content_and_revisions(pair, people):
    before = fresh(pair[1])
    merge(pair, people)
    after = fresh(pair[1])
    assert after.live is False
    assert (after.number, after.name_zh) == (before.number, before.name_zh)
    assert after.latest_revision_id == before.latest_revision_id
    assert after.citations.count() == 1


def test_what_was_never_public_stands_in_a_draft_until_it_is_approved(people, changyi):
    kept = published_site(division=changyi, name_zh="哈达湾水泥厂旧址")
    merged = drafted_site(division=changyi, name_zh="水泥厂旧址草稿")
    merge((kept, merged), people)
    kept = fresh(kept)
    assert list(kept.names.all()) == []
    draft = kept.get_latest_revision_as_object()
    assert "水泥厂旧址草稿" in [row.name for row in draft.names.all()]


def test_the_chosen_values_stand_in_a_draft_and_the_others_stay_in_the_merged_record(pair, people):
    kept, merged = pair
    merge(pair, people, picks={"name_zh": "merged", "description_zh": "both"})
    draft = fresh(kept).get_latest_revision_as_object()
    assert draft.name_zh == "吉林水泥厂旧址"
    assert draft.description_zh == "红砖厂房。\n红砖厂房，木屋架。"
    assert "哈达湾水泥厂旧址" in [row.name for row in draft.names.all()]
    assert fresh(kept).name_zh == "哈达湾水泥厂旧址"
    assert fresh(merged).name_zh == "吉林水泥厂旧址"


def test_a_value_that_only_the_merged_record_has_is_taken(pair, people):
    kept, merged = pair
    HeritageSite.objects.filter(pk=merged.pk).update(current_use="博物馆")
    published(fresh(merged))
    merge(pair, people)
    assert fresh(kept).get_latest_revision_as_object().current_use == "博物馆"


def test_a_source_supports_no_value_that_it_does_not_give(pair, people):
    kept, merged = pair
    source = SourceFactory(title="水泥厂志", collection=merged.collection)
    HeritageSite.objects.filter(pk=merged.pk).update(
        period_text="1940年", period_edtf="1940", earliest_on="1940-01-01", latest_on="1940-12-31"
    )
    SiteCitation.objects.create(site=merged, source=source, statement="dating", sort_order=1)
    published(fresh(merged))
    merge(pair, people)
    cited = {row.source.title: row.statement for row in fresh(kept).citations.select_related("source")}
    assert cited["水泥厂志"] == ""


def test_a_source_of_the_name_supports_the_other_name_it_became(pair, people):
    kept, merged = pair
    source = SourceFactory(title="水泥厂志", collection=merged.collection)
    SiteCitation.objects.create(site=merged, source=source, statement="name_zh", sort_order=1)
    published(fresh(merged))
    merge(pair, people)
    [name] = fresh(kept).names.filter(name="吉林水泥厂旧址")
    cited = {row.source.title: row.statement for row in fresh(kept).citations.select_related("source")}
    assert cited["水泥厂志"] == name.statement


def test_the_draft_that_the_kept_record_had_is_kept(pair, people):
    kept, _merged = pair
    draft = fresh(kept)
    draft.description_zh = "新草稿。"
    draft.save_revision()
    merge(pair, people)
    kept = fresh(kept)
    assert kept.description_zh == "红砖厂房。"
    newest = kept.get_latest_revision_as_object()
    assert newest.description_zh == "新草稿。"
    assert "吉林水泥厂旧址" in [row.name for row in newest.names.all()]


def test_a_draft_that_names_the_merged_site_means_the_kept_one(pair, people, changyi):
    part = drafted_site(division=changyi, name_zh="水泥厂办公楼", parent=pair[1])
    project = project_in(changyi, pair[1])
    merge(pair, people)
    assert part.latest_revision.as_object().parent_id == pair[0].pk
    assert list(project.latest_revision.as_object().sites.all()) == [pair[0]]


def refused(pair, people, **values) -> str:
    with pytest.raises(UnlawfulMoveError) as error:
        merge(pair, people, **values)
    assert not SiteMerge.objects.exists()
    return str(error.value)


def test_one_person_alone_merges_nothing(pair, people, divisions):
    reviewer = officer("county_officer", divisions["220202"])
    assert str(reviewer) in refused(pair, people, by=reviewer, second=reviewer)


def test_the_second_person_reviews_that_division(pair, people, divisions):
    refused(pair, people, second=officer("city_reviewer", divisions["220300"]))
    refused(pair, people, second=officer("surveyor", divisions["220202"]))


def test_whoever_enters_sites_elsewhere_merges_nothing_here(pair, people, divisions):
    refused(pair, people, by=officer("surveyor", divisions["220303"]))


def test_a_merge_has_a_reason(pair, people):
    refused(pair, people, reason="  ")


def test_records_of_two_divisions_are_not_merged(people, divisions, pair):
    elsewhere = published_site(division=divisions["220303"])
    province = officer("provincial_reviewer", divisions["220000"])
    other = officer("provincial_reviewer", divisions["220000"])
    refused((pair[0], elsewhere), people, by=province, second=other)


def test_two_legal_identities_in_force_are_refused_with_what_to_do(pair, people):
    for site in pair:
        designation(site, level="county")
    assert "identit" in refused(pair, people) or "身份" in refused(pair, people)


def test_two_zones_of_a_kind_in_force_are_refused(pair, people):
    for site in pair:
        Zone.objects.create(
            site=site,
            kind="protection",
            words="四至",
            decree=decree(site.collection),
            valid_from=date(2014, 1, 1),
        )
    refused(pair, people)


def test_a_locked_record_and_one_being_approved_are_refused(pair, people):
    HeritageSite.objects.filter(pk=pair[1].pk).update(locked=True)
    refused(pair, people)


def test_a_recognised_record_is_the_one_to_keep(pair, people):
    HeritageSite.objects.filter(pk=pair[1].pk).update(recognition="recognised")
    refused(pair, people)


def test_a_record_that_hides_its_place_is_not_made_one_with_one_that_tells_it(pair, people):
    HeritageSite.objects.filter(pk=pair[1].pk).update(location_disclosure="hidden")
    refused(pair, people)


def test_a_part_is_not_merged_into_its_whole(pair, people):
    HeritageSite.objects.filter(pk=pair[1].pk).update(parent=pair[0])
    refused(pair, people)


def test_of_two_merges_of_one_record_the_second_is_refused(pair, people, changyi):
    merge(pair, people)
    third = published_site(division=changyi, name_zh="第三厂旧址")
    with pytest.raises(UnlawfulMoveError):
        merge((third, pair[1]), people)
    assert SiteMerge.objects.count() == 1


def test_a_merged_record_is_not_published_again(pair, people):
    merge(pair, people)
    with pytest.raises(PublicationBlockedError):
        fresh(pair[1]).latest_revision.publish()

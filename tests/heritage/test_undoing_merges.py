"""Undoing a merge: what nobody has changed since goes back, the rest stays and is named."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Component, SiteMerge
from heritage.services.transferring import transfer_site
from heritage.services.undoing_merges import undo_merge
from tests.factories import make_divisions, officer, published_site
from tests.heritage.merging import furnish, hanging_on, merge, two_people, two_records
from tests.inventory import component_of
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


def test_undoing_gives_everything_back(pair, people):
    kept, merged = pair
    furnished = furnish(merged)
    names = sorted(row.name for row in kept.names.all())
    done = undo_merge(merge=merge(pair, people, picks={"name_zh": "merged"}), by=people[1])
    assert done.moved["stayed"] == []
    assert hanging_on(fresh(merged)) == {name: [row.pk] for name, row in furnished.items()}
    assert hanging_on(fresh(kept)) == {name: [] for name in furnished}
    kept, merged = fresh(kept), fresh(merged)
    assert (kept.live, merged.live) == (True, True)
    assert sorted(row.name for row in kept.names.all()) == names
    assert kept.citations.count() == 1
    assert kept.get_latest_revision_as_object().name_zh == "哈达湾水泥厂旧址"
    assert kept.has_unpublished_changes is False


def test_rows_come_back_to_the_division_of_the_merged_record_when_the_kept_one_was_transferred(
    divisions, pair, people
):
    kept, merged = pair
    component = component_of(merged, "回转窑")
    done = merge(pair, people)
    transfer_site(site=fresh(kept), to=divisions["220303"], by=None)
    undo_merge(merge=done, by=officer("provincial_reviewer", divisions["220000"]))
    component.refresh_from_db()
    changyi = divisions["220202"]
    assert (component.site, component.division, component.collection) == (merged, changyi, changyi.collection)


def test_undoing_gives_the_draft_back_that_there_was(pair, people):
    kept, _merged = pair
    draft = fresh(kept)
    draft.description_zh = "新草稿。"
    draft.save_revision()
    undo_merge(merge=merge(pair, people, picks={"description_zh": "merged"}), by=people[1])
    newest = fresh(kept).get_latest_revision_as_object()
    assert newest.description_zh == "新草稿。"
    assert list(newest.names.all()) == []
    assert fresh(kept).has_unpublished_changes is True


def test_what_was_changed_since_stays_and_is_named(pair, people):
    kept, merged = pair
    component, other = component_of(merged, "回转窑"), component_of(merged, "料仓")
    made = merge(pair, people)
    changed = Component.objects.get(pk=component.pk)
    changed.note = "已测绘"
    changed.save()
    done = undo_merge(merge=made, by=people[1])
    component.refresh_from_db()
    other.refresh_from_db()
    assert (component.site_id, other.site_id) == (kept.pk, merged.pk)
    assert [words.endswith("回转窑") for words in done.moved["stayed"]] == [True]


def test_a_name_that_was_corrected_since_stays_and_is_named(pair, people):
    made = merge(pair, people)
    kept = fresh(pair[0])
    name = kept.names.get(name="吉林水泥厂旧址")
    name.note = "据厂志"
    name.save()
    done = undo_merge(merge=made, by=people[1])
    assert [row.name for row in fresh(kept).names.all()] == ["吉林水泥厂旧址"]
    assert len(done.moved["stayed"]) == 1


def not_undone(made: SiteMerge, by) -> None:
    with pytest.raises(UnlawfulMoveError):
        undo_merge(merge=made, by=by)
    made.refresh_from_db()
    assert made.undone_at is None


def test_after_thirty_days_a_merge_stands(pair, people):
    made = merge(pair, people)
    SiteMerge.objects.filter(pk=made.pk).update(made_at=timezone.now() - timedelta(days=31))
    not_undone(made, people[1])


def test_a_reviewer_undoes_a_merge_and_nobody_else(pair, people, divisions):
    made = merge(pair, people)
    not_undone(made, people[0])
    not_undone(made, officer("city_reviewer", divisions["220300"]))


def test_the_later_of_two_merges_is_undone_first(pair, people, changyi):
    first = merge(pair, people)
    third = published_site(division=changyi, name_zh="第三水泥厂旧址")
    merge((third, pair[0]), people)
    not_undone(first, people[1])


def test_a_merge_is_undone_once(pair, people):
    made = merge(pair, people)
    undo_merge(merge=made, by=people[1])
    with pytest.raises(UnlawfulMoveError):
        undo_merge(merge=made, by=people[1])


def test_both_records_tell_of_the_merge_in_their_history(pair, people):
    undo_merge(merge=merge(pair, people), by=people[1])
    ours = ModelLogEntry.objects.filter(action__startswith="heritage.").order_by("pk")
    assert [(row.action, row.object_id) for row in ours] == [
        (action, str(site.pk)) for action in ("heritage.merge", "heritage.undo_merge") for site in pair
    ]

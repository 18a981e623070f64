"""Flags are kept in step with what is recorded; resembling sites are found from either end."""

import json
from collections.abc import Iterable
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import HeritageSite, QualityFlag, Survey
from heritage.policies import readable
from heritage.quality.names import likeness
from heritage.quality.resemblance import ALIKE
from heritage.services.answering_flags import answer_flag
from heritage.services.checking_quality import refresh_flags
from heritage.services.queueing_checks import check_sites
from tests.factories import drafted_site, make_divisions, name_of, officer, published_site
from tests.inventory import component_of, decree, designation, event_of, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def changyi(divisions):
    return divisions["220202"]


def flags_of(*sites: HeritageSite) -> list[tuple[str, str]]:
    """Kind and rule of the flags of these sites after they were looked at again."""
    refresh_flags([site.pk for site in sites])
    found = QualityFlag.objects.filter(site__in=sites).order_by("pk")
    return [(flag.kind, flag.particulars["rule"]) for flag in found]


def resembling(*sites: HeritageSite) -> set[tuple[int, int]]:
    """The pairs, in both directions, that are flagged as perhaps one."""
    refresh_flags([site.pk for site in sites])
    flags = QualityFlag.objects.filter(kind="resembles")
    return set(flags.values_list("site_id", "other_id"))


def both_ways(one: HeritageSite, other: HeritageSite) -> set[tuple[int, int]]:
    return {(one.pk, other.pk), (other.pk, one.pk)}


def at(longitude: float, latitude: float) -> dict:
    return {"longitude": longitude, "latitude": latitude, "typed_coordinates": f"{longitude}, {latitude}"}


def test_a_site_without_fault_has_no_flag(changyi):
    assert flags_of(published_site(division=changyi)) == []


def test_the_rows_of_a_site_are_looked_at(changyi):
    site = published_site(division=changyi)
    designation(site, decree=decree(site.collection, document_number="", origin="reported"))
    designation(site, decree=None, origin="reported", level="county", status="superseded")
    event_of(site, "founded", "1933")
    event_of(site, "first_product", "1930")
    Survey.objects.create(
        site=site, surveyed_on=date(1932, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )
    HeritageSite.objects.filter(pk=site.pk).update(latitude=30.0)
    assert sorted(flags_of(site)) == [
        ("dates_contradict", "before_founding"),
        ("dates_contradict", "surveyed_before_built"),
        ("decree_no_file", "no_file"),
        ("decree_no_number", "no_number"),
        ("no_evidence", "no_paper"),
        ("outside_division", "outside_province"),
    ]


def test_a_flag_goes_when_its_reason_is_mended(changyi):
    site = published_site(division=changyi)
    row = designation(site, decree=None, origin="reported")
    assert len(flags_of(site)) == 1
    row.delete()
    assert flags_of(site) == []


def test_of_a_site_with_a_newer_draft_the_draft_is_looked_at(changyi):
    site = published_site(division=changyi)
    HeritageSite.objects.filter(pk=site.pk).update(latitude=30.0)
    draft = HeritageSite.objects.get(pk=site.pk)
    draft.latitude = 43.85
    draft.save_revision(clean=False)
    assert flags_of(site) == []


def test_an_answer_stays_until_what_it_is_about_changes(changyi):
    site = published_site(division=changyi)
    paper = decree(site.collection, document_number="", origin="reported", title="公布名单")
    designation(site, decree=paper)
    flags_of(site)
    flag = QualityFlag.objects.get(kind="decree_no_number")
    answer_flag(flag=flag, answer="1986年的文件没有文号", by=officer("surveyor", changyi))
    flags_of(site)
    flag.refresh_from_db()
    assert flag.answer == "1986年的文件没有文号"
    paper.title = "公布第一批名单"
    paper.save()
    flags_of(site)
    flag.refresh_from_db()
    assert (flag.answer, flag.answered_by, flag.answered_at) == ("", None, None)


def test_whoever_does_not_enter_the_site_answers_nothing(changyi, divisions):
    site = published_site(division=changyi)
    designation(site, decree=None, origin="reported")
    flags_of(site)
    flag = QualityFlag.objects.get()
    for user, answer in (
        (officer("surveyor", divisions["220303"]), "对"),
        (officer("editor", divisions["220000"]), "对"),
        (officer("surveyor", changyi), " "),
    ):
        with pytest.raises(UnlawfulMoveError):
            answer_flag(flag=flag, answer=answer, by=user)
    flag.refresh_from_db()
    assert flag.answered_at is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("哈达湾水泥厂旧址", "哈達灣水泥廠（遗址）", False),
        ("吉林机车厂旧址", "吉林機車廠", True),
        ("第一机械厂", "第二机械厂", False),
        ("造纸厂", "长春电影制片厂", False),
        ("吉林化学工业公司染料厂", "吉林化学工业公司染料分厂", True),
    ],
)
def test_names_are_alike_by_their_characters_and_not_when_their_numerals_differ(one, other, share):
    assert (likeness(one, other) >= ALIKE) is share


def test_two_sites_near_each_other_under_names_alike_are_flagged_on_both(changyi):
    one = published_site(division=changyi, name_zh="吉林机车厂旧址", **at(126.55, 43.85))
    other = published_site(division=changyi, name_zh="机车厂旧址", **at(126.55, 43.855))
    name_of(other, "吉林機車廠")
    assert resembling(one) == both_ways(one, other)
    flag = QualityFlag.objects.get(site=one)
    assert flag.particulars == {
        "rule": "resembles",
        "name": "吉林机车厂旧址",
        "other_name": "吉林機車廠",
        "alike": 100,
        "away_m": 400,
        "decade": True,
        "industry": False,
        "score": flag.particulars["score"],
    }


def test_the_nearer_and_the_more_alike_two_sites_are_the_higher_they_score(changyi):
    cement = term("industry", "3011", "水泥制造")
    near = [
        published_site(division=changyi, name_zh="松花江造纸厂", industry=cement, **at(126.5, 43.8))
        for _n in range(2)
    ]
    far = [
        published_site(division=changyi, name_zh=name, **at(126.7, latitude))
        for name, latitude in (("江北热电厂", 43.8), ("江北老热电厂", 43.815))
    ]
    refresh_flags([site.pk for site in (*near, *far)])
    scores = dict(QualityFlag.objects.values_list("site_id", "particulars__score"))
    assert scores[near[0].pk] == 100 > scores[far[0].pk]


def apart(changyi) -> Iterable[tuple[str, HeritageSite, HeritageSite]]:
    yield (
        "far away",
        published_site(division=changyi, name_zh="江北热电厂", **at(126.5, 43.5)),
        published_site(division=changyi, name_zh="江北老热电厂", **at(126.5, 43.7)),
    )
    yield (
        "another name",
        published_site(division=changyi, name_zh="造纸厂", **at(126.1, 43.1)),
        published_site(division=changyi, name_zh="化肥厂", **at(126.1, 43.1)),
    )
    whole = published_site(division=changyi, name_zh="丰满发电厂", **at(126.2, 43.2))
    yield (
        "a part",
        whole,
        published_site(division=changyi, name_zh="丰满发电厂厂房", parent=whole, **at(126.2, 43.2)),
    )


def test_sites_far_apart_under_other_names_or_of_one_whole_are_not_flagged(changyi):
    for _why, one, other in apart(changyi):
        assert resembling(one, other) == set()


def test_without_a_point_the_same_division_is_near_enough(changyi, divisions):
    nowhere = {"longitude": None, "latitude": None, "absences": {"place": "not_surveyed"}}
    nowhere["typed_coordinates"] = ""
    one = published_site(division=changyi, name_zh="吉林造纸厂", **nowhere)
    other = published_site(division=changyi, name_zh="吉林造纸厂旧址")
    published_site(division=divisions["220303"], name_zh="吉林造纸厂", **nowhere)
    assert resembling(one) == both_ways(one, other)


def test_the_training_county_is_not_compared_with_the_province(divisions, changyi):
    one = published_site(division=changyi, name_zh="吉林造纸厂")
    divisions["220303"].is_training = True
    divisions["220303"].save()
    published_site(division=divisions["220303"], name_zh="吉林造纸厂")
    assert resembling(one) == set()


def test_of_two_divisions_only_who_reads_both_reads_of_a_resemblance(divisions, changyi):
    one = published_site(division=changyi, name_zh="吉林造纸厂")
    other = published_site(division=divisions["220303"], name_zh="吉林造纸厂")
    assert resembling(one) == both_ways(one, other)
    province, county = officer("provincial_reviewer", divisions["220000"]), officer("surveyor", changyi)
    flags = QualityFlag.objects.filter(site=one)
    assert readable(flags, province).count() == 1
    assert readable(flags, county).count() == 0


def test_a_renamed_site_takes_its_flag_from_the_other_one_too(changyi):
    one = published_site(division=changyi, name_zh="吉林造纸厂")
    published_site(division=changyi, name_zh="吉林造纸厂旧址")
    resembling(one)
    HeritageSite.objects.filter(pk=one.pk).update(name_zh="吉林化肥厂")
    assert resembling(one) == set()


def test_a_batch_is_looked_at_in_as_many_queries_as_one_site(changyi):
    def ask(count: int) -> int:
        sites = [published_site(division=changyi, name_zh=f"吉林{word}厂") for word in "纸糖酒铁铝"[:count]]
        for site in sites:
            component_of(site, "窑")
            designation(site, decree=None, origin="reported", level="county")
        with CaptureQueriesContext(connection) as asked:
            refresh_flags([site.pk for site in sites])
        return len(asked)

    assert ask(1) == ask(5)


def queued(callbacks) -> list[list[int]]:
    """The sites of each task that was queued once the transaction was committed."""
    for callback in callbacks:
        callback()
    tasks = DBTaskResult.objects.filter(task_path=check_sites.module_path)
    return [task.args_kwargs["args"][0] for task in tasks]


def test_what_a_transaction_changes_is_queued_once_after_it(changyi, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        sites = [published_site(division=changyi) for _n in range(2)]
        component_of(sites[0], "窑")
    assert queued(callbacks) == [[site.pk for site in sites]]


def test_a_removed_component_has_its_site_looked_at_again(changyi, django_capture_on_commit_callbacks):
    component = component_of(published_site(division=changyi), "窑")
    site = component.site_id
    connection.run_on_commit.clear()  # as after the commit of what was made
    with django_capture_on_commit_callbacks() as callbacks:
        component.delete()
    assert queued(callbacks) == [[site]]


def check(*arguments: str) -> dict:
    out = StringIO()
    call_command("check_quality", "--json", *arguments, stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


def test_the_command_looks_at_every_site_and_changes_nothing_twice(changyi):
    for name in ("吉林造纸厂", "吉林造纸厂旧址"):
        drafted_site(division=changyi, name_zh=name)
    assert check() == {"sites": 2, "new": 2, "changed": 0, "gone": 0}
    assert check() == {"sites": 2, "new": 0, "changed": 0, "gone": 0}


def test_the_command_goes_on_after_a_site_and_refuses_one_that_is_not_there(changyi):
    first = drafted_site(division=changyi)
    drafted_site(division=changyi)
    assert check("--after", first.number.lower())["sites"] == 1
    with pytest.raises(CommandError, match="JL000000"):
        check("--after", "JL000000")

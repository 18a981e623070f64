"""The sample: what the file says is what the database holds, and a second load changes nothing."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext

from heritage.disclosure import disclose, public_sites
from heritage.exchange import sample
from heritage.exchange.reference import load_reference
from heritage.exchange.sample import load_sample
from heritage.exchange.sample_keys import LOADED_KEYS, NOT_STORED_KEYS, is_accounted_for
from heritage.exchange.sample_record import founding_source_keys
from heritage.exchange.sample_store import State
from heritage.models import HeritageSite, SiteName, Source
from tests.factories import officer
from tests.sample_data import DATA, ITEMS, read_whole_file


@pytest.fixture
def three(db):
    """Three loaded records: one published, one draft, one lead."""
    load_reference()
    items = three_items()
    list(load_items(items))
    return items


EVENT_SOURCES = ("cem18", "cem18", "cem25", "cem25")  # founded, production, closed, soil register
THREE = ("changchun-diesel-works", "caijia-station", "hadawan-cement-works")


def three_items():
    """Three records that name no project, so that they may be loaded alone."""
    return [
        {**item, "related_project_ids": [], "related_enterprise_ids": []}
        for item in read_whole_file()["heritage_items"]
        if item["id"] in THREE
    ]


def load_items(items):
    return load_sample({"heritage_items": items})


def paths_of(value, path=""):
    if isinstance(value, dict):
        for key, below in value.items():
            yield f"{path}.{key}".lstrip(".")
            yield from paths_of(below, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for below in value:
            yield from paths_of(below, f"{path}[]")


def test_every_key_of_the_file_is_stored_or_has_a_reason_why_not():
    assert sorted({path for path in paths_of(DATA) if not is_accounted_for(path)}) == []


def test_no_key_is_accounted_for_that_the_file_does_not_have():
    assert sorted((LOADED_KEYS | NOT_STORED_KEYS.keys()) - set(paths_of(DATA))) == []


def test_all_records_are_loaded_in_file_order(loaded):
    assert {outcome.state for outcome in loaded} == {State.CREATED}
    sites = HeritageSite.objects.order_by("pk")
    assert list(sites.values_list("sample_key", flat=True)) == [item["id"] for item in ITEMS]
    assert sorted(site.number for site in sites) == [site.number for site in sites]


def test_load_as_decides_what_is_public_a_draft_or_a_lead(loaded):
    as_loaded = {
        site.sample_key: ("lead" if site.is_lead else "published" if site.live else "draft")
        for site in HeritageSite.objects.all()
    }
    assert as_loaded == {item["id"]: item["load_as"] for item in ITEMS}
    assert not HeritageSite.objects.filter(live=True, recognition="clue").exists()


def test_names_divisions_places_and_texts_are_those_of_the_file(loaded):
    def as_loaded(site):
        return (
            site.name_zh,
            site.name_en,
            site.name_pinyin,
            site.division.code,
            (site.latitude, site.longitude, site.uncertainty_m, site.position_method),
            (site.period_edtf, site.description_zh, site.description_en, site.note),
            site.parent.sample_key if site.parent else None,
            [(name.name, name.period_edtf, name.note) for name in site.names.all()],
        )

    def as_given(item):
        point = item["coordinates"]
        return (
            item["name_zh"],
            item["name_en"],
            item["name_pinyin"],
            item["admin_code"],
            (point["lat"], point["lon"], point["precision_m"], point["method"])
            if point
            else (None, None, None, ""),
            (item["founded_edtf"], item["description_zh"], item["summary_en"], item["note"] or ""),
            item["parent_id"],
            [(row["name"], row.get("edtf", ""), row.get("note", "")) for row in item["former_names"]],
        )

    assert [as_loaded(site) for site in HeritageSite.objects.order_by("pk")] == [
        as_given(item) for item in ITEMS
    ]


def test_every_draft_and_published_record_has_one_revision_with_all_its_parts(loaded):
    for site in HeritageSite.objects.all():
        content = site.latest_revision.content
        assert site.revisions.count() == 1
        assert {name: len(content[name]) for name in ("names", "events", "citations")} == {
            "names": site.names.count(),
            "events": site.events.count(),
            "citations": site.citations.count(),
        }
        assert site.live_revision_id == (site.latest_revision_id if site.live else None)


def test_plant_codes_are_names_of_their_own_kind(loaded):
    codes = SiteName.objects.filter(kind="code").order_by("name")
    assert list(codes.values_list("name", flat=True)) == ["101厂", "102厂", "103厂", "201厂", "652厂"]


def test_each_source_is_one_row_of_the_province(loaded):
    lists = [rows for name, rows in DATA.items() if name != "meta"]
    keys = {source["key"] for rows in lists for row in rows for source in row["sources"]}
    assert set(Source.objects.values_list("key", flat=True)) == keys
    assert set(Source.objects.values_list("collection__name", flat=True)) == {"220000 吉林省"}


def test_the_sources_of_a_record_come_first_and_those_of_its_statements_after(loaded):
    site = HeritageSite.objects.get(sample_key="hadawan-cement-works")
    item = next(item for item in ITEMS if item["id"] == site.sample_key)
    cited = [(citation.statement, citation.source.key) for citation in site.citations.all()]
    assert cited == [
        *(("", source["key"]) for source in item["sources"]),
        ("dating", "cem18"),
        *((event.statement, key) for event, key in zip(site.events.all(), EVENT_SOURCES, strict=True)),
        ("area", "cem25"),
        ("remediation", "cem25"),
        ("relocation_target", "cem11"),
    ]


def test_a_name_of_own_knowledge_is_kept_inside(loaded):
    own = [row["name"] for item in ITEMS for row in item["former_names"] if row.get("source_keys") == ["own"]]
    told = {name.name for site in public_sites() for name in disclose(site).names}
    assert len(own) == 7
    assert SiteName.objects.filter(name__in=own).count() == 7
    assert told.isdisjoint(own)


def test_a_dating_of_own_knowledge_is_kept_inside_and_its_absence_is_explained(loaded):
    withheld = HeritageSite.objects.filter(absences__dating="unknown").order_by("pk")
    assert list(withheld.values_list("sample_key", "period_edtf", "live")) == [
        ("changchun-railcar-works", "1954", True),
        ("shixian-paper-mill", "1936", False),
        ("tianbaoshan-mine", "1889~", False),
        ("fuyu-oilfield-discovery-well", "1959", False),
    ]
    told = disclose(public_sites().get(sample_key="changchun-railcar-works"))
    assert (told.period_text, told.period_edtf, told.earliest_on, told.absences["dating"]) == (
        "",
        "",
        None,
        "unknown",
    )


def test_no_own_knowledge_is_among_the_told_sources(loaded):
    told = {source.title for site in public_sites() for source in disclose(site).sources}
    assert "既有知识，未核实" not in told


def test_a_point_that_is_not_there_is_explained(loaded):
    without = {item["id"] for item in ITEMS if item["coordinates"] is None}
    assert (
        set(HeritageSite.objects.filter(absences__place="unknown").values_list("sample_key", flat=True))
        == without
    )
    assert set(HeritageSite.objects.filter(longitude=None).values_list("sample_key", flat=True)) == without


def test_a_present_use_to_be_surveyed_is_an_absence_and_not_a_use(loaded):
    reasons = {"待调查": "not_surveyed", "待查": "unknown", "待核": "unknown"}
    given = {item["id"]: reasons[item["current_use"]] for item in ITEMS if item["current_use"] in reasons}
    assert {
        site.sample_key: site.absences["current_use"] for site in HeritageSite.objects.filter(current_use="")
    } == given


def test_the_public_list_asks_as_many_queries_for_half_of_the_sites_as_for_all(loaded):
    def queries_for(count):
        with CaptureQueriesContext(connection) as queries:
            told = [disclose(site) for site in public_sites()[:count]]
            assert all(str(site.place.division) for site in told)
        return len(told), len(queries)

    assert [told for told, _queries in map(queries_for, (18, 50))] == [18, 36]
    assert queries_for(18)[1] == queries_for(50)[1]


@pytest.mark.parametrize(
    ("founded", "dates", "named", "expected"),
    [
        ("1953-07", [("1953-07", ["a"])], ["b"], ["b"]),
        ("1884~", [("1884", ["a"]), ("1884/1890", ["own"])], None, ["a"]),
        ("193X", [("1937", ["own"]), ("1939", ["a", "own"]), ("1941", ["b"])], None, ["own", "a"]),
        ("19XX", [], None, []),
        (None, [("1937", ["a"])], None, []),
    ],
)
def test_a_founding_rests_on_what_is_named_else_the_same_date_else_dates_within(
    founded, dates, named, expected
):
    item = {
        "founded_edtf": founded,
        "dates": [{"edtf": edtf, "source_keys": keys} for edtf, keys in dates],
        "fact_sources": {"founded": named} if named else {},
    }
    assert founding_source_keys(item) == expected


def test_a_second_load_changes_nothing(three):
    before = list(HeritageSite.objects.values())
    assert {outcome.state for outcome in load_items(three)} == {State.UNCHANGED}
    assert list(HeritageSite.objects.values()) == before


def test_a_record_that_an_officer_has_edited_is_left_alone(three):
    site = HeritageSite.objects.get(sample_key="hadawan-cement-works")
    site.name_zh = "哈达湾水泥厂旧址"
    site.save_revision(user=officer("surveyor", site.division))
    outcomes = {outcome.key: outcome.state for outcome in load_items(three)}
    assert outcomes == {
        "changchun-diesel-works": State.UNCHANGED,
        "caijia-station": State.UNCHANGED,
        "hadawan-cement-works": State.KEPT,
    }
    site.refresh_from_db()
    assert site.latest_revision.content["name_zh"] == "哈达湾水泥厂旧址"


def test_a_record_withdrawn_by_the_administrator_stays_withdrawn(three):
    site = HeritageSite.objects.get(sample_key="hadawan-cement-works")
    site.unpublish(user=officer("administrator", site.division))
    list(load_items(three))
    site.refresh_from_db()
    assert site.live is False


def test_a_record_that_differs_from_the_file_is_brought_up_to_it(three):
    changed = [{**item, "name_en": f"{item['name_en']} (revised)"} for item in three]
    number = HeritageSite.objects.get(sample_key="hadawan-cement-works").number
    assert {outcome.state for outcome in load_items(changed)} == {State.UPDATED}
    site = HeritageSite.objects.get(sample_key="hadawan-cement-works")
    assert (site.live, site.number, site.name_en) == (True, number, changed[-1]["name_en"])
    assert site.names.count() == len(changed[-1]["former_names"])


def test_a_published_record_that_becomes_a_lead_in_the_file_is_withdrawn(three):
    list(load_items([{**item, "load_as": "lead"} for item in three]))
    assert list(HeritageSite.objects.filter(live=True)) == []


def test_a_broken_run_goes_on_where_it_stopped(db, monkeypatch):
    load_reference()
    items = three_items()
    monkeypatch.setattr(sample, "BATCH", 1)
    run = load_items(items)
    next(run)
    run.close()
    assert HeritageSite.objects.count() == 1
    assert [outcome.state for outcome in load_items(items)] == [State.UNCHANGED, State.CREATED, State.CREATED]


def test_a_record_that_fails_leaves_nothing_of_itself_and_does_not_stop_the_others(three):
    HeritageSite.objects.all().delete()
    published = next(item for item in three if item["load_as"] == "published")
    own = Source.objects.filter(key__in=[source["key"] for source in published["sources"]])
    own.update(basis="own_knowledge")
    outcomes = {outcome.key: outcome for outcome in load_items(three)}
    failed = outcomes.pop("hadawan-cement-works")
    reason = gettext("Name at least one source that is not the writer's own knowledge.")
    assert (failed.state, failed.reason) == (State.FAILED, reason)
    assert set(HeritageSite.objects.values_list("sample_key", flat=True)) == set(outcomes)


@pytest.mark.django_db
def test_without_divisions_the_command_says_what_to_run_first():
    with pytest.raises(CommandError, match="Run load_reference first") as caught:
        call_command("load_sample", stderr=StringIO())
    assert caught.value.returncode == 2


def test_the_command_speaks_json(three, tmp_path):
    path = tmp_path / "three.json"
    path.write_text(json.dumps({"heritage_items": three}), encoding="utf-8")
    out, err = StringIO(), StringIO()
    call_command("load_sample", "--json", "--file", str(path), stdout=out, stderr=err)
    assert json.loads(out.getvalue()) == {
        "created": 0,
        "updated": 0,
        "unchanged": 3,
        "kept": 0,
        "failed": 0,
        "kept_records": [],
        "failed_records": {},
    }
    assert err.getvalue() == "Sample records: 3/3\nSample: 3 unchanged.\n"

"""A broken sample file is refused whole: every fault with its line, what was found, what was expected."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heritage.exchange.json_lines import find_lines
from heritage.exchange.reference import load_reference
from heritage.exchange.sample_file import SAMPLE_FILE, Fault, SampleFileError, read_sample
from heritage.models import HeritageSite, Source
from heritage.models.designations import DesignationStatus

CODES = frozenset({"220202"})


def item(**changes):
    """A record that is accepted, with some of its values changed."""
    return {
        "id": "mill",
        "name_zh": "造纸厂旧址",
        "name_en": "Paper Mill",
        "name_pinyin": "Zàozhǐchǎng",
        "former_names": [{"name": "七厂", "edtf": "1953/..", "source_keys": ["book"]}],
        "admin_code": "220202",
        "coordinates": {"lat": 43.9, "lon": 126.5, "crs": "EPSG:4326", "precision_m": 3000, "method": "估计"},
        "founded_edtf": "193X",
        "dates": [
            {"event": "founded", "edtf": "1937", "source_keys": ["book"], "confidence": "medium"},
        ],
        "era": ["manchukuo"],
        "industry_gbt4754": "2221",
        "industry_label_zh": "机制纸及纸板制造",
        "theme": "paper",
        "item_type": "造纸厂",
        "item_level": "site",
        "survey_category": "0500",
        "survey_subclass_zh": "工业建筑及附属物",
        "designations": [],
        "related_project_ids": [],
        "related_enterprise_ids": [],
        "fact_sources": {"founded": ["book"]},
        "sources": [
            {"key": "book", "title": "书", "url_or_ref": "馆藏", "confidence": "high", "basis": "sourced"}
        ],
        "load_as": "published",
        "verification": "to_verify",
        **changes,
    }


def designation(**changes):
    return {
        "scheme": "文物保护单位",
        "level": "national",
        "name_as_listed": "造纸厂旧址",
        "date_edtf": "2013-03-05",
        "document_no": "国发〔2013〕13号",
        "status": "in_force",
        "confidence": "medium",
        "source_keys": ["book"],
        **changes,
    }


def area(**changes):
    named = {key: item()[key] for key in ("name_zh", "name_en", "admin_code", "sources")}
    return {"id": "area-mill", **named, **changes}


def faults_of(path, items, **lists):
    path.write_text(
        json.dumps({"heritage_items": items, **lists}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    with pytest.raises(SampleFileError) as caught:
        read_sample(path, division_codes=CODES)
    return [(fault.path, fault.found, fault.expected) for fault in caught.value.faults]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sample.json"


def test_a_complete_record_is_accepted(path):
    path.write_text(json.dumps({"heritage_items": [item()]}), encoding="utf-8")
    assert read_sample(path, division_codes=CODES)["heritage_items"] == [item()]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"heritage_items": [\n {"id": "x",}]}', "line 2: the file: found Expecting property name"),
        (b"", "line 1: the file: found Expecting value at column 1, expected JSON"),
        (b"\xff", "the file: found byte 0 that is not UTF-8, expected UTF-8"),
        (b'{"heritage_items": [NaN]}', "the file: found the number NaN, which is not JSON, expected JSON"),
        (b"[" * 100_000, "the file: found maximum recursion depth exceeded"),
        (b"[]", "line 1: the file: found [], expected an object with a list heritage_items"),
        (b'{"heritage_items": {}}', 'line 1: the file: found {"heritage_items": {}}, expected an object'),
        (b'{"heritage_items": [], "extra": 1}', "line 1: extra: found an unknown key, expected only keys"),
        (
            b'{"heritage_items": [],\n "heritage_items": []}',
            "line 2: heritage_items: found the same key twice, expected each key once",
        ),
        (b'{"heritage_items": [\n1]}', "line 2: heritage_items[0]: found 1, expected an object"),
    ],
)
def test_what_is_not_a_sample_file_at_all_is_refused(path, content, expected):
    path.write_bytes(content)
    with pytest.raises(SampleFileError) as caught:
        read_sample(path, division_codes=CODES)
    assert str(caught.value).startswith(expected)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"founded_edtf": "195?X"},
            ("founded_edtf", '"195?X"', "an EDTF date such as 1933-12, 193X, 1932/1945, or null"),
        ),
        ({"admin_code": "999999"}, ("admin_code", '"999999"', "the code of a division in force")),
        ({"name_zh": "长" * 161}, ("name_zh", f'"{"长" * 59}…', "text of 1 to 160 characters")),
        ({"name_zh": "厂\x00"}, ("name_zh", '"厂\\u0000"', "text of 1 to 160 characters")),
        ({"name_en": None}, ("name_en", "null", "text of 1 to 200 characters")),
        ({"load_as": "public"}, ("load_as", '"public"', "one of published, draft, lead")),
        ({"parent_id": "later"}, ("parent_id", '"later"', "the id of an earlier record")),
        ({"colour": "red"}, ("colour", "an unknown key", "only keys of this format")),
        ({"sources": "none"}, ("sources", '"none"', "a list of objects")),
        (
            {"former_names": [{"edtf": "1950"}]},
            ("former_names[0].name", "nothing", "text of 1 to 160 characters"),
        ),
        (
            {"former_names": [{"name": "七厂"}, {"name": "七厂"}]},
            ("former_names[1].name", '"七厂"', "each name once in a record"),
        ),
        (
            {"former_names": [{"name": "七厂", "source_keys": ["lost"]}]},
            ("former_names[0].source_keys", '"lost"', "the key of a source in this file"),
        ),
        ({"fact_sources": {"area": "book"}}, ("fact_sources.area", '"book"', "a list of source keys")),
        (
            {"dates": item()["dates"] * 2},
            ("dates[1].event", '"founded"', "each event of a date once in a record"),
        ),
        (
            {"designations": [designation(status="lost")]},
            ("designations[0].status", '"lost"', f"one of {', '.join(DesignationStatus.values)}"),
        ),
        (
            {"designations": [designation(), designation(date_edtf="2014")]},
            ("designations[1].date_edtf", '"2014"', '"2013-03-05", as for 国发〔2013〕13号 before'),
        ),
        (
            {"related_enterprise_ids": ["ent-mill"]},
            ("related_enterprise_ids", '"ent-mill"', "the id of a row of enterprises"),
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_path(path, changes, expected):
    where, found, wanted = expected
    assert faults_of(path, [item(**changes)]) == [(f"heritage_items[0].{where}", found, wanted)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"id": "mill"},
            ("id", '"mill"', "a key of area- and 1 to 80 letters, digits, - and _"),
        ),
        ({"name_zh": ""}, ("name_zh", '""', "text of 1 to 160 characters")),
        ({"colour": "red"}, ("colour", "an unknown key", "only keys of this format")),
        ({"admin_code": "999999"}, ("admin_code", '"999999"', "the code of a division in force")),
        ({"sources": []}, ("sources", "no published source", "one, because the record is to be public")),
    ],
)
def test_the_lists_beside_the_records_are_checked_as_strictly(path, changes, expected):
    where, found, wanted = expected
    assert faults_of(path, [], areas=[area(**changes)]) == [(f"areas[0].{where}", found, wanted)]


def test_a_list_that_is_none_is_refused(path):
    assert faults_of(path, [], tasks={}) == [("tasks", "{}", "a list of objects")]


@pytest.mark.parametrize(
    ("changes", "found", "expected"),
    [
        ({"lat": 91}, "91", "a number from -90 to 90"),
        ({"lon": True}, "true", "a number from -180 to 180"),
        ({"lon": 10**400}, f"1{'0' * 59}…", "a number from -180 to 180"),
        ({"crs": "GCJ-02"}, '"GCJ-02"', "one of EPSG:4326"),
        ({"precision_m": 0.5}, "0.5", "a whole number from 1 to 1000000"),
    ],
)
def test_an_impossible_point_is_refused(path, changes, found, expected):
    (key,) = changes
    items = [item(coordinates={**item()["coordinates"], **changes})]
    assert faults_of(path, items) == [(f"heritage_items[0].coordinates.{key}", found, expected)]


def test_an_infinite_number_is_refused(path):
    path.write_text(json.dumps({"heritage_items": [item()]}).replace("43.9", "1e999"), encoding="utf-8")
    with pytest.raises(
        SampleFileError, match=r"coordinates\.lat: found Infinity, expected a number from -90 to 90"
    ):
        read_sample(path, division_codes=CODES)


def test_an_id_is_taken_once_and_a_source_key_means_one_source(path):
    other = {**item()["sources"][0], "title": "另一本"}
    assert faults_of(path, [item(), item(sources=[other])]) == [
        ("heritage_items[1].id", '"mill"', "an id that no earlier record has"),
        (
            "heritage_items[1].sources[0].key",
            '"book"',
            "the same source as under this key in an earlier record",
        ),
    ]


def test_a_record_to_be_published_needs_a_source_that_is_not_own_knowledge(path):
    own = {**item()["sources"][0], "basis": "own_knowledge"}
    assert faults_of(path, [item(sources=[own])]) == [
        ("heritage_items[0].sources", "no published source", "one, because the record is to be public")
    ]


def test_a_fault_says_the_line_of_the_value_or_of_the_record_that_lacks_it(path):
    lacking = item()
    del lacking["verification"]
    faults_of(path, [item(founded_edtf="x"), lacking])
    with pytest.raises(SampleFileError) as caught:
        read_sample(path, division_codes=CODES)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert caught.value.faults == [
        Fault(
            "heritage_items[0].founded_edtf",
            next(number for number, line in enumerate(lines, 1) if '"founded_edtf": "x"' in line),
            '"x"',
            "an EDTF date such as 1933-12, 193X, 1932/1945, or null",
        ),
        Fault(
            "heritage_items[1].verification",
            [number for number, line in enumerate(lines, 1) if line == "  {"][1],
            "nothing",
            "one of verified_from_sources, to_verify",
        ),
    ]


def test_lines_are_found_through_strings_that_look_like_json():
    text = '{"a": "]}\\",\\n{",\n "b": [1,\n {"c.d": null}]}'
    found = find_lines(text)
    assert found.lines == {"": 1, "a": 1, "b": 2, "b[0]": 2, "b[1]": 3, "b[1].c.d": 3}
    assert [found.of("b[1].x.y"), found.of("nowhere")] == [3, 1]


@pytest.mark.django_db
def test_the_command_refuses_the_whole_file_before_anything_is_written(path):
    load_reference()
    data = json.loads(SAMPLE_FILE.read_text(encoding="utf-8"))
    data["heritage_items"][49]["admin_code"] = "220999"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    with pytest.raises(
        CommandError, match=r"refused, nothing was loaded. 1 fault:\nline \d+: heritage_items\[49\]"
    ) as caught:
        call_command("load_sample", "--file", str(path), stderr=StringIO())
    assert caught.value.returncode == 1
    assert not HeritageSite.objects.exists()
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_a_usage_error(path):
    load_reference()
    with pytest.raises(CommandError, match="cannot be read") as caught:
        call_command("load_sample", "--file", str(path), stderr=StringIO())
    assert caught.value.returncode == 2

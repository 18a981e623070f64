"""Outlines of divisions: loaded by an administrator, feature by feature, and measured by."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from heritage.models import DivisionOutline
from heritage.place_warnings import place_warnings
from tests.factories import SiteFactory, make_divisions

pytestmark = pytest.mark.django_db

AROUND_JILIN = [[126.4, 43.8], [126.8, 43.8], [126.8, 44.1], [126.4, 44.1], [126.4, 43.8]]
AROUND_SIPING = [[124.3, 43.1], [124.5, 43.1], [124.5, 43.3], [124.3, 43.3], [124.3, 43.1]]
BOW_TIE = [[126.5, 43.8], [126.6, 43.9], [126.6, 43.8], [126.5, 43.9], [126.5, 43.8]]


def feature(code, coordinates, kind: str = "Polygon", name: str = "code") -> dict:
    geometry = {"type": kind, "coordinates": [coordinates]}
    return {"type": "Feature", "properties": {name: code}, "geometry": geometry}


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def load(tmp_path, capsys):
    """Load a file of these features; return the exit code and what was done with each."""

    def load(features, *options: str) -> tuple[int, list[tuple]]:
        file = tmp_path / "outlines.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        code = 0
        try:
            call_command("load_outlines", str(file), "--json", *options)
        except CommandError as error:
            code = error.returncode
        done = json.loads(capsys.readouterr().out)["features"]
        return code, [(row["code"], row["state"]) for row in done]

    return load


def outlines() -> dict[str, list]:
    rows = DivisionOutline.objects.select_related("division")
    return {row.division.code: row.geometry["coordinates"][0] for row in rows}


def test_each_outline_is_stored_at_the_division_of_its_code(divisions, load):
    done = load([feature("220202", AROUND_JILIN), feature(220303, AROUND_SIPING)])
    assert done == (0, [("220202", "loaded"), ("220303", "loaded")])
    assert outlines() == {"220202": AROUND_JILIN, "220303": AROUND_SIPING}


def test_loading_again_changes_what_changed(divisions, load):
    load([feature("220202", AROUND_JILIN), feature("220303", AROUND_JILIN)])
    done = load([feature("220202", AROUND_JILIN), feature("220303", AROUND_SIPING)])
    assert done == (0, [("220202", "unchanged"), ("220303", "loaded")])
    assert outlines()["220303"] == AROUND_SIPING


def test_a_feature_at_fault_is_told_and_the_others_are_loaded(divisions, load):
    done = load(
        [
            feature("229999", AROUND_JILIN),
            feature("220202", BOW_TIE),
            feature("220200", AROUND_JILIN, kind="LineString"),
            feature(None, AROUND_JILIN),
            "nothing",
            feature("220303", AROUND_SIPING),
            feature("220303", AROUND_JILIN),
        ]
    )
    states = ["failed"] * 5 + ["loaded", "failed"]
    codes = ["229999", "220202", "220200", "", "", "220303", "220303"]
    assert done == (1, list(zip(codes, states, strict=True)))
    assert outlines() == {"220303": AROUND_SIPING}


def test_the_property_and_the_system_are_declared(divisions, load):
    done = load([feature("220202", AROUND_JILIN, name="adcode")], "--property=adcode", "--system=gcj02")
    assert done == (0, [("220202", "loaded")])
    assert outlines()["220202"][0] != AROUND_JILIN[0]
    assert outlines()["220202"][0] == pytest.approx(AROUND_JILIN[0], abs=0.01)


def test_a_system_without_parameters_loads_nothing(divisions, load):
    assert load([feature("220202", AROUND_JILIN)], "--system=xian80") == (1, [("220202", "failed")])


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"type": "FeatureCollection", "features": []}', b"\xff\xfe\x00", b"[" * 99999],
)
def test_a_file_that_is_no_collection_is_a_fault_of_usage(divisions, tmp_path, content):
    file = tmp_path / "outlines.geojson"
    file.write_bytes(content)
    with pytest.raises(CommandError, match="is refused") as refusal:
        call_command("load_outlines", str(file))
    assert refusal.value.returncode == 2


def test_a_file_that_is_not_there_and_a_house_without_divisions_are_faults_of_usage(tmp_path):
    missing = str(tmp_path / "missing.geojson")
    with pytest.raises(CommandError, match="load_reference") as refusal:
        call_command("load_outlines", missing)
    assert refusal.value.returncode == 2
    make_divisions()
    with pytest.raises(CommandError, match="cannot be read") as refusal:
        call_command("load_outlines", missing)
    assert refusal.value.returncode == 2


def test_an_outline_is_an_area(divisions):
    line = {"type": "LineString", "coordinates": AROUND_JILIN}
    with pytest.raises(ValidationError):
        DivisionOutline(division=divisions["220202"], geometry=line).full_clean()


def test_places_are_measured_by_the_outline_of_their_own_division(divisions, load):
    load([feature("220303", AROUND_SIPING)])
    at_home, elsewhere = (SiteFactory(division=divisions[code]) for code in ("220202", "220303"))
    assert place_warnings(at_home) == []
    assert [warning.field for warning in place_warnings(elsewhere)] == ["typed_coordinates"]


def test_a_record_without_a_place_is_measured_by_nothing(divisions, django_assert_num_queries):
    site = SiteFactory(division=divisions["220202"], longitude=None, latitude=None, typed_coordinates="")
    with django_assert_num_queries(0):
        assert place_warnings(site) == []

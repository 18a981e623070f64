"""Typed coordinates: what the officer is told while typing, and the field she types them in."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from heritage.map_widget import CoordinatesWidget, ShapeWidget
from heritage.models import Division, DivisionOutline
from tests.factories import make_divisions, officer
from tests.officers import browser

AROUND_SIPING = [[124.3, 43.1], [124.5, 43.1], [124.5, 43.3], [124.3, 43.3], [124.3, 43.1]]


def told(user, text: str, system: str, **more) -> dict:
    question = {"text": text, "system": system, **more}
    answer = browser(user).get(reverse("heritage_convert_coordinates"), question)
    assert answer.status_code == 200
    return answer.json()


def told_of_shape(user, text: str, system: str, **more) -> dict:
    question = {"text": text, "system": system, **more}
    answer = browser(user).post(reverse("heritage_convert_shape"), question)
    assert answer.status_code == 200
    return answer.json()


@pytest.fixture
def surveyor(db):
    return officer("surveyor", make_divisions()["220202"])


@pytest.mark.parametrize(
    ("text", "system", "point"),
    [
        ("126.54, 43.885", "wgs84", (126.54, 43.885)),
        ("43°53′6″N, 126°32′24″E", "cgcs2000", (126.54, 43.885)),
        ("4861186.35, 543394.94", "cgcs2000_cm_126", (126.54, 43.885)),
    ],
)
def test_typed_coordinates_are_told_as_a_point_of_wgs84(surveyor, text, system, point):
    answer = told(surveyor, text, system)
    assert (answer["longitude"], answer["latitude"]) == pytest.approx(point, abs=1e-6)
    assert answer["warning"] == ""


@pytest.mark.parametrize(
    ("text", "system", "sentence"),
    [
        ("126.54, 43.885", "", "没有声明坐标系，坐标“126.54, 43.885”不能录入。请先选择坐标系。"),
        (
            "在河边",
            "wgs84",
            "坐标“在河边”读不懂。请写成43.885, 126.54 或 43°53′6″N, 126°32′24″E。",
        ),
    ],
)
def test_what_cannot_be_read_is_answered_with_the_sentence_of_the_form(surveyor, text, system, sentence):
    assert told(surveyor, text, system) == {"error": sentence}


def test_a_point_outside_the_province_is_a_warning_and_no_refusal(surveyor):
    answer = told(surveyor, "116.4, 39.9", "wgs84")
    assert (answer["longitude"], answer["latitude"]) == (116.4, 39.9)
    assert "121–132°" in answer["warning"]


@pytest.mark.parametrize(
    ("code", "is_warned"), [("220202", True), ("220303", False)], ids=["outline loaded", "none loaded"]
)
def test_a_place_outside_the_outline_of_the_chosen_division_is_a_warning(surveyor, code, is_warned):
    changyi = Division.objects.get(code="220202")
    DivisionOutline.objects.create(
        division=changyi, geometry={"type": "Polygon", "coordinates": [AROUND_SIPING]}
    )
    chosen = str(Division.objects.get(code=code).pk)
    point = told(surveyor, "126.54, 43.885", "wgs84", division=chosen)
    line = told_of_shape(surveyor, "126.54, 43.885\n126.55, 43.885", "wgs84", division=chosen)
    assert [changyi.name_zh in answer["warning"] for answer in (point, line)] == [is_warned] * 2


@pytest.mark.parametrize("division", ["", "0", "-1", "x", "9" * 40, "１"])
def test_a_division_that_is_not_there_measures_nothing(surveyor, division):
    assert told(surveyor, "126.54, 43.885", "wgs84", division=division)["warning"] == ""


def test_a_typed_shape_is_told_as_geojson_of_wgs84(surveyor):
    assert told_of_shape(surveyor, "126.54, 43.885\n126.55, 43.885", "cgcs2000") == {
        "geometry": {"type": "LineString", "coordinates": [[126.54, 43.885], [126.55, 43.885]]},
        "warning": "",
    }


def test_a_shape_that_cannot_be_read_is_answered_with_the_sentence_of_the_form(surveyor):
    answer = told_of_shape(surveyor, "126.54, 43.885", "wgs84")
    assert answer == {"error": "LineString：点数不够，线至少2个点。"}


def test_only_officers_are_told(client, db):
    answer = client.get(
        reverse("heritage_convert_coordinates"), {"text": "126.54, 43.885", "system": "wgs84"}
    )
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("wagtailadmin_login"))


def test_nothing_is_changed_by_asking(surveyor):
    assert browser(surveyor).post(reverse("heritage_convert_coordinates")).status_code == 405


def test_the_shape_widget_is_a_plain_text_field_that_names_the_choices_beside_it():
    page = BeautifulSoup(ShapeWidget().render("rows-0-typed_shape", "{}", {"id": "id_x"}), "html.parser")
    (field,) = page.find_all("textarea")
    names = page.select_one("[data-controller=shape]")
    assert (field["name"], field.text.strip()) == ("rows-0-typed_shape", "{}")
    assert names["data-shape-system-value"] == "rows-0-shape_system"
    assert names["data-shape-division-value"] == "rows-0-division"
    assert page.select_one("[data-shape-target=frame]").has_attr("hidden")


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("typed_coordinates", "coordinate_system"),
        ("places-0-typed_coordinates", "places-0-coordinate_system"),
    ],
)
def test_the_widget_is_a_plain_field_that_names_the_choice_of_its_system(name, system):
    page = BeautifulSoup(CoordinatesWidget().render(name, "126.54, 43.885", {"id": "id_x"}), "html.parser")
    (field,) = page.find_all("input")
    assert (field["name"], field["value"], field["type"]) == (name, "126.54, 43.885", "text")
    assert page.select_one("[data-controller=coordinates]")["data-coordinates-system-value"] == system


def test_the_map_stays_hidden_until_its_script_runs():
    page = BeautifulSoup(CoordinatesWidget().render("typed_coordinates", "", {}), "html.parser")
    assert page.select_one("[data-coordinates-target=frame]").has_attr("hidden")

"""Typed coordinates: what the officer is told while typing, and the field she types them in."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from heritage.map_widget import CoordinatesWidget
from tests.factories import make_divisions, officer
from tests.officers import browser


def told(user, text: str, system: str) -> dict:
    answer = browser(user).get(reverse("heritage_convert_coordinates"), {"text": text, "system": system})
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


def test_only_officers_are_told(client, db):
    answer = client.get(
        reverse("heritage_convert_coordinates"), {"text": "126.54, 43.885", "system": "wgs84"}
    )
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("wagtailadmin_login"))


def test_nothing_is_changed_by_asking(surveyor):
    assert browser(surveyor).post(reverse("heritage_convert_coordinates")).status_code == 405


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

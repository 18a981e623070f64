"""The line or area of a site or a component: recorded, drafted, approved, refused; never half-saved."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse

from heritage.geometry.typed_shapes import MOST_POSITIONS
from heritage.models import Component, DivisionOutline, HeritageSite
from tests.factories import (
    approval_workflow,
    drafted_site,
    make_divisions,
    officer,
    published_site,
)
from tests.inventory import component_of
from tests.officers import browser, decide, form_of, fresh, save, submit

pytestmark = pytest.mark.django_db

RAILWAY = "126.55, 43.85\n126.57, 43.86"
RAILWAY_SHAPE = {"type": "LineString", "coordinates": [[126.55, 43.85], [126.57, 43.86]]}
YARD = [[126.5, 43.8], [126.6, 43.8], [126.6, 43.9], [126.5, 43.8]]
BOW_TIE = [[126.5, 43.8], [126.6, 43.9], [126.6, 43.8], [126.5, 43.9], [126.5, 43.8]]
AROUND_SIPING = [[124.3, 43.1], [124.5, 43.1], [124.5, 43.3], [124.3, 43.3], [124.3, 43.1]]


@pytest.fixture
def divisions():
    approval_workflow()
    return make_divisions()


@pytest.fixture
def surveyor(divisions):
    return officer("surveyor", divisions["220202"])


@pytest.fixture
def site(divisions, surveyor):
    return drafted_site(division=divisions["220202"], by=surveyor)


def drawn(coordinates, kind: str = "Polygon") -> str:
    return json.dumps({"type": kind, "coordinates": coordinates})


def draft_of(site: HeritageSite) -> HeritageSite:
    return fresh(site).get_latest_revision_as_object()


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]


def test_a_typed_line_is_kept_as_given_and_stored_as_geojson(site, surveyor):
    save(surveyor, site, typed_shape=RAILWAY, shape_system="cgcs2000")
    draft = draft_of(site)
    assert (draft.typed_shape.replace("\r", ""), draft.shape_system) == (RAILWAY, "cgcs2000")
    assert draft.shape == RAILWAY_SHAPE


def test_a_draft_keeps_its_shape_to_itself_until_it_is_approved(divisions):
    officers = [officer("county_officer", divisions["220202"]) for _two in range(2)]
    reviewers = (
        officers[1],
        officer("city_reviewer", divisions["220200"]),
        officer("provincial_reviewer", divisions["220000"]),
    )
    site = published_site(division=divisions["220202"])
    submit(officers[0], site, typed_shape=drawn([YARD]), shape_system="wgs84")
    assert fresh(site).shape is None
    for reviewer in reviewers:
        decide(reviewer, site, "approve")
    assert fresh(site).shape == {"type": "Polygon", "coordinates": [YARD]}


def test_a_shape_that_is_taken_out_is_gone(site, surveyor):
    save(surveyor, site, typed_shape=RAILWAY, shape_system="wgs84")
    save(surveyor, site, typed_shape=" ", shape_system="wgs84")
    assert draft_of(site).shape is None


@pytest.mark.parametrize(
    ("text", "system", "field"),
    [
        (RAILWAY, "", "shape_system"),
        ("沿江一带", "wgs84", "typed_shape"),
        (drawn([BOW_TIE]), "wgs84", "typed_shape"),
        (drawn([YARD[:2]]), "wgs84", "typed_shape"),
        (drawn([126.5, 43.8], "Point"), "wgs84", "typed_shape"),
        (drawn([[186.5, 43.8], [126.6, 43.9]], "LineString"), "wgs84", "typed_shape"),
        ("126.5, 43.8\n" * (MOST_POSITIONS + 1), "wgs84", "typed_shape"),
        ('{"type": "Polygon", "coordinates": [[[126.5,', "wgs84", "typed_shape"),
    ],
    ids=["no system", "words", "crossing", "few points", "point", "off the earth", "many points", "cut off"],
)
def test_a_shape_at_fault_is_told_at_its_field_and_nothing_else_is_lost(site, surveyor, text, system, field):
    answer = save(surveyor, site, typed_shape=text, shape_system=system, name_zh="改了名的厂")
    page = BeautifulSoup(answer.content, "html.parser")
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (200, [field])
    assert page.select_one(f"[id$={field}-errors]").get_text(strip=True) == form.errors[field][0]
    assert page.select_one("#id_name_zh")["value"] == "改了名的厂"
    assert page.select_one("#id_typed_shape").text.strip() == text.strip()
    assert draft_of(site).name_zh == site.name_zh


def test_every_field_at_fault_is_told_at_once(site, surveyor):
    answer = save(
        surveyor, site, typed_shape="?", shape_system="wgs84", typed_coordinates="?", period_text="很久以前"
    )
    assert sorted(answer.context["form"].errors) == ["period_text", "typed_coordinates", "typed_shape"]


def test_a_component_has_a_shape_of_its_own(site, surveyor):
    component = component_of(site, "专用线", is_live=False, kind="line")
    component.save_revision()
    address = reverse("wagtailsnippets_heritage_component:edit", args=[component.pk])
    rows = {"citations-TOTAL_FORMS": 0, "citations-INITIAL_FORMS": 0}
    values = {"name_zh": "专用线", "kind": "line", "destiny": "unknown", "site": site.pk}
    browser(surveyor).post(address, {**values, **rows, "typed_shape": RAILWAY, "shape_system": "wgs84"})
    assert Component.objects.get().get_latest_revision_as_object().shape == RAILWAY_SHAPE


def test_a_shape_without_a_declared_system_is_refused_by_the_database(site):
    with pytest.raises(IntegrityError), transaction.atomic():
        HeritageSite.objects.filter(pk=site.pk).update(shape=RAILWAY_SHAPE)


def test_a_place_outside_the_province_is_saved_and_the_officer_is_told(site, surveyor):
    places = {"typed_coordinates": "116.4, 39.9", "coordinate_system": "wgs84"}
    answer = save(surveyor, site, **places, typed_shape="116.4, 39.9\n116.5, 39.9", shape_system="wgs84")
    draft = draft_of(site)
    assert (answer.status_code, draft.longitude, len(draft.shape["coordinates"])) == (302, 116.4, 2)
    assert ["121–132°" in message for message in told(answer)] == [True, True]


def test_a_place_outside_the_outline_of_its_division_is_told_after_saving_and_at_the_field(
    site, surveyor, divisions
):
    outline = {"type": "Polygon", "coordinates": [AROUND_SIPING]}
    DivisionOutline.objects.create(division=divisions["220202"], geometry=outline)
    answer = save(surveyor, site)
    assert ["昌邑区" in message for message in told(answer)] == [True]
    page = browser(surveyor).get(reverse("wagtailsnippets_heritage_heritagesite:edit", args=[site.pk]))
    meanings = BeautifulSoup(page.content, "html.parser").select(".coordinates__meaning")
    assert ["昌邑区" in meaning.text for meaning in meanings] == [True, False]


def test_an_autosave_leaves_no_heap_of_messages(site, surveyor):
    address = reverse("wagtailsnippets_heritage_heritagesite:edit", args=[site.pk])
    changes = {"typed_coordinates": "116.4, 39.9", "coordinate_system": "wgs84"}
    answer = browser(surveyor).post(address, form_of(site, **changes), headers={"Accept": "application/json"})
    assert (answer.json()["success"], told(answer)) == (True, [])


def test_an_expected_place_is_saved_without_a_word(site, surveyor):
    assert told(save(surveyor, site, typed_shape=RAILWAY, shape_system="wgs84")) == []

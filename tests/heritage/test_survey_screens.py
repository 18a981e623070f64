"""A survey on the screen: parts not entered, photographs, and that a confirmed one stays as it is."""

import pytest
from django.urls import reverse

from heritage.models import Component, Survey
from heritage.services.confirming_surveys import confirm_survey
from tests.factories import drafted_site, make_divisions, officer, photograph
from tests.officers import browser

pytestmark = pytest.mark.django_db
ADDRESS = "wagtailsnippets_heritage_survey"


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def surveyor(divisions):
    return officer("surveyor", divisions["220202"])


@pytest.fixture
def site(divisions):
    return drafted_site(division=divisions["220202"])


def form(site, **changes) -> dict:
    """The form of a visit on which one part could not be entered."""
    return {
        "site": site.pk,
        "surveyed_on": "2026-05-06",
        "purpose": "before_relocation",
        "surveyors": "王工、李工",
        "observations": "主厂房尚存。",
        "condition_note": "",
        "not_entered-TOTAL_FORMS": 1,
        "not_entered-INITIAL_FORMS": 0,
        "not_entered-0-ORDER": 1,
        "not_entered-0-what": "地下油库",
        "not_entered-0-reason": "refused",
        "not_entered-0-explanation": "产权单位未同意进入",
        "photographs-TOTAL_FORMS": 0,
        "photographs-INITIAL_FORMS": 0,
        **changes,
    }


def add(user, site, **changes):
    return browser(user).post(reverse(f"{ADDRESS}:add"), form(site, **changes))


@pytest.mark.usefixtures("renditions_are_made")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # as the fixture says
def test_a_survey_keeps_what_was_seen_and_what_could_not_be_entered_and_why(divisions, surveyor, site):
    seen = Component.objects.create(site=site, name_zh="主厂房")
    picture = photograph("主厂房南面", divisions["220202"].collection)
    shown = {
        "photographs-TOTAL_FORMS": 1,
        "photographs-0-ORDER": 1,
        "photographs-0-photograph": picture.pk,
        "photographs-0-direction": "向北",
    }
    add(surveyor, site, components=[seen.pk], **shown)
    survey = Survey.objects.get()
    assert (survey.collection, list(survey.components.all())) == (site.collection, [seen])
    assert [(row.what, row.reason, row.explanation) for row in survey.not_entered.all()] == [
        ("地下油库", "refused", "产权单位未同意进入")
    ]
    assert [(row.photograph, row.direction) for row in survey.photographs.all()] == [(picture, "向北")]


def test_a_part_not_entered_says_why(surveyor, site):
    refused = add(surveyor, site, **{"not_entered-0-reason": ""})
    assert refused.context["form"].formsets["not_entered"].forms[0].errors.keys() == {"reason"}
    assert Survey.objects.count() == 0


def test_components_of_another_site_are_not_seen_on_this_one(divisions, surveyor, site):
    other = Component.objects.create(site=drafted_site(division=divisions["220202"]), name_zh="别处")
    refused = add(surveyor, site, components=[other.pk])
    assert list(refused.context["form"].errors) == ["components"]


def test_a_foreign_site_is_not_surveyed(divisions, surveyor):
    foreign = drafted_site(division=divisions["220303"])
    assert list(add(surveyor, foreign).context["form"].errors) == ["site"]


def test_a_visit_that_is_still_to_come_is_refused(surveyor, site):
    assert list(add(surveyor, site, surveyed_on="2999-01-01").context["form"].errors) == ["surveyed_on"]


def test_the_form_opened_from_a_site_has_it_chosen(divisions, surveyor, site):
    foreign = drafted_site(division=divisions["220303"])
    chosen = [
        browser(surveyor).get(reverse(f"{ADDRESS}:add"), {"site": key}).context["form"]["site"].value()
        for key in (site.pk, foreign.pk, "x")
    ]
    assert chosen == [site.pk, None, None]


def test_a_reviewer_confirms_what_another_wrote_and_then_nobody_alters_it(divisions, surveyor, site):
    add(surveyor, site)
    survey = Survey.objects.get()
    reviewer = officer("county_officer", divisions["220202"])
    address = reverse("heritage_survey_confirm", args=[survey.pk])
    browser(surveyor).post(address)
    assert Survey.objects.get().confirmed_by is None
    browser(reviewer).post(address)
    assert Survey.objects.get().confirmed_by == reviewer
    edit = reverse(f"{ADDRESS}:edit", args=[survey.pk])
    answer = browser(surveyor).post(edit, form(site, observations="改写"))
    assert answer.url == reverse(f"{ADDRESS}:inspect", args=[survey.pk])
    assert Survey.objects.get().observations == "主厂房尚存。"


def test_whoever_wrote_a_survey_does_not_confirm_it(divisions, site):
    reviewer = officer("county_officer", divisions["220202"])
    add(reviewer, site)
    survey = Survey.objects.get()
    browser(reviewer).post(reverse("heritage_survey_confirm", args=[survey.pk]))
    assert Survey.objects.get().confirmed_by is None
    colleague = officer("county_officer", divisions["220202"])
    assert confirm_survey(survey=survey, by=colleague).confirmed_by == colleague


def test_what_was_walked_is_kept_with_its_system_and_drawn_on_the_page_of_the_survey(surveyor, site):
    add(surveyor, site, typed_shape="126.55, 43.85\n126.56, 43.86", shape_system="wgs84")
    survey = Survey.objects.get()
    assert survey.shape == {"type": "LineString", "coordinates": [[126.55, 43.85], [126.56, 43.86]]}
    inspect = browser(surveyor).get(reverse(f"{ADDRESS}:inspect", args=[survey.pk]))
    assert 'class="cov-walked is-line"' in inspect.context["map"].svg


def test_what_was_walked_is_refused_without_its_system(surveyor, site):
    refused = add(surveyor, site, typed_shape="126.55, 43.85\n126.56, 43.86", shape_system="")
    assert list(refused.context["form"].errors) == ["shape_system"]
    assert Survey.objects.count() == 0


def test_a_survey_of_which_no_walk_is_recorded_has_no_map(surveyor, site):
    add(surveyor, site)
    inspect = browser(surveyor).get(reverse(f"{ADDRESS}:inspect", args=[Survey.objects.get().pk]))
    assert (inspect.status_code, inspect.context["map"]) == (200, None)

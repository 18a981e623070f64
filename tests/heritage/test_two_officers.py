"""Two officers on one record: the later one is told, and nobody's words are lost."""

import pytest
from django.urls import reverse

from tests.factories import drafted_site, make_divisions, name_of, officer
from tests.officers import ADDRESS, browser, form_of, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """A site with both its officers."""
    district = make_divisions()["220202"]
    site = drafted_site(division=district, description_zh="原文", values_note="原价值")
    return site, officer("surveyor", district), officer("surveyor", district)


def opened(site) -> dict:
    """What the form of a site holds when it is opened now."""
    revision = fresh(site).latest_revision
    keys = {"loaded_revision_id": revision.pk, "loaded_revision_created_at": revision.created_at.isoformat()}
    return form_of(site) | keys


def post(user, site, data: dict):
    return browser(user).post(reverse(f"{ADDRESS}:edit", args=[site.pk]), data)


def draft(site):
    return fresh(site).get_latest_revision_as_object()


def test_the_later_officer_is_told_and_keeps_what_she_typed(desk):
    site, first, second = desk
    hers = opened(site)
    post(first, site, opened(site) | {"description_zh": "甲的文字"})
    refused = post(second, site, hers | {"description_zh": "乙的文字"})
    form = refused.context["form"]
    assert (refused.status_code, draft(site).description_zh) == (200, "甲的文字")
    assert form["description_zh"].value() == "乙的文字"
    assert form.errors["description_zh"] == [f"其间 {first} 保存为：甲的文字"]


def test_what_only_the_other_altered_is_taken_over(desk):
    site, first, second = desk
    hers = opened(site)
    post(first, site, opened(site) | {"values_note": "甲的价值", "absences_condition": "refused"})
    form = post(second, site, hers | {"description_zh": "乙的文字"}).context["form"]
    assert [form[name].value() for name in ("values_note", "description_zh")] == ["甲的价值", "乙的文字"]
    assert form.data["absences_condition"] == "refused"
    assert dict(form.errors) == {}


def test_saved_again_she_has_the_last_word_and_the_other_draft_stays_a_revision(desk):
    site, first, second = desk
    hers = opened(site)
    post(first, site, opened(site) | {"description_zh": "甲的文字"})
    refused = post(second, site, hers | {"description_zh": "乙的文字"})
    again = {key: value for key, value in refused.context["form"].data.items() if "revision" not in key}
    keys = {key: value for key, value in opened(site).items() if "revision" in key}
    post(second, site, again | keys)
    assert draft(site).description_zh == "乙的文字"
    assert "甲的文字" in [revision.as_object().description_zh for revision in fresh(site).revisions.all()]


def test_rows_that_the_other_added_are_named_and_kept(desk):
    site, first, second = desk
    hers = opened(site)
    name_of(site, "老名称")
    fresh(site).save_revision(user=first)
    refused = post(second, site, hers | {"description_zh": "乙的文字"})
    assert [str(error) for error in refused.context["form"].formsets["names"].non_form_errors()] == [
        f"其间 {first} 保存为：老名称"
    ]
    keys = {key: value for key, value in opened(site).items() if "revision" in key}
    post(second, site, hers | keys | {"description_zh": "乙的文字"})
    assert ([name.name for name in draft(site).names.all()], draft(site).description_zh) == (
        ["老名称"],
        "乙的文字",
    )


def test_nobody_is_told_of_her_own_drafts(desk):
    site, first, _second = desk
    hers = opened(site)
    post(first, site, opened(site) | {"description_zh": "先写的"})
    assert post(first, site, hers | {"description_zh": "后写的"}).status_code == 302
    assert draft(site).description_zh == "后写的"

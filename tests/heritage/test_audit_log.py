"""Every logged act is sealed in its own transaction, in three queries."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log

from heritage.audit import record
from heritage.audit.heads import read_head
from heritage.audit.verifying import verify
from heritage.models import AuditEntry, AuditHead, Division
from heritage.models.append_only import AppendOnlyError
from heritage.services.appointing import appoint
from tests.factories import UserFactory, approval_workflow, drafted_site, make_divisions, officer
from tests.officers import ADDRESS, browser, decide, form_of, fresh, save, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def district() -> Division:
    approval_workflow()
    return make_divisions()["220202"]


def acts(since: int) -> list[tuple[str, str]]:
    """The sealed acts after a number, with whom they name, in order."""
    return list(AuditEntry.objects.filter(number__gt=since).values_list("action", "user_words"))


def test_what_an_officer_saves_submits_and_returns_is_sealed_with_her_name(district):
    site = drafted_site(division=district)
    surveyor = officer("surveyor", district, full_name="王测")
    reviewer = officer("county_officer", district, full_name="李审")
    save(surveyor, site)
    since = read_head().number
    submit(surveyor, site)
    decide(reviewer, site, "reject")
    assert [act for act in acts(since) if act[0].startswith("wagtail.")] == [
        ("wagtail.edit", "王测"),
        ("wagtail.workflow.start", "王测"),
        ("wagtail.workflow.reject", "李审"),
    ]


def test_an_entry_names_the_row_its_jurisdiction_and_the_revision(district):
    site, writer = drafted_site(division=district), officer("surveyor", district)
    save(writer, site)
    entry = AuditEntry.objects.filter(action="wagtail.edit").latest("number")
    assert (entry.model, entry.object_id, entry.label, entry.collection_id) == (
        "heritage.heritagesite",
        str(site.pk),
        str(site),
        district.collection_id,
    )
    assert entry.data["revision"] == fresh(site).latest_revision_id


def test_signing_in_and_failing_to_are_sealed_and_no_typed_name_that_is_no_login(client):
    user = UserFactory(username="wang", full_name="王测")
    user.set_password("a-long-pass-word")
    user.save()
    since = read_head().number
    for name, password in (("a-long-pass-word", "x"), ("wang", "wrong"), ("wang", "a-long-pass-word")):
        client.post("/admin/login/", {"username": name, "password": password})
    entries = AuditEntry.objects.filter(number__gt=since)
    assert [(row.action, row.label) for row in entries if row.action.startswith("accounts.")] == [
        ("accounts.login_failed", ""),
        ("accounts.login_failed", "王测"),
        ("accounts.login", "王测"),
    ]
    assert all("a-long-pass-word" not in str(row.__dict__) for row in entries)


def test_a_role_and_a_password_given_are_sealed(district):
    user = UserFactory(full_name="王测")
    since = read_head().number
    appoint(user=user, role="surveyor", division=district)
    user.set_password("another-long-one")
    user.save()
    entries = AuditEntry.objects.filter(number__gt=since, model="accounts.user")
    assert [(row.action, row.label, row.data) for row in entries] == [
        ("accounts.give", "王测", {"what": ["220202 昌邑区 · surveyor"]}),
        ("accounts.password", "王测", {}),
    ]


def test_an_act_that_is_undone_leaves_no_entry(district):
    site = drafted_site(division=district)
    before = read_head()
    with transaction.atomic():
        log(instance=site, action="wagtail.edit")
        transaction.set_rollback(True)
    assert read_head() == before


def test_sealing_an_act_takes_three_queries(district):
    site, user = drafted_site(division=district), UserFactory()
    log(instance=site, action="wagtail.edit", user=user)
    with CaptureQueriesContext(connection) as asked:
        record("wagtail.edit", site, user)
    assert len(asked) == 3


def test_saving_a_form_takes_three_queries_more_than_without_the_audit_log(district):
    site, writer = drafted_site(division=district), officer("surveyor", district)
    save(writer, site)
    address, form = reverse(f"{ADDRESS}:edit", args=[site.pk]), form_of(site)
    client = browser(writer)
    with CaptureQueriesContext(connection) as asked:
        client.post(address, form)
    assert len([query for query in asked if "heritage_audit" in query["sql"]]) == 3


def test_the_log_is_written_once():
    entry = record("heritage.load", data={"command": "load_sample"})
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        AuditEntry.objects.all().delete()


def test_fractions_and_moments_are_sealed_as_every_database_gives_them_back():
    record("heritage.load", data={"share": 1e22, "of": 0.1, "nested": [{"b": 1, "a": "文"}]})
    assert AuditEntry.objects.latest("number").data == {
        "share": "1e+22",
        "of": "0.1",
        "nested": [{"a": "文", "b": 1}],
    }
    assert list(verify(read_head())) == []


def test_the_first_entry_follows_nothing():
    AuditHead.objects.all().delete()
    assert [record("heritage.load").number for _n in range(2)] == [1, 2]

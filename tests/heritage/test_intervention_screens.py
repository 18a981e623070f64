"""The screens of interventions: who decides, steps, fates, finds; the list over a division."""

from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heritage.lifecycles.identities import Identity
from heritage.lifecycles.rulings import ART_32
from heritage.lifecycles.status import ART_31
from heritage.models import Component, Decree, Find, Intervention, InterventionMove
from heritage.models.decrees import Authority
from tests.factories import officer
from tests.heritage.designations import County
from tests.heritage.interventions import Papers, application, place_of
from tests.officers import browser

pytestmark = pytest.mark.django_db

FORM = {
    "title": "锅炉房修缮",
    "applicant": "测试公司",
    "applied_on": "2026-11-02",
    "component": "",
    "case": "",
}


@pytest.fixture
def place() -> County:
    return place_of(Identity.COUNTY)


def get(place: County, name: str, *keys: int, query: str = "", user=None) -> BeautifulSoup:
    answer = browser(user or place.clerk).get(reverse(name, args=keys) + query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def post(place: County, name: str, *keys: object, user=None, **data) -> HttpResponse:
    return browser(user or place.clerk).post(reverse(name, args=keys), data)


def words(found) -> str:
    return " ".join(found.get_text(" ").split())


def label(authority: str) -> str:
    return str(Authority(authority).label)


def test_an_application_is_entered_and_its_page_says_who_decides(place: County) -> None:
    paper = Papers(place).complete()["report"]
    answer = post(
        place,
        "heritage_intervention_add",
        place.site.pk,
        **FORM,
        kind="relocate",
        description="无法原址保护",
        application=paper.pk,
    )
    row = Intervention.objects.get()
    assert answer["Location"] == reverse("heritage_intervention", args=[row.pk])
    page = get(place, "heritage_intervention", row.pk)
    assert label("provincial_government") in words(page.select_one(".case"))
    step = reverse("heritage_intervention_step", args=[row.pk, "submitted"])
    assert [a["href"] for a in page.select("tbody th a")] == [step]


def test_the_form_tells_who_decides_as_it_is_opened_and_whenever_it_is_changed(place: County) -> None:
    page = get(place, "heritage_intervention_add", place.site.pk, query="?kind=demolish")
    shown = page.select_one("[data-deciding-url]")
    assert label("provincial_government") in words(shown)
    fragment = browser(place.clerk).get(shown["data-deciding-url"], {"kind": "repair", "component": ""})
    assert label("county_department") in fragment.content.decode()
    assert "<html" not in fragment.content.decode()


def test_the_form_refuses_the_demolition_of_a_national_unit_with_the_article() -> None:
    place = place_of(Identity.NATIONAL)
    page = get(place, "heritage_intervention_add", place.site.pk, query="?kind=demolish")
    assert str(ART_31) in words(page.select_one("[data-deciding-url] [role=alert]"))
    answer = post(place, "heritage_intervention_add", place.site.pk, **FORM, kind="demolish")
    assert (answer.status_code, str(ART_31) in answer.content.decode()) == (200, True)
    assert Intervention.objects.count() == 0


def test_a_draft_is_changed_and_what_was_submitted_is_not(place: County) -> None:
    row = application(place, "repair")
    post(place, "heritage_intervention_edit", row.pk, **FORM | {"title": "屋面修缮"}, kind="in_situ")
    row.refresh_from_db()
    assert (row.title, row.kind) == ("屋面修缮", "in_situ")
    Intervention.objects.update(state="submitted", level="county", authority="county_department")
    answer = post(place, "heritage_intervention_edit", row.pk, **FORM | {"title": "另"}, kind="repair")
    row.refresh_from_db()
    assert (answer.status_code, row.title) == (302, "屋面修缮")


def test_a_draft_is_deleted_after_a_second_question_and_what_was_submitted_never(place: County) -> None:
    row = application(place, "repair")
    leads = reverse("heritage_intervention_delete", args=[row.pk])
    assert get(place, "heritage_intervention", row.pk).select(f"a[href='{leads}']") != []
    assert "锅炉房修缮" in words(get(place, "heritage_intervention_delete", row.pk).select_one(".case"))
    assert Intervention.objects.filter(pk=row.pk).exists()
    Intervention.objects.update(state="submitted", level="county", authority="county_department")
    assert get(place, "heritage_intervention", row.pk).select(f"a[href='{leads}']") == []
    assert "已提交" in post(place, "heritage_intervention_delete", row.pk).content.decode()
    Intervention.objects.update(state="draft", level="", authority="")
    answer = post(place, "heritage_intervention_delete", row.pk)
    assert answer.url == reverse("heritage_interventions", args=[place.site.pk])
    assert Intervention.objects.count() == 0


def test_a_step_asks_for_its_papers_and_keeps_them(place: County) -> None:
    row = application(place, "demolish", "executing")
    page = get(place, "heritage_intervention_step", row.pk, "completed")
    names = {field["name"] for field in page.select("form[method=post] [name]")}
    asked = {"report", "happened_on", "receiver", "receipt", "is_nothing_salvaged"}
    assert asked <= names
    papers = Papers(place).complete()
    answer = post(
        place,
        "heritage_intervention_step",
        row.pk,
        "completed",
        report=papers["report"].pk,
        happened_on=papers["happened_on"].isoformat(),
        receiver="市博物馆",
        receipt=papers["receipt"].pk,
    )
    assert answer.status_code == 302
    move = InterventionMove.objects.get()
    assert (move.to_state, move.receiver, move.receipt) == ("completed", "市博物馆", papers["receipt"])
    assert "市博物馆" in words(get(place, "heritage_intervention", row.pk).select_one(".case"))


def test_a_refused_step_says_what_is_missing_and_by_which_article(place: County) -> None:
    row = application(place, "repair", "approved")
    answer = post(
        place, "heritage_intervention_step", row.pk, "executing", body="", licence="", happened_on=""
    )
    assert str(ART_32) in answer.content.decode()
    row.refresh_from_db()
    assert (row.state, row.moves.count()) == ("approved", 0)


def test_once_a_relocation_has_begun_the_officer_is_led_to_record_what_became_of_the_thing(
    place: County,
) -> None:
    part = place.component()
    row = application(place, "relocate", "approved", component=part)
    assert not get(place, "heritage_intervention", row.pk).select(
        f"a[href*='intervention={row.pk}'][href*='component']"
    )
    Intervention.objects.update(state="executing")
    move = {"subject": row, "from_state": "approved", "to_state": "executing", "made_by": place.clerk}
    InterventionMove.objects.create(**move, happened_on=timezone.localdate())
    form = reverse(Component.snippet_viewset.get_url_name("edit"), args=[part.pk])
    page = get(place, "heritage_intervention", row.pk)
    [link] = [a["href"] for a in page.select("a") if a.get("href", "").startswith(form)]
    filled = BeautifulSoup(browser(place.clerk).get(link).content, "html.parser")
    chosen = {
        name: filled.select_one(f"[name={name}] option[selected]")["value"]
        for name in ("destiny", "approved_by")
    }
    assert chosen == {"destiny": "moved", "approved_by": str(row.pk)}
    assert filled.select_one("[name=destiny_on_edtf]")["value"] == timezone.localdate().isoformat()
    part.refresh_from_db()
    assert (part.destiny, part.approved_by) == ("unknown", None)


def test_the_designation_of_a_moved_site_is_the_next_lawful_thing_with_its_decree_filled_in(
    place: County,
) -> None:
    row = application(place, "relocate", "executing")
    decree = place.decree("provincial_government")
    move = {"subject": row, "from_state": "submitted", "to_state": "approved", "made_by": place.clerk}
    InterventionMove.objects.create(**move, decree=decree)
    page = get(place, "heritage_intervention", row.pk)
    designation = place.site.designations.get()
    form = reverse("heritage_designation_move", args=[designation.pk, "relocate"])
    [link] = [a["href"] for a in page.select("a") if a.get("href", "").startswith(form)]
    filled = BeautifulSoup(browser(place.clerk).get(link).content, "html.parser")
    assert filled.select_one("input[name=decree]")["value"] == str(decree.pk)


def test_an_address_fills_in_no_decree_of_another_division(place: County) -> None:
    elsewhere = type(place.site.division).objects.get(code="220303")
    foreign = place.decree("provincial_government")
    Decree.objects.filter(pk=foreign.pk).update(collection=elsewhere.collection)
    form = reverse("heritage_designation_move", args=[place.site.designations.get().pk, "relocate"])
    filled = browser(place.clerk).get(f"{form}?decree={foreign.pk}").content.decode()
    assert foreign.document_number not in filled


def test_the_applications_of_a_site_are_listed_with_their_state_in_the_words_of_their_table(
    place: County,
) -> None:
    application(place, "transfer", "approved", title="产权转让备案")
    application(place, "repair", title="屋面修缮")
    rows = [words(row) for row in get(place, "heritage_interventions", place.site.pk).select("tbody tr")]
    assert [row.split()[0] for row in rows] == ["屋面修缮", "产权转让备案"]
    assert label("county_department") in rows[1]


def test_somebody_who_only_reads_gets_no_link_that_writes(place: County) -> None:
    row = application(place, "repair")
    reader = officer("editor", place.site.division.parent.parent)
    for name, key in (("heritage_interventions", place.site.pk), ("heritage_intervention", row.pk)):
        page = get(place, name, key, user=reader)
        assert page.select(".case a[href*='/add/'], .case a[href*='/to/'], .case a[href*='s/edit/']") == []


def find_at(place: County, **values) -> Find:
    given = {"what": "旧烟道", "reported_by": "施工单位", "reported_at": timezone.now()}
    return Find.objects.create(site=place.site, **{**given, **values})


def test_a_find_is_reported_from_the_page_of_the_works_and_what_is_owed_stands_there(place: County) -> None:
    row = application(place, "repair", "executing")
    page = get(place, "heritage_intervention", row.pk)
    [link] = [a["href"] for a in page.select("a") if "/finds/add/" in a.get("href", "")]
    data = {
        "what": "旧烟道",
        "intervention": row.pk,
        "reported_by": "施工单位",
        "reported_at": "2026-11-02T09:00",
    }
    assert browser(place.clerk).post(link, data).status_code == 302
    found = Find.objects.get()
    assert (found.intervention, found.site) == (row, place.site)
    shown = get(place, "heritage_intervention", row.pk).select(f"#find-{found.pk} li")
    assert [item.get("class") for item in shown] == [["case-alarm"], ["case-alarm"]]


def test_a_find_of_today_is_not_late_and_an_important_one_owes_more(place: County) -> None:
    find_at(place)
    find_at(place, is_important=True)
    page = get(place, "heritage_finds", place.site.pk)
    owed = [len(item.select("li")) for item in page.select("article.find")]
    assert (sorted(owed), page.select(".case-alarm")) == ([2, 4], [])


@pytest.mark.parametrize(
    ("name", "value"), [("on_site_at", "2026-11-02T08:00"), ("opinion_on", "2026-11-01")]
)
def test_what_follows_a_report_does_not_come_before_it(place: County, name: str, value: str) -> None:
    find = find_at(place, reported_at=datetime.fromisoformat("2026-11-02T09:00:00+08:00"))
    data = {"what": find.what, "reported_by": find.reported_by, "reported_at": "2026-11-02T09:00"}
    answer = post(place, "heritage_find_edit", find.pk, **data, **{name: value})
    find.refresh_from_db()
    assert (answer.status_code, getattr(find, name)) == (200, None)


def test_a_find_that_has_not_been_made_yet_is_refused(place: County) -> None:
    ahead = timezone.localtime() + timedelta(hours=2)
    data = {"what": "旧烟道", "reported_by": "施工单位", "reported_at": f"{ahead:%Y-%m-%dT%H:%M}"}
    assert post(place, "heritage_find_add", place.site.pk, **data).status_code == 200
    assert Find.objects.count() == 0


def test_the_list_over_the_division_is_narrowed_by_kind_state_and_who_decides(place: County) -> None:
    application(place, "repair", "submitted", title="屋面修缮")
    application(place, "relocate", title="整体迁移")

    def shown(query: str) -> list[str]:
        page = get(place, "heritage_interventions_report", query=query)
        return [words(row).split()[0] for row in page.select("tbody tr")]

    assert shown("") == ["整体迁移", "屋面修缮"]
    assert shown("?kind=repair") == ["屋面修缮"]
    assert shown("?state=draft") == ["整体迁移"]
    assert shown("?authority=county_department") == ["屋面修缮"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_lists_are_exported(place: County, kind: str) -> None:
    application(place, "repair", title="=1+1")
    place.component(destiny="lost")
    for name in ("heritage_interventions_report", "heritage_destinies"):
        answer = browser(place.clerk).get(reverse(name) + f"?export={kind}")
        assert answer.status_code == 200
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"\n=1+1" not in content
        assert b",=1+1" not in content


def test_lists_and_pages_ask_as_many_questions_for_many_rows_as_for_few(place: County) -> None:
    row = application(place, "repair", "executing")

    def furnish(times: int) -> None:
        for _time in range(times):
            part = place.component(destiny="moved", moved_to=place.site)
            application(place, "repair", "submitted", component=part)
            find_at(place, intervention=row)

    def count(name: str, *keys: int) -> int:
        client = browser(place.clerk)
        client.get(reverse(name, args=keys))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(name, args=keys))
        return len(asked)

    pages = (
        ("heritage_interventions_report",),
        ("heritage_destinies",),
        ("heritage_interventions", place.site.pk),
        ("heritage_finds", place.site.pk),
        ("heritage_intervention", row.pk),
    )
    furnish(2)
    few = [count(*page) for page in pages]
    furnish(10)
    assert [count(*page) for page in pages] == few

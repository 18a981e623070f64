"""The history of a record in words: who changed what from what to what, when, and on what grounds."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from heritage.history.text_diff import Part, text_diff
from heritage.history.timeline import PER_PAGE, history_page
from heritage.models import Division, HeritageSite, RecognitionMove, SiteCitation, SiteMerge
from heritage.services.announcing import raise_level
from heritage.services.confirming import confirm_designation
from heritage.services.taking_back import take_back_move
from tests.factories import (
    SourceFactory,
    approval_workflow,
    drafted_site,
    make_divisions,
    name_of,
    officer,
    photograph,
    superuser,
)
from tests.heritage.designations import county
from tests.inventory import component_of, term
from tests.officers import browser, decide, fresh, save, submit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def district() -> Division:
    approval_workflow()
    return make_divisions()["220202"]


@pytest.fixture
def writer(district) -> User:
    return officer("surveyor", district, full_name="王测")


def told(site: HeritageSite, reader: User, **narrowed) -> list[tuple[str, str, list[str]]]:
    """Act, who and every change as one line, the newest first."""
    entries = history_page(fresh(site), reader, **narrowed).entries
    return [(entry.act, entry.who, [line(change) for change in entry.changes]) for entry in entries]


def line(change) -> str:
    text = "".join(f"[{part}:{words}]" for part, words in change.text)
    return f"{change.label}: {change.note or text or f'{change.before} → {change.after}'}"


def redraft(site: HeritageSite, by: User, **values) -> None:
    """Save a further draft with other values."""
    draft = fresh(site).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=by)


def test_a_draft_tells_choices_and_related_rows_by_their_names(district, writer):
    site = drafted_site(division=district, by=writer)
    kind = term("type", "works", "工厂", "Works")
    redraft(site, writer, type=kind, location_disclosure="exact", current_use="仓库")
    assert told(site, writer) == [
        (
            "Draft saved",
            "王测",
            [
                "How precisely the place may be shown: Rounded to 0.001°, about 100 m → Exact point",
                "Type: — → Works",
                "Present use: — → 仓库",
            ],
        ),
        ("First draft", "王测", []),
    ]


def test_a_long_text_tells_what_went_and_what_came(district, writer):
    before = "红砖厂房，木屋架。" + "一九三三年建成，原为水泥制成车间，有回转窑一座。" * 2
    site = drafted_site(division=district, by=writer, description_zh=before)
    redraft(site, writer, description_zh=before.replace("红砖", "青砖"))
    changes = history_page(fresh(site), writer).entries[0].changes
    assert [segment[:2] for change in changes for segment in change.text][:2] == [
        (Part.GONE, "红"),
        (Part.NEW, "青"),
    ]


def test_rows_that_came_went_and_changed_are_told(district, writer):
    site = drafted_site(division=district, source=False, by=writer)
    kept = name_of(site, "大同洋灰", sort_order=0)
    gone = name_of(site, "吉林洋灰", sort_order=1)
    redraft(fresh(site), writer)
    site = fresh(site)
    site.save_revision(user=writer)
    draft = site.get_latest_revision_as_object()
    draft.names.set([row for row in draft.names.all() if row.pk == kept.pk])
    draft.names.first().name = "大同洋灰株式会社"
    source = SourceFactory(title="吉林市志", collection=district.collection)
    draft.citations.add(SiteCitation(source=source, statement=kept.statement, claim="1934年", sort_order=0))
    draft.photographs.add(draft.photographs.model(photograph=photograph("窑", district.collection)))
    draft.save_revision(user=writer)
    assert gone.name == "吉林洋灰"
    assert told(site, superuser())[0][2] == [
        (
            "Other name: changed: 大同洋灰株式会社 · Former name · Chinese · Simplified Chinese"
            "（Name 大同洋灰 → 大同洋灰株式会社）"
        ),
        "Other name: removed: 吉林洋灰 · Former name · Chinese · Simplified Chinese",
        "Photograph of the site: added: 窑",
        "Citation: added: Name: 大同洋灰株式会社 · 吉林市志 · 1934年",
    ]


def test_a_level_of_protection_is_told_from_what_to_what_on_which_decree():
    place = county()
    first = place.announce("county", decree=place.decree_for("county", document_number="昌政发〔2026〕1号"))
    raise_level(
        designation=first.designation,
        level="city",
        decree=place.decree_for("city", document_number="吉政发〔2026〕2号"),
        batch="第二批",
        by=place.clerk,
    )
    entries = history_page(fresh(place.site), place.clerk, field="protection_level").entries
    assert [(entry.grounds, [line(change) for change in entry.changes]) for entry in entries] == [
        ("吉政发〔2026〕2号", ["Level of protection: relic · County → relic · City"]),
        ("昌政发〔2026〕1号", ["Level of protection: — → relic · County"]),
    ]


def test_what_was_confirmed_and_what_was_taken_back_stays_told_with_its_reason():
    place = county()
    first = place.announce("county").designation
    confirm_designation(designation=first, by=place.reviewer)
    paper = place.decree_for("city", document_number="吉政发〔2026〕2号")
    second = raise_level(designation=first, level="city", decree=paper, batch="二", by=place.clerk)
    take_back_move(designation=second.designation, reason="文号有误", by=place.clerk)
    entries = history_page(fresh(place.site), place.clerk).entries
    assert [(entry.act, entry.who, entry.grounds) for entry in entries[:2]] == [
        ("Take back, on the paper 吉政发〔2026〕2号", str(place.clerk), "文号有误"),
        ("Confirm", str(place.reviewer), ""),
    ]


def test_recognition_is_told_with_its_paper_and_its_reason(district, writer):
    site = drafted_site(division=district)
    RecognitionMove.objects.create(
        subject=site,
        from_state="clue",
        to_state="investigating",
        body="市民张某",
        reason="保存较好",
        happened_on=date(2026, 5, 6),
        made_by=writer,
    )
    entry = history_page(fresh(site), writer, field="recognition").entries[0]
    assert (entry.who, entry.grounds, [line(change) for change in entry.changes]) == (
        "王测",
        "市民张某；保存较好；2026-05-06",
        ["Recognition: Lead (not public) → Under investigation"],
    )


def test_a_decision_is_told_with_its_comment(district, writer):
    site = drafted_site(division=district)
    submit(writer, site)
    decide(officer("county_officer", district, full_name="李审"), site, "reject", comment="请补充出处")
    entry = next(entry for entry in history_page(fresh(site), writer).entries if entry.grounds)
    assert (entry.who, entry.grounds) == ("李审", "请补充出处")


def test_a_merge_is_told_on_both_sites(district, writer):
    kept, merged = drafted_site(division=district), drafted_site(division=district)
    second = officer("county_officer", district, full_name="李审")
    SiteMerge.objects.create(kept=kept, merged=merged, reason="同一处", made_by=writer, second=second)
    for site in (kept, merged):
        entry = history_page(fresh(site), writer, field="merge").entries[0]
        assert (entry.grounds, [line(change) for change in entry.changes]) == (
            "同一处; together with 李审",
            [f"Merge: {merged.number} became a part of {kept.number}"],
        )


def test_a_related_row_of_another_jurisdiction_is_not_named(district, writer):
    site = drafted_site(division=district, by=writer)
    foreign = drafted_site(division=Division.objects.get(code="220303"), name_zh="外地厂")
    redraft(site, writer, parent=foreign)
    assert told(site, writer)[0][2] == ["Part of: — → a row that is gone or not yours to read"]


def test_a_history_is_narrowed_to_a_person_and_to_a_field(district, writer):
    other = officer("surveyor", district, full_name="赵测")
    site = drafted_site(division=district, by=writer)
    redraft(site, writer, current_use="仓库")
    redraft(site, other, address="三道码头")
    assert [entry[1] for entry in told(site, writer, person=other.pk)] == ["赵测"]
    assert [entry[2] for entry in told(site, writer, field="current_use")] == [["Present use: — → 仓库"]]


def test_a_page_of_the_history_asks_the_same_for_few_and_for_many(district, writer):
    site = drafted_site(division=district, by=writer)

    def asked(times: int) -> int:
        for number in range(times):
            redraft(site, writer, current_use=f"仓库{number}", type=term("type", f"k{number}{times}", "厂"))
        with CaptureQueriesContext(connection) as queries:
            history_page(fresh(site), writer)
        return len(queries)

    assert asked(2) == asked(PER_PAGE + 5)


def test_the_screens_of_history_show_the_words(district, writer):
    site = drafted_site(division=district, by=writer)
    save(writer, site, current_use="旧仓库")
    component = component_of(site)
    for address in (
        reverse("heritage_site_history", args=[site.pk]),
        reverse("heritage_record_history", args=["component", component.pk]),
    ):
        assert browser(writer).get(address).status_code == 200
    page = browser(writer).get(reverse("heritage_site_history", args=[site.pk])).content.decode()
    assert "<ins>旧仓库</ins>" in page


def test_unknown_kinds_and_unreadable_parameters_are_no_error(district, writer):
    site = drafted_site(division=district, by=writer)
    client = browser(writer)
    assert client.get(reverse("heritage_record_history", args=["decree", 1])).status_code == 404
    address = reverse("heritage_site_history", args=[site.pk])
    answers = [client.get(f"{address}?{query}") for query in ("field=x", "person=x", "page=x", "page=99")]
    assert [answer.status_code for answer in answers] == [200] * 4


def test_a_change_within_a_sentence_keeps_the_rest_of_it_and_the_end_of_what_stands_before():
    before, after = "甲" * 60 + "。砖墙。", "甲" * 60 + "。石墙。"
    assert text_diff(before, after) == (
        (Part.KEPT, "…" + "甲" * 23 + "。"),
        (Part.GONE, "砖"),
        (Part.NEW, "石"),
        (Part.KEPT, "墙。"),
    )


def test_long_text_between_two_changes_is_cut_down_to_its_ends():
    middle = "乙" * 100 + "。"
    parts = text_diff(f"甲。{middle}甲。", f"丙。{middle}丙。")
    kept = [segment.text for segment in parts if segment.part is Part.KEPT]
    assert [len(text) < 60 and "…" in text for text in kept] == [True, False]

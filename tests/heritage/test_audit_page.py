"""The audit log as administrators read it: their jurisdiction, filters, export, state of the chain."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.audit import record
from heritage.models import AuditHead, Division
from tests.factories import SiteFactory, make_divisions, officer, superuser
from tests.heritage.scoping.visits import text_of
from tests.officers import browser

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/audit/"


@pytest.fixture
def divisions() -> dict[str, Division]:
    return make_divisions()


def act(division: Division, name: str, *, by=None, action: str = "wagtail.edit", **data) -> None:
    record(action, SiteFactory(division=division, name_zh=name), by, data)


def shown(user, query: str = "") -> str:
    return text_of(browser(user).get(f"{ADDRESS}{query}"))


def test_an_administrator_reads_what_was_done_in_his_jurisdiction_and_nothing_of_logins(divisions):
    act(divisions["220202"], "本市水泥厂")
    act(divisions["220303"], "外地机械厂")
    page = shown(officer("administrator", divisions["220200"], full_name="管理员甲"))
    table = page.split('id="listing-results"', 1)[1]
    assert [word in table for word in ("本市水泥厂", "外地机械厂", "管理员甲")] == [True, False, False]


def test_a_line_tells_who_did_what_to_which_kind_of_row_on_which_paper(divisions):
    person = officer("surveyor", divisions["220202"], full_name="王测")
    act(
        divisions["220202"],
        "水泥厂",
        by=person,
        paper="吉政发〔2026〕1号",
        **{"from": "in_force", "to": "revoked"},
    )
    table = shown(superuser(), "?record=水泥厂").split('id="listing-results"', 1)[1]
    cells = [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", table, re.DOTALL)]
    assert cells[2:] == ["王测", "编辑", "遗产点", "水泥厂", "有效 → 已撤销；文件：吉政发〔2026〕1号"]


def test_nobody_below_an_administrator_reads_it(divisions):
    answer = browser(officer("county_officer", divisions["220202"])).get(ADDRESS)
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))


def test_it_is_narrowed_by_who_what_kind_record_and_days(divisions):
    person = officer("surveyor", divisions["220202"], full_name="王测")
    act(divisions["220202"], "水泥厂", by=person)
    act(divisions["220202"], "机械厂", action="wagtail.delete")
    wanted = {
        "?who=王": (True, False),
        "?action=wagtail.delete": (False, True),
        "?model=heritage.component": (False, False),
        "?record=机械": (False, True),
        "?at_from=2000-01-01&at_to=2000-12-31": (False, False),
    }
    reader = superuser()
    found = {}
    for query in wanted:
        table = shown(reader, query).split('id="listing-results"', 1)[1]
        found[query] = ("水泥厂" in table, "机械厂" in table)
    assert found == wanted


def test_no_cell_of_an_export_is_a_formula(divisions):
    act(divisions["220202"], "=HYPERLINK(1)")
    act(divisions["220202"], "机械厂", reason="=1+1", paper="吉政发〔2026〕1号")
    lines = shown(superuser(), "?export=csv").splitlines()
    cells = [cell.strip('"') for line in lines for cell in line.split(",")]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert "'=HYPERLINK(1)" in cells
    assert "=HYPERLINK" in shown(superuser(), "?export=xlsx")


def test_an_export_holds_every_entry_that_was_asked_for(divisions):
    for number in range(60):
        act(divisions["220202"], f"第{number}厂")
    reader = officer("administrator", divisions["220200"])
    assert len(shown(reader, "?export=csv&record=厂").splitlines()) == 61


def test_it_says_when_the_chain_was_verified_and_that_its_end_does_not_fit(divisions):
    act(divisions["220202"], "水泥厂")
    client = browser(superuser())
    found = [notices(client)]
    call_command("verify_audit", stdout=StringIO(), stderr=StringIO())
    found.append(notices(client))
    AuditHead.objects.update(number=1)
    found.append(notices(client))
    assert found == [{"unverified"}, {"whole"}, {"whole", "unfit"}]


def notices(client: Client) -> set[str]:
    """What the page says of the chain."""
    page = text_of(client.get(ADDRESS))
    words = {"unverified": "尚未校验", "whole": "链条完整", "unfit": "与链首记录不符"}
    return {key for key, text in words.items() if text in page}


def test_a_page_asks_as_much_for_many_entries_as_for_few(divisions):
    reader = superuser()
    client = browser(reader)

    def asked(times: int) -> int:
        for number in range(times):
            act(divisions["220202"], f"第{number}厂", by=reader)
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS)
        return len(queries)

    assert asked(2) == asked(45)

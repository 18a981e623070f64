"""A reviewer sees which field changed, from what to what, and approves it in at most three actions."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import RunningSite
from tests.journeys.desk import Desk

pytestmark = [pytest.mark.audit, pytest.mark.browser]

NAME = "昌邑比较旅程酒厂旧址"
MOST_FOR_AN_APPROVAL = 3
CHANGED_SITE = f"""
from accounts.models import User
from heritage.models import *
division = Division.objects.current().get(code="220202")
writer = User.objects.get(username="changyi-surveyor")
source = Source.objects.create(
    collection=division.collection, title="昌邑区志（比较旅程）", reference="1-2-3", confidence="high"
)
site = HeritageSite(
    division=division,
    name_zh="{NAME}",
    description_zh="厂房一座。",
    absences={{"place": "unknown", "dating": "unknown"}},
)
site.citations.set([SiteCitation(source=source)])
site.save()
site.save_revision(user=writer).publish()
site = HeritageSite.objects.get(pk=site.pk)
site.description_zh = "厂房两座。"
site.current_use = "仓库"
site.save_revision(user=writer)
site = HeritageSite.objects.get(pk=site.pk)
site.get_workflow().start(site, writer)
"""


def test_the_reviewer_sees_what_changed_and_approves_in_three_actions(
    sign_in: Callable[[str], Page], running_site: RunningSite
) -> None:
    running_site.manage("shell", "--verbosity", "0", "-c", CHANGED_SITE)
    page = sign_in("changyi-officer-1")
    page.locator("#work-review").get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="与已公布版本比较").click()
    changes = page.locator("table.listing tbody")
    expect(changes.locator(".title")).to_have_text(["简介（中文）:", "现用途:"])
    expect(changes.locator(".deletion")).to_have_text(["厂房一座。"])
    expect(changes.locator(".addition")).to_have_text(["厂房两座。", "仓库"])

    page.goto("/admin/")
    desk = Desk(page)
    desk.click(page.locator("#work-review").get_by_role("link", name=NAME))
    desk.approve()
    assert desk.actions <= MOST_FOR_AN_APPROVAL
    page.goto("/admin/")
    waiting = page.locator("#work-review").get_by_role("link", name=NAME)
    expect(waiting).to_have_count(0)

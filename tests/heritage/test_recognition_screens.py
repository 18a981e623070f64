"""The screens of recognition: next steps or why not, their forms, the trail, and the form of the record."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.models import HeritageSite, RecognitionMove
from heritage.viewsets.site_base import SITE_PAGES
from tests.factories import drafted_site, officer
from tests.heritage.designations import County
from tests.heritage.recognition import standing, step, unrecorded
from tests.officers import ADDRESS, browser, form_of, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return unrecorded()


def address(place: County, what: str = "", *args) -> str:
    return reverse(f"heritage_recognition{what}", args=[place.site.pk, *args])


def page_of(place: County, user=None) -> BeautifulSoup:
    answer = browser(user or place.clerk).get(address(place))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(found) -> str:
    return " ".join(found.get_text(" ").split())


def fill_in(place: County, target: str, user=None, **data):
    return browser(user or place.clerk).post(address(place, "_step", target), data)


def test_the_page_offers_the_lawful_steps_and_says_why_not_for_the_others(place):
    page = page_of(place)
    links = {a["href"] for a in page.select("main td a, main th a")}
    assert links == {address(place, "_step", target) for target in ("clue", "investigating")}
    [row] = [tr for tr in page.select("main tbody tr") if "已认定" in words(tr.th)]
    assert "不可办理" in words(row.td)
    assert "《文物认定管理暂行办法》" in words(row.td)


def test_each_open_step_says_what_it_still_needs(place):
    step(place, "investigating", body="群众甲")
    [row] = [tr for tr in page_of(place).select("main tbody tr") if "已认定" in words(tr.th)]
    assert ("听证" in words(row.td), "公布文件" in words(row.td)) == (True, True)


def test_a_site_goes_from_an_application_to_its_confirmed_recognition_by_the_forms(place):
    assert fill_in(place, "investigating", body="群众甲", reason="祖传图纸").status_code == 302
    decision = {
        "decree": place.decree("county_department").pk,
        "report": place.evidence().pk,
        "approval": place.evidence().pk,
    }
    assert fill_in(place, "recognised", **decision).status_code == 302
    assert standing(place) == ("recognised", "not_recorded", 2)
    [button] = page_of(place, place.reviewer).select("main form[action*='/confirm/']")
    assert browser(place.reviewer).post(button["action"]).status_code == 302
    assert standing(place) == ("recognised", "recognised", 2)
    assert RecognitionMove.objects.filter(confirmed_by=place.reviewer).count() == 2


def test_what_waits_for_confirmation_stands_above_the_steps_and_below_them_once_confirmed(place):
    step(place, "investigating")
    headings = [[words(h2) for h2 in page_of(place).select("main section h2")]]
    move = RecognitionMove.objects.get()
    browser(place.reviewer).post(address(place, "_confirm", move.pk))
    headings.append([words(h2) for h2 in page_of(place).select("main section h2")])
    steps, trail = "认定 · 调查认定中", "经过"
    assert headings == [[trail, steps], [steps, trail]]


def test_the_form_of_a_site_leads_to_every_page_beside_it_and_says_where_one_is(place):
    form = reverse(f"{ADDRESS}:edit", args=[place.site.pk])
    beside = [reverse(name, args=[place.site.pk]) for name, _label in SITE_PAGES]
    answers = [browser(place.clerk).get(where) for where in (form, address(place))]
    pages = [BeautifulSoup(answer.content, "html.parser") for answer in answers]
    links = [[a["href"] for a in page.select(".site-pages a")] for page in pages]
    here = [[a["href"] for a in page.select(".site-pages a[aria-current]")] for page in pages]
    assert links == [[form, *beside]] * 2
    assert here == [[form], [address(place)]]


def test_the_form_asks_for_the_papers_of_its_step_only(place):
    step(place, "investigating")
    asked = {
        target: list(browser(place.clerk).get(address(place, "_step", target)).context["form"].fields)
        for target in ("recognised", "clue", "lost_before_recognition")
    }
    assert asked == {
        "recognised": ["decree", "report", "approval"],
        "clue": ["report", "reason"],
        "lost_before_recognition": ["report", "happened_on", "reason"],
    }


def test_a_step_without_its_paper_is_refused_with_the_article_and_nothing_is_lost(place):
    step(place, "investigating")
    refused = fill_in(place, "not_recognised", reason="查无实据")
    assert (refused.status_code, standing(place)[0]) == (200, "investigating")
    [error] = BeautifulSoup(refused.content, "html.parser").select("main .messages .error")
    assert "《文物认定管理暂行办法》" in words(error)
    assert refused.context["form"]["reason"].value() == "查无实据"


def test_the_form_of_a_step_that_is_refused_says_why_and_cannot_be_sent(place):
    step(place, "investigating")
    for target in ("investigating", "provincial_ruling"):
        answer = browser(place.clerk).get(address(place, "_step", target))
        page = BeautifulSoup(answer.content, "html.parser")
        notice = words(page.select_one(".case__notice"))
        assert ("《文物认定管理暂行办法》" in notice, page.select("main [type=submit]")) == (True, []), target


def test_a_step_that_the_table_does_not_know_is_not_found(place):
    assert fill_in(place, "famous").status_code == 404


def test_only_a_reviewer_who_took_no_part_finds_the_button_and_may_use_it(place):
    move = step(place, "investigating")
    shown = {
        user: len(page_of(place, user).select("main form[action*='/confirm/']"))
        for user in (place.clerk, place.reviewer)
    }
    assert shown == {place.clerk: 0, place.reviewer: 1}
    browser(place.clerk).post(address(place, "_confirm", move.pk))
    assert RecognitionMove.objects.get().confirmed_on is None


def test_a_step_of_another_site_is_not_confirmed_under_this_address(place):
    move = step(place, "investigating")
    other = drafted_site(division=place.site.division)
    answer = browser(place.reviewer).post(reverse("heritage_recognition_confirm", args=[other.pk, move.pk]))
    assert (answer.status_code, RecognitionMove.objects.get().confirmed_on) == (404, None)


def test_the_last_step_is_taken_back_on_its_form(place):
    step(place, "investigating")
    [link] = page_of(place).select(f"a[href='{address(place, '_take_back')}']")
    assert browser(place.clerk).post(link["href"], {"reason": "误录"}).status_code == 302
    assert standing(place) == ("not_recorded", "not_recorded", 0)


def test_what_waits_says_what_is_told_meanwhile(place):
    HeritageSite.objects.get(pk=place.site.pk).save_revision().publish()
    step(place, "investigating")
    notice = " ".join(words(found) for found in page_of(place).select(".case__notice"))
    assert "未查到认定文件" in notice


def test_nothing_undecided_is_moved_or_demolished_and_the_page_says_so(place):
    assert page_of(place).select(".case__notice--red") == []
    step(place, "clue")
    assert len(page_of(place).select(".case__notice--red")) == 1


def test_a_term_is_shown_only_where_the_installation_sets_one(place, settings):
    from_day = {"happened_on": HeritageSite.objects.get(pk=place.site.pk).created_at.date()}
    step(place, "investigating", **from_day)
    shown = []
    for days in (None, 20):
        settings.HERITAGE_RECOGNITION_DAYS = days
        shown.append("20个工作日" in words(page_of(place)))
    assert shown == [False, True]


def test_what_waits_is_on_the_reviewers_desk_only(place):
    step(place, "investigating")
    elsewhere = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    desks = {
        name: address(place) in browser(user).get(reverse("wagtailadmin_home")).content.decode()
        for name, user in {"clerk": place.clerk, "reviewer": place.reviewer, "elsewhere": elsewhere}.items()
    }
    assert desks == {"clerk": False, "reviewer": True, "elsewhere": False}


def test_the_page_asks_as_many_questions_for_many_steps_as_for_few(place):
    visitor = browser(place.reviewer)
    counts = []
    for rounds in (2, 9):
        for _round in range(rounds):
            step(place, "investigating")
            step(place, "clue")
        visitor.get(address(place))  # warms what is kept between requests
        with CaptureQueriesContext(
            connection,
        ) as queries:
            visitor.get(address(place))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_form_of_the_record_shows_the_recognition_and_does_not_edit_it(place):
    form = reverse(f"{ADDRESS}:edit", args=[place.site.pk])
    page = BeautifulSoup(browser(place.clerk).get(form).content, "html.parser")
    assert page.select("[name=recognition], [name=is_lead]") == []
    assert len(page.select(f"main .status-panel a[href='{address(place)}']")) == 1
    save(place.clerk, place.site, recognition="recognised", is_lead="on", name_en="kept")
    assert standing(place) == ("not_recorded", "not_recorded", 0)


def create(place: County, **changes):
    data = form_of(place.site) | {"names-TOTAL_FORMS": 0, "citations-TOTAL_FORMS": 0} | changes
    return browser(place.clerk).post(reverse(f"{ADDRESS}:add"), data)


def test_a_new_record_is_made_a_lead_in_one_step(place):
    assert create(place, name_zh="山沟里的砖窑", is_lead="on").status_code == 302
    made = HeritageSite.objects.get(name_zh="山沟里的砖窑")
    [move] = made.recognition_moves.all()
    assert (made.recognition, move.to_state, move.made_by) == ("clue", "clue", place.clerk)


def test_a_new_record_is_no_lead_unless_somebody_says_so(place):
    create(place, name_zh="山沟里的砖窑")
    made = HeritageSite.objects.get(name_zh="山沟里的砖窑")
    assert (made.recognition, made.recognition_moves.count()) == ("not_recorded", 0)


def test_a_lead_without_a_place_is_asked_for_one_and_nothing_is_made(place):
    refused = create(
        place, name_zh="山沟里的砖窑", is_lead="on", address="", typed_coordinates="", coordinate_system=""
    )
    assert list(refused.context["form"].errors) == ["address"]
    assert not HeritageSite.objects.filter(name_zh="山沟里的砖窑").exists()


def test_the_history_of_the_record_names_the_step_and_its_paper(place):
    step(place, "investigating")
    move = step(place, "recognised")
    page = browser(place.clerk).get(reverse(f"{ADDRESS}:history", args=[place.site.pk]))
    told = words(BeautifulSoup(page.content, "html.parser").select_one("main"))
    assert ("受理并开展调查" in told, f"予以认定，依据{move.decree}" in told) == (True, True)

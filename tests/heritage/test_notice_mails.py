"""Mails of notices: all that waits in one, to who wants it, and nothing lost when the server is away."""

from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from config.env import read_environment
from heritage.models import Division, Notice
from heritage.models.notices import NoticeKind
from heritage.notices.choices import Choice, choose
from heritage.notices.mailing import mail_notices, mail_to
from tests.factories import approval_workflow, make_divisions, officer
from tests.heritage.desks import given_back, waiting
from tests.officers import decide

pytestmark = pytest.mark.django_db


class AwayBackend(BaseEmailBackend):
    """A server that hangs up."""

    def send_messages(self, messages) -> int:
        raise SMTPServerDisconnected("away")


@pytest.fixture
def changyi() -> Division:
    approval_workflow()
    return make_divisions()["220202"]


@pytest.fixture
def clerk(changyi) -> User:
    return officer("surveyor", changyi, email="clerk@example.org")


@pytest.fixture
def reviewer(changyi) -> User:
    return officer("county_officer", changyi, email="reviewer@example.org")


def mailed() -> list[tuple[list[str], str]]:
    return [(message.to, message.body) for message in mail.outbox]


def test_all_that_waits_goes_out_in_one_mail_and_once(changyi, clerk, reviewer, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://heritage.example.org"
    for name in ("第一厂", "第二厂"):
        waiting(changyi, clerk, name)
    assert (mail_to(reviewer), mail_to(reviewer)) == (True, False)
    [(to, body)] = mailed()
    assert (to, "第一厂" in body, "第二厂" in body) == (["reviewer@example.org"], True, True)
    addresses = [line for line in body.splitlines() if line.startswith("https://heritage.example.org/admin/")]
    assert len(addresses) == 2
    assert clerk.full_name not in body


def test_an_event_queues_its_mail_when_it_is_committed(
    changyi, clerk, reviewer, django_capture_on_commit_callbacks
):
    queued = DBTaskResult.objects.filter(task_path=mail_notices.module_path)
    waiting(changyi, clerk)
    assert queued.count() == 0
    with django_capture_on_commit_callbacks(execute=True):
        waiting(changyi, clerk, "第二厂")
    assert [row.args_kwargs["args"] for row in queued] == [[[reviewer.pk]]]


def test_the_worker_mails_each_of_the_officers(changyi, clerk, reviewer):
    given_back(changyi, clerk, reviewer)
    assert mail_notices.call([clerk.pk, reviewer.pk]) == 1  # the reviewer has decided: nothing waits
    [(to, body)] = mailed()
    assert (to, "请补充出处" in body) == (["clerk@example.org"], True)


@pytest.mark.parametrize("without", ["address", "wish", "right", "login"])
def test_no_mail_goes_to_who_has_no_address_or_wish_or_right_or_login(changyi, clerk, reviewer, without):
    waiting(changyi, clerk)
    if without == "address":
        User.objects.filter(pk=reviewer.pk).update(email="")
    elif without == "wish":
        choose(user=reviewer, kind=NoticeKind.WAITING, choice=Choice(in_cms=True, by_mail=False))
    elif without == "right":
        reviewer.groups.clear()
    else:
        User.objects.filter(pk=reviewer.pk).update(is_active=False)
    assert (mail_notices.call([reviewer.pk]), mailed()) == (0, [])


def test_what_was_decided_meanwhile_is_not_mailed(changyi, clerk, reviewer):
    site = waiting(changyi, clerk)
    decide(reviewer, site, "approve")
    assert (mail_to(reviewer), mailed()) == (False, [])


def test_a_server_that_is_away_loses_nothing(changyi, clerk, reviewer, settings, caplog):
    caplog.set_level("WARNING", logger="heritage.notices.mailing")
    waiting(changyi, clerk)
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"
    assert (mail_to(reviewer), Notice.objects.filter(mailed_at=None).count()) == (False, 1)
    assert "wait for the next mail" in caplog.text
    settings.EMAIL_BACKEND = working
    assert mail_to(reviewer) is True


def test_wagtail_mails_nothing_of_records_beside(changyi, clerk, reviewer):
    given_back(changyi, clerk, reviewer)
    assert mailed() == []


def test_a_folder_can_take_the_mails(changyi, clerk, reviewer, settings, tmp_path, monkeypatch):
    monkeypatch.setenv("EMAIL_URL", f"file:///{tmp_path}/mail")
    for name, value in read_environment(secret_key="test").email_url.items():
        setattr(settings, name, value)
    waiting(changyi, clerk)
    assert mail_to(reviewer) is True
    [written] = (tmp_path / "mail").iterdir()
    assert "送审的厂" in written.read_text(encoding="utf-8")

"""Mailing notices: by the worker, after the commit, all that wait for an officer in one mail."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from accounts.models import User
from heritage.models import Notice
from heritage.notices.choices import mailed_about
from heritage.notices.reading import still_readable, words_of

logger = logging.getLogger(__name__)

TOO_OLD = timedelta(days=7)  # what could not be mailed for so long is found in the CMS
LONGEST = 50  # notices in one mail


@task()
def mail_notices(user_pks: list[int]) -> int:
    """Mail these officers what waits for them; return how many mails went out."""
    users = User.objects.filter(pk__in=user_pks, is_active=True).exclude(email="")
    return sum(mail_to(user) for user in users.select_related("wagtail_userprofile"))


def waiting_for_mail() -> QuerySet[Notice]:
    """Return the notices that nobody has read or mailed."""
    since = timezone.now() - TOO_OLD
    return Notice.objects.filter(mailed_at=None, read_at=None, made_at__gte=since).order_by("pk")


def mail_to(user: User) -> bool:
    """Mail an officer all that waits, as one mail; return whether one went out.

    A server that takes no mail is logged, and the notices wait for the next mail.
    """
    waiting = waiting_for_mail().filter(user=user, kind__in=mailed_about(user))
    notices = still_readable(waiting[:LONGEST], user)
    if not notices:
        return False
    with override(_language_of(user)):
        message = _message(user, notices)
    try:
        message.send()
    except (OSError, SMTPException) as error:
        logger.warning("%d notices were not mailed and wait for the next mail: %s", len(notices), error)
        return False
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=timezone.now())
    return True


def _language_of(user: User) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def _message(user: User, notices: list[Notice]) -> EmailMessage:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    lines = [
        {"notice": notice, "words": words_of(notice), "url": f"{base}{notice.address}"} for notice in notices
    ]
    site, count = _("Industrial Heritage of Jilin"), _("notices: %(count)d") % {"count": len(notices)}
    return EmailMessage(
        subject=f"{site}：{count}",
        body=render_to_string("heritage/notices/mail.txt", {"lines": lines, "base": base}),
        to=[user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )

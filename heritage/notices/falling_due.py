"""What falls due and what waits for confirmation, told once a day by the worker's clock."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import GroupCollectionPermission
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.dashboard.scope import Desk, desk_of
from heritage.models import HeritageSite
from heritage.models.notices import NoticeKind
from heritage.notices.mailing import mail_to, waiting_for_mail
from heritage.notices.telling import News, tell
from heritage.worklist.board import deadlines_of
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry
from heritage.worklist.kinds import KINDS

NEAR = timedelta(days=7)  # before and after the day; what is older stands in the work list
MOST = 50  # of each kind for one officer a day
HOUR = 6  # of the day, from which it is told


def tell_once_a_day() -> None:
    """Tell what falls due and mail what waits, once a day; called by the clock every few seconds."""
    now = timezone.localtime()
    done = f"heritage.notices.told-{now:%Y-%m-%d}"
    if now.hour < HOUR or cache.get(done):
        return
    tell_what_is_due(today=now.date())
    for user in _with_mail():
        mail_to(user)
    cache.set(done, True, timeout=2 * 24 * 3600)


def _with_mail() -> Iterator[User]:
    waiting = waiting_for_mail().order_by().values("user")
    users = User.objects.filter(pk__in=waiting, is_active=True).exclude(email="")
    return users.select_related("wagtail_userprofile").iterator()


def tell_what_is_due(*, today: date, users: QuerySet[User] | None = None) -> int:
    """Make the notices of a day for these officers, or for all; return how many were told something."""
    officers = everybody() if users is None else users
    return sum(_tell_officer(user, today) for user in officers.iterator())


def everybody() -> QuerySet[User]:
    """Everybody who holds a role anywhere."""
    groups = GroupCollectionPermission.objects.order_by().values("group")
    people = User.objects.filter(groups__in=groups, is_active=True, is_superuser=False)
    return people.distinct().order_by("pk")


@transaction.atomic
def _tell_officer(user: User, today: date) -> bool:
    """Tell one officer of her own divisions only: whoever stands above reads it in the work list."""
    desk = _own_desk(user)
    if not desk.own:
        return False
    span = Span(today - NEAR, today + NEAR)
    due = deadlines_of(desk, span=span, most=MOST)
    waiting = [
        entry for kind in KINDS if kind.told == NoticeKind.WAITING for entry in kind.find(desk, span, MOST)
    ]
    told = tell(users=[user], kind=NoticeKind.DUE, news=map(_news, due))
    return bool(told | tell(users=[user], kind=NoticeKind.WAITING, news=map(_news, waiting)))


def _own_desk(user: User) -> Desk:
    """The divisions in which the officer holds a role and may change something."""
    policy = policy_registry.get_by_type(HeritageSite)
    writable = policy.collections_user_has_permission_for(user, "change").values_list("pk", flat=True)
    ids = set(writable)
    own = tuple(division for division in desk_of(user).own if division.collection_id in ids)
    return Desk(user, own, own)


def _news(entry: Entry) -> News:
    due_on = entry.due_on.isoformat() if entry.due_on else ""
    return News(
        key=f"{entry.key}@{due_on}" if due_on else entry.key,
        label=entry.title,
        address=entry.url,
        of=entry.of,
        particulars={"kind": entry.kind, "due_on": due_on},
    )

"""Reading notices: whoever may no longer read a record is no longer told of it."""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.models import Notice
from heritage.models.notices import NoticeKind
from heritage.notices.choices import silent_about
from heritage.policies import readable
from heritage.worklist.kinds import kind_of

MOST_COUNTED = 100  # unread ones on the first screen; beyond it nobody counts


def notices_of(user: User) -> QuerySet[Notice]:
    """Return the notices of an officer that she wants to see in the CMS, the latest first."""
    return Notice.objects.filter(user=user).exclude(kind__in=silent_about(user)).order_by("-pk")


def still_readable(notices: Iterable[Notice], user: User) -> list[Notice]:
    """Return those of the notices that are about rows which the officer may read now.

    One or two queries a kind of row, however many notices.
    """
    notices = list(notices)
    wanted: dict[str, set[int]] = defaultdict(set)
    for notice in notices:
        model, pk = notice.particulars["of"]
        wanted[model].add(pk)
    found = {
        (name, pk)
        for name, pks in wanted.items()
        for pk in readable(
            apps.get_model("heritage", name)._default_manager.filter(pk__in=pks), user
        ).values_list("pk", flat=True)
    }
    return [notice for notice in notices if tuple(notice.particulars["of"]) in found]


def unread_count(user: User) -> int:
    """Return how many notices the officer has not read, at most a hundred."""
    return len(still_readable(notices_of(user).filter(read_at=None)[:MOST_COUNTED], user))


def mark_read(*, user: User, pk: int | None = None) -> int:
    """Mark one notice of the officer as read, or all of them; return how many were unread."""
    unread = Notice.objects.filter(user=user, read_at=None)
    if pk is not None:
        unread = unread.filter(pk=pk)
    return unread.update(read_at=timezone.now())


def words_of(notice: Notice) -> str:
    """Return what is told, in the language of whoever reads."""
    told = notice.particulars
    if notice.kind == NoticeKind.RETURNED:
        return _("Returned for changes: %(reason)s") % {"reason": told.get("reason") or "—"}
    kind = kind_of(told.get("kind", ""))
    if notice.kind == NoticeKind.WAITING:
        return str(kind.label) if kind else _("Submitted; it waits for your review.")
    due_on = parse_date(told["due_on"])
    return _("%(what)s, last day %(day)s") % {"what": kind.label if kind else "—", "day": due_on}

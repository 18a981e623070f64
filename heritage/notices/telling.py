"""Making notices: the same is told to nobody twice, and nobody is told who wants it in no way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from accounts.models import User
from heritage.models import Notice
from heritage.notices.choices import deaf_to


@dataclass(frozen=True)
class News:
    """One thing to be told. `of`: model and key of the row that must be readable by whoever is told.

    `key` names the thing, `address` is where to go, and `particulars` are what its words are made of.
    """

    key: str
    label: str
    address: str
    of: tuple[str, int]
    particulars: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def tell(*, users: Iterable[User], kind: str, news: Iterable[News]) -> set[int]:
    """Tell each of these users what is new to her; return the keys of those who were told something."""
    users, news = list(users), list(news)
    deaf = deaf_to(kind, users)
    told = set(
        Notice.objects.filter(user__in=users, kind=kind, key__in=[each.key for each in news]).values_list(
            "user_id", "key"
        )
    )
    rows = [
        Notice(
            user=user,
            kind=kind,
            key=each.key,
            label=each.label[:255],
            address=each.address[:300],
            particulars={**each.particulars, "of": list(each.of)},
        )
        for user in users
        for each in news
        if user.pk not in deaf and (user.pk, each.key) not in told
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)  # of two at once the second tells nothing new
    return {row.user_id for row in rows}

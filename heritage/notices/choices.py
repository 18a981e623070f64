"""How each officer wants to be told. Without a row of hers: in the CMS and by mail."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from heritage.models import NoticeChoice
from heritage.models.notices import NoticeKind


@dataclass(frozen=True)
class Choice:
    in_cms: bool = True
    by_mail: bool = True


def choices_of(user: User) -> dict[str, Choice]:
    """Return what the officer chose, for every kind."""
    made = {row.kind: Choice(row.in_cms, row.by_mail) for row in NoticeChoice.objects.filter(user=user)}
    return {kind: made.get(kind, Choice()) for kind in NoticeKind.values}


def choose(*, user: User, kind: str, choice: Choice) -> None:
    """Keep what the officer chose for a kind."""
    NoticeChoice.objects.update_or_create(
        user=user, kind=kind, defaults={"in_cms": choice.in_cms, "by_mail": choice.by_mail}
    )


def silent_about(user: User) -> list[str]:
    """Return the kinds of which the officer wants to see nothing in the CMS."""
    return [kind for kind, choice in choices_of(user).items() if not choice.in_cms]


def mailed_about(user: User) -> list[str]:
    """Return the kinds of which the officer wants mail."""
    return [kind for kind, choice in choices_of(user).items() if choice.by_mail]


def deaf_to(kind: str, users: Iterable[User]) -> set[int]:
    """Return the keys of those who want to be told of the kind in no way."""
    rows = NoticeChoice.objects.filter(user__in=list(users), kind=kind, in_cms=False, by_mail=False)
    return set(rows.values_list("user_id", flat=True))

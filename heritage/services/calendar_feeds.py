"""The secret address of an officer's calendar: made, told once, renewed, revoked."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from heritage.models import CalendarFeed

SECRET_BYTES = 32  # 256 bits: nobody guesses one


@transaction.atomic
def renew_feed(*, user: User) -> str:
    """Make an address in the place of any earlier one, and return its secret, which is kept nowhere."""
    revoke_feed(user=user)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    CalendarFeed.objects.create(user=user, secret_digest=digest_of(secret))
    return secret


def revoke_feed(*, user: User) -> int:
    """Close the address of the user, if there is one; return how many were closed."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())


def feed_of(user: User) -> CalendarFeed | None:
    """Return the open address of the user."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


def feed_behind(secret: str) -> CalendarFeed | None:
    """Return what a secret opens: nothing where it is wrong, revoked, or of somebody who may not sign in."""
    open_feeds = CalendarFeed.objects.filter(revoked_at=None, user__is_active=True)
    return open_feeds.filter(secret_digest=digest_of(secret)).select_related("user").first()


def note_reading(feed: CalendarFeed) -> None:
    """Keep the day on which the calendar was last read; written once a day."""
    today = timezone.localdate()
    if feed.last_read_on != today:
        CalendarFeed.objects.filter(pk=feed.pk).update(last_read_on=today)


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

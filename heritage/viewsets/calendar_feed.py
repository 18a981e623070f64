"""An officer's deadlines for her calendar, at a secret address outside the admin's login.

Calendar programs cannot sign in. It reads and sets no cookie, and tells nothing to whoever does not know the
secret.
"""

import time
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from heritage.dashboard.scope import desk_of
from heritage.services.calendar_feeds import feed_behind, note_reading
from heritage.worklist.board import deadlines_of
from heritage.worklist.calendar import calendar_of
from heritage.worklist.dating import Span

BEFORE, AHEAD = timedelta(days=365), timedelta(days=365)
MOST = 500  # events in a calendar, the earliest first
READINGS, PERIOD = 30, 3600  # so often in so many seconds an address is answered


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer the deadlines that the owner of the secret may read at this moment; 404 to any other secret."""
    feed = feed_behind(secret)
    if feed is None:
        raise Http404
    if _is_asked_too_often(feed.pk):
        return HttpResponse(status=429, headers={"Retry-After": str(PERIOD), "Cache-Control": "no-store"})
    today = timezone.localdate()
    entries = deadlines_of(desk_of(feed.user), span=Span(today - BEFORE, today + AHEAD), most=MOST)
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    content = calendar_of(
        entries, base_url=base, host=urlsplit(base).hostname or "localhost", stamped_at=timezone.now()
    )
    note_reading(feed)
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "private, no-store",
            "X-Robots-Tag": "noindex, nofollow",
            "Content-Disposition": 'inline; filename="deadlines.ics"',
        },
    )


def _is_asked_too_often(pk: int) -> bool:
    """Count a reading of this address; only addresses that exist are counted, so none fills the cache."""
    key = f"heritage.calendar-{pk}-{int(time.time()) // PERIOD}"
    readings = cache.get(key, 0) + 1
    cache.set(key, readings, PERIOD)
    return readings > READINGS

"""What was public once and is withdrawn."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseGone
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def gone(request: HttpRequest, published_at: datetime | None) -> HttpResponse:
    """Answer 410 with no word of what stood here but the day of its first publication."""
    context = {"published_on": published_at, "reason": _("The address stays reserved.")}
    return HttpResponseGone(render_to_string("410.html", context, request))

"""What was public once and is withdrawn."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseGone
from django.template.loader import render_to_string


def gone(request: HttpRequest, published_at: datetime | None, *, number: str = "") -> HttpResponse:
    """Answer 410 with the day of the first publication and a record's number, no word of what stood here."""
    context = {"published_on": published_at, "number": number}
    return HttpResponseGone(render_to_string("410.html", context, request))

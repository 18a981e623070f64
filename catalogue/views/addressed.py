"""From the number in an address to the public site it names."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from catalogue.views.gone import gone
from heritage.disclosure import successor_of
from heritage.models import HeritageSite
from heritage.models.sites import SiteQuerySet
from heritage.numbering import normalise_number

Found = TypeVar("Found")
SiteView = Callable[[HttpRequest, Found], HttpResponse]


def among(read: Callable[[], SiteQuerySet]) -> Callable[[str], HeritageSite | None]:
    """Find a site by its number among those that `read` returns."""
    return lambda number: read().filter(number=number).first()


def of_a_site(
    find: Callable[[str], Found | None],
) -> Callable[[SiteView[Found]], Callable[..., HttpResponse]]:
    """Give the view what `find` finds by a record number; 301 to the written form, 410, or 404.

    A record that was merged into another leads on to that one, 301, where it is public.
    """

    def decorate(view: SiteView[Found]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, number: str) -> HttpResponse:
            written = written_number(number)
            if written != number:
                return _to_number(request, written)
            found = find(written)
            if found:
                return view(request, found)
            kept = successor_of(written)
            return _to_number(request, kept.number) if kept else _gone_or_missing(request, written)

        return answer

    return decorate


def written_number(number: str) -> str:
    """Return the number as it is written; Http404 where it is no number of a record."""
    written = normalise_number(number)
    if written is None:
        raise Http404
    return written


def _to_number(request: HttpRequest, written: str) -> HttpResponse:
    """The same address, query included, with another number or the same one as it is written."""
    if request.resolver_match is None:
        raise Http404  # no address led here
    address = reverse(request.resolver_match.view_name, args=[written])
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def _gone_or_missing(request: HttpRequest, number: str) -> HttpResponse:
    """A record that was public and is withdrawn answers 410; one that never was is not there."""
    withdrawn = HeritageSite.objects.filter(
        number=number, live=False, first_published_at__isnull=False, division__is_training=False
    ).first()
    if withdrawn is None:
        raise Http404
    return gone(request, withdrawn.first_published_at, number=number)

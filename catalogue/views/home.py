"""The front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.overview import division_counts, newest_rows, panorama
from heritage.disclosure import site_summaries


def home(request: HttpRequest) -> HttpResponse:
    """Show the search box, what there is by prefecture, and what came last."""
    context = {
        "total": site_summaries().count(),
        "division_counts": division_counts(),
        "newest": newest_rows(),
        "panorama": panorama(),
    }
    return render(request, "catalogue/home.html", context)

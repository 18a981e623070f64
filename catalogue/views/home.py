"""The front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.pages.home import HomePage, home_context


def home(request: HttpRequest) -> HttpResponse:
    """Show the search box, what editors put forward, what there is by prefecture, and what came last."""
    page = HomePage.objects.live().first()
    return render(request, "catalogue/home.html", home_context(page))

"""Stories and themes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.pages import StoryPage, ThemePage
from catalogue.pages.editorial import EditorialPage
from catalogue.pages.stories import stories_and_themes
from catalogue.views.gone import gone


def story_list(request: HttpRequest) -> HttpResponse:
    """Show all stories, the newest first, and the themes."""
    return render(request, "catalogue/story_list.html", stories_and_themes())


def story(request: HttpRequest, slug: str) -> HttpResponse:
    return _serve(request, StoryPage, slug)


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    return _serve(request, ThemePage, slug)


def _serve(request: HttpRequest, model: type[EditorialPage], slug: str) -> HttpResponse:
    """Show a page as its editors published it; one that they withdrew answers 410."""
    page = model.objects.filter(slug=slug).first()
    if page is None or not (page.live or page.first_published_at):
        raise Http404
    if not page.live:
        return gone(request, page.first_published_at)
    return render(request, page.get_template(request), page.get_context(request))

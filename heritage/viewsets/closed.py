"""Gates before Wagtail's own addresses."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve, reverse
from wagtail.admin import urls as wagtailadmin_urls


class Gate:
    """A view that hands the request on to Wagtail's own when the person passes, and refuses it otherwise."""

    def __init__(self, may_pass: Callable) -> None:
        self.may_pass = may_pass

    def __call__(self, request: HttpRequest, address: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        if not self.may_pass(request.user):
            raise PermissionDenied
        match = resolve(f"/{address}", wagtailadmin_urls)
        return match.func(request, *match.args, **match.kwargs)


def is_superuser(user) -> bool:
    return user.is_active and user.is_superuser


def not_found(request: HttpRequest) -> HttpResponse:
    """Wagtail's test of error mails answers 500 to every officer."""
    raise Http404

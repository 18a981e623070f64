"""The page on which an officer makes, renews and revokes the secret address of her calendar."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.services.calendar_feeds import feed_of, renew_feed, revoke_feed


@method_decorator(never_cache, name="dispatch")
class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """Makes, renews and revokes the address, which is shown once: when it is made."""

    page_title = _("Deadlines in my calendar")
    header_icon = "calendar"
    template_name = "heritage/calendar/page.html"

    @property
    def officer(self) -> User:
        return cast(User, self.request.user)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailadmin_account"), "label": _("Account")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return {"feed": feed_of(self.officer), "address": "", **super().get_context_data(**kwargs)}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("revoke") == "1":
            revoke_feed(user=self.officer)
            messages.success(
                request, _now("The address is revoked: calendars that read it get nothing more.")
            )
            return redirect("heritage_calendar")
        secret = renew_feed(user=self.officer)
        base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
        address = f"{base}{reverse('calendar_feed', args=[secret])}"
        return self.render_to_response(self.get_context_data(address=address))


def calendar_menu_item(request: HttpRequest) -> dict[str, Any]:
    """Among the actions of the page of the account."""
    return {
        "url": reverse("heritage_calendar"),
        "label": _now("Deadlines in my calendar"),
        "help_text": _now("A secret address that your calendar program reads."),
    }


def calendar_urls() -> list[URLPattern]:
    return [path("calendar/", CalendarView.as_view(), name="heritage_calendar")]

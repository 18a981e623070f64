"""The page of an officer's notices, and the panel of her account in which she chooses among them."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.forms.notice_choices import NoticeChoicesForm
from heritage.notices.reading import mark_read, notices_of, still_readable, words_of
from heritage.policies import keys_among

ROWS = 50


class OfNoticesView(WagtailAdminTemplateMixin, TemplateView):
    """A page about the notices of whoever looks."""

    header_icon = "mail"

    @property
    def officer(self) -> User:
        return cast(User, self.request.user)


class NoticesView(OfNoticesView):
    """The officer's own notices, the latest first; posting marks one of them, or all, as read."""

    page_title = _("Notices")
    template_name = "heritage/notices/page.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = notices_of(self.officer)
        only_unread = self.request.GET.get("unread") == "1"
        page = Paginator(rows.filter(read_at=None) if only_unread else rows, ROWS).get_page(
            self.request.GET.get("p")
        )
        lines = [(notice, words_of(notice)) for notice in still_readable(page.object_list, self.officer)]
        own = {"lines": lines, "page": page, "only_unread": only_unread}
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        keys = keys_among([request.POST.get("notice", "")])
        if keys:
            mark_read(user=self.officer, pk=keys[0])
        elif request.POST.get("all") == "1":
            messages.success(request, _now("All notices are marked as read."))
            mark_read(user=self.officer)
        return redirect("heritage_notices")


class NoticeChoicesView(OfNoticesView):
    """Which notices are shown here, and which are mailed.

    A page of its own: the form of the account asks for names that are not ours.
    """

    page_title = _("Choose what you are told, and how")
    template_name = "heritage/notices/choices.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailadmin_account"), "label": _("Account")},
            {"url": reverse("heritage_notices"), "label": _("Notices")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return {"form": NoticeChoicesForm(user=self.officer), **super().get_context_data(**kwargs)}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = NoticeChoicesForm(request.POST, user=self.officer)
        if form.is_valid():
            form.save()
            messages.success(request, _now("Your choice is kept."))
            return redirect("heritage_notice_choices")
        return self.render_to_response(self.get_context_data(form=form))


def choices_menu_item(request: HttpRequest) -> dict[str, Any]:
    """Among the actions of the page of the account."""
    return {
        "url": reverse("heritage_notice_choices"),
        "label": _now("Choose what you are told, and how"),
        "help_text": _now("Notices here and by e-mail."),
    }


def notices_menu_item() -> MenuItem:
    return MenuItem(_("Notices"), reverse("heritage_notices"), name="notices", icon_name="mail", order=20)


def notices_urls() -> list[URLPattern]:
    return [
        path("notices/", NoticesView.as_view(), name="heritage_notices"),
        path("notices/choices/", NoticeChoicesView.as_view(), name="heritage_notice_choices"),
    ]

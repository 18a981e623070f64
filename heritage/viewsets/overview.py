"""The overview of a province, a city or a county: drawn, counted, told apart by division, and as a file."""

from itertools import groupby
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.dashboard.scope import Desk, desk_of
from heritage.models import Division, HeritageSite
from heritage.overview import Overview, overview_of
from heritage.overview.columns import COLUMNS
from heritage.overview.files import csv_of, cut_words, lines_of, xlsx_of
from heritage.overview.links import Links
from heritage.policies import keys_among
from heritage.roles import READING

#: The columns before it count sites and relics, those from it on relocation cases.
FIRST_OF_CASES = [column.key for column in COLUMNS].index("cases")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OverviewView(WagtailAdminTemplateMixin, TemplateView):
    """Of the officer's own division, or of one below it that is chosen by `?division=`; no other is told."""

    page_title = _("Overview")
    header_icon = "view"
    template_name = "heritage/overview/overview.html"
    desk: Desk
    division: Division

    @property
    def officer(self) -> User:
        """Who looks: the admin lets nobody in who is not signed in."""
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.desk = desk_of(cast(User, request.user))
        chosen = request.GET.get("division", "")
        if not self.desk.own:
            return self.refuse(_("You hold no role in any division."))
        known = {division.pk: division for division in self.desk.divisions}
        wanted = [known.get(pk) for pk in keys_among([chosen])] if chosen else [self.desk.own[0]]
        if not wanted or wanted[0] is None:
            return self.refuse(_("This is not a division of yours. Open the overview without it."))
        self.division = wanted[0]
        return super().dispatch(request, *args, **kwargs)

    def refuse(self, why: str | Promise) -> HttpResponse:
        """Lead to the first screen and say why, as Wagtail does with whatever is not permitted."""
        messages.error(self.request, why)
        return redirect("wagtailadmin_home")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        overview = overview_of(self.desk, self.division)
        if kind := request.GET.get("export", ""):
            return self.as_file(overview, kind)
        return self.render_to_response(self.get_context_data(overview=overview))

    def as_file(self, overview: Overview, kind: str) -> HttpResponse:
        lines = lines_of(overview, at=timezone.localtime(), by=self.officer)
        if kind == "xlsx":
            response = HttpResponse(xlsx_of(lines), content_type=XLSX)
        elif kind == "csv":
            response = HttpResponse(csv_of(lines), content_type="text/csv; charset=utf-8")
        else:
            return HttpResponse(_("An overview is exported as csv or xlsx."), status=400)
        name = f"overview-{self.division.code}-{timezone.localdate():%Y%m%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def get_page_subtitle(self) -> str:
        return self.division.full_name

    def get_breadcrumbs_items(self) -> list[dict]:
        above = [
            {"url": self._url(row), "label": row.name_zh}
            for row in self.desk.divisions
            if row.pk != self.division.pk and self.division.collection.path.startswith(row.collection.path)
        ]
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("heritage_overview"), "label": self.page_title},
            *above,
        ]

    def get_context_data(self, **kwargs) -> dict:
        here = self._url(self.division)
        return super().get_context_data(**kwargs) | {
            "tables": [
                _table(_("Sites and relics by division"), 0, FIRST_OF_CASES),
                _table(_("Relocation cases by division"), FIRST_OF_CASES, len(COLUMNS)),
            ],
            "others": [
                {"name": row.full_name, "url": self._url(row)}
                for row in self.desk.own
                if row.pk != self.division.pk and len(self.desk.own) > 1
            ],
            "made_at": timezone.localtime(),
            "alarms_url": Links(self.division).cases(alarm="any"),
            "csv_url": f"{here}&export=csv",
            "xlsx_url": f"{here}&export=xlsx",
            "cut_words": cut_words() if kwargs["overview"].is_cut else "",
        }

    def _url(self, division: Division) -> str:
        return f"{reverse('heritage_overview')}?division={division.pk}"


def _table(heading: str | Promise, first: int, end: int) -> dict[str, Any]:
    """One of the tables: its headings in two rows, and which cells of each row are its own."""
    columns = COLUMNS[first:end]
    groups = [(group, len(list(rows))) for group, rows in groupby(columns, lambda column: column.group)]
    return {"heading": heading, "columns": columns, "groups": groups, "cells": f"{first}:{end}"}


class OverviewMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(HeritageSite).user_has_any_permission(request.user, READING)


def overview_menu_item() -> MenuItem:
    address = reverse("heritage_overview")
    return OverviewMenuItem(_("Overview"), address, name="overview", icon_name="view", order=90)


def overview_urls() -> list:
    return [path("overview/", OverviewView.as_view(), name="heritage_overview")]

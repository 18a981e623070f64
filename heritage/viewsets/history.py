"""修改记录: who changed which value of a record from what to what, when, and on what grounds."""

from collections.abc import Iterator
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button

from accounts.models import User
from heritage.history.timeline import field_choices, history_page
from heritage.models import HeritageSite
from heritage.models.records import Record
from heritage.policies import keys_among, may_read
from heritage.record_kinds import RECORD_MODELS
from heritage.viewsets.site_base import OfSiteView

#: Sites have their history among their own pages.
MODELS = {model.record_kind: model for model in RECORD_MODELS if model is not HeritageSite}


def history_of(record: Record, request: HttpRequest) -> dict[str, Any]:
    """Return what a page of the history of a record shows, as it was asked for."""
    choices = field_choices(type(record))
    field = request.GET.get("field", "")
    field = field if field in dict(choices) else ""
    person = next(iter(keys_among([request.GET.get("person", "")])), None)
    told = history_page(
        record, cast(User, request.user), field=field, person=person, number=request.GET.get("page", 1)
    )
    return {"record": record, "told": told, "fields": choices, "field": field, "person": person}


class SiteHistoryView(OfSiteView):
    page_title = _("Record of changes")
    page_of = "heritage_site_history"
    template_name = "heritage/history/site.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | history_of(self.site, self.request)


class RecordHistoryView(WagtailAdminTemplateMixin, TemplateView):
    """The history of a component, enterprise, area or project; refused to whoever may not read it."""

    page_title = _("Record of changes")
    header_icon = "history"
    template_name = "heritage/history/record.html"
    record: Record

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        model = MODELS.get(kwargs["kind"])
        if model is None:
            raise Http404
        self.record = cast(Record, get_object_or_404(model._default_manager, pk=kwargs["pk"]))
        if not may_read(request.user, self.record):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return get_latest_str(self.record)

    def get_breadcrumbs_items(self) -> list[dict]:
        names = type(self.record).snippet_viewset
        edit = reverse(names.get_url_name("edit"), args=[self.record.pk])
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(names.get_url_name("list")), "label": names.menu_label},
            {"url": edit, "label": get_latest_str(self.record)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | history_of(self.record, self.request)


def history_buttons(record: Model, _user: User, _next_url: str | None = None) -> Iterator[Button]:
    """Offer the history of a record in the menu of its line in a list."""
    if isinstance(record, HeritageSite):
        address = reverse("heritage_site_history", args=[record.pk])
    elif isinstance(record, Record):
        address = reverse("heritage_record_history", args=[record.record_kind, record.pk])
    else:
        return
    yield Button(_("Record of changes"), url=address, icon_name="history", priority=60)


def history_urls() -> list:
    return [
        path("sites/<int:pk>/history/", SiteHistoryView.as_view(), name="heritage_site_history"),
        path("history/<slug:kind>/<int:pk>/", RecordHistoryView.as_view(), name="heritage_record_history"),
    ]

"""The audit log, read by administrators in their jurisdiction, and whole by superusers."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from heritage.audit.heads import end_fits
from heritage.audit.verifying import VERIFIED
from heritage.audit.words import AuditWords, ToldEntry
from heritage.exchange.cells import safe_cell
from heritage.models import AuditEntry, HeritageSite
from heritage.reports.audit_filters import AuditFilterSet

#: What administrators alone may do to a record.
ADMINISTERING = "delete"


def when_of(entry: ToldEntry) -> str:
    """The moment to the second, in the time of the place."""
    return date_format(timezone.localtime(entry.at), "Y-m-d H:i:s")


class AuditView(ReportView):
    """Entries, the newest first; exported as filtered. What belongs to no jurisdiction superusers read."""

    page_title = _("Audit log")
    header_icon = "history"
    template_name = "heritage/audit/report.html"
    index_url_name = "heritage_audit"
    index_results_url_name = "heritage_audit_results"
    filterset_class = AuditFilterSet
    is_searchable = False
    any_permission_required = [ADMINISTERING]
    columns = [
        Column("number", label=_("Number")),
        Column("at", label=_("When"), accessor=when_of),
        Column("who", label=_("Who")),
        Column("act", label=_("Act")),
        Column("kind", label=_("Kind")),
        Column("label", label=_("Record")),
        Column("particulars", label=_("Particulars")),
    ]
    list_export = ["number", "at", "who", "act", "kind", "label", "particulars", "seal"]
    export_headings = {
        "number": _("Number"),
        "at": _("When"),
        "who": _("Who"),
        "act": _("Act"),
        "kind": _("Kind"),
        "label": _("Record"),
        "particulars": _("Particulars"),
        "seal": _("Seal"),
    }
    export_filename = "audit-log"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(HeritageSite)

    def get_queryset(self) -> QuerySet[AuditEntry]:
        entries = AuditEntry.objects.order_by("-number")
        if self.request.user.is_superuser:
            return entries
        theirs = self.permission_policy.collections_user_has_permission_for(self.request.user, ADMINISTERING)
        return entries.filter(collection_id__in=list(theirs.values_list("pk", flat=True)))

    def get_table(self, object_list: Iterable[AuditEntry]):
        words = AuditWords.now()
        return super().get_table([words.tell(entry) for entry in object_list])

    def decorate_paginated_queryset(self, object_list: QuerySet[AuditEntry]) -> Iterable[Any]:
        """Put an export into words entry by entry; the words of the page are those of its table."""
        if not self.is_export:
            return object_list
        words = AuditWords.now()
        return (words.tell(entry) for entry in object_list.iterator(chunk_size=500))

    def preprocess_field_value(self, field: str, value: object, export_format: str) -> object:
        """Keep formulas out of the one format in which Wagtail does not."""
        cell = super().preprocess_field_value(field, value, export_format)
        return safe_cell(cell) if export_format == self.FORMAT_CSV and isinstance(cell, str) else cell

    @cached_property
    def chain(self) -> dict[str, Any]:
        """What is known of the chain: when it was last verified, what was found, whether its end fits now."""
        last = AuditEntry.objects.filter(action=VERIFIED).order_by("-number").first()
        return {"last": last, "end_fits": end_fits()}


class AuditMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(HeritageSite).user_has_permission(request.user, ADMINISTERING)


def audit_menu_item() -> MenuItem:
    return AuditMenuItem(
        _("Audit log"), reverse("heritage_audit"), name="audit-log", icon_name="history", order=170
    )


def audit_urls() -> list:
    return [
        path("audit/", AuditView.as_view(), name="heritage_audit"),
        path("audit/results/", AuditView.as_view(results_only=True), name="heritage_audit_results"),
    ]

"""质量提示: what looks wrong in the officer's divisions, open flags first; filtered and exported as shown."""

import django_filters
from django.db.models import F, QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from heritage.models import QualityFlag
from heritage.policies import readable
from heritage.quality.landing import landing_url
from heritage.quality.wording import words_of
from heritage.roles import READING
from heritage.viewsets.listing import DivisionFilterSet, GivenColumn


class FlagFilterSet(DivisionFilterSet):
    answered = django_filters.BooleanFilter(label=_("Answered"), method="filter_answered")

    class Meta:
        model = QualityFlag
        fields = ["division", "kind", "answered"]

    def filter_answered(self, flags: QuerySet, name: str, is_answered: bool) -> QuerySet:
        return flags.filter(answered_at__isnull=not is_answered)


def page_url_of(flag: QualityFlag) -> str:
    return reverse("heritage_site_flags", args=[flag.site_id])


class WordsColumn(TitleColumn):
    """The flag in a sentence, which leads to the field."""

    def get_value(self, instance):
        return words_of(instance)


class QualityFlagsView(ReportView):
    page_title = _("Quality flags")
    header_icon = "warning"
    index_url_name = "heritage_flags"
    index_results_url_name = "heritage_flags_results"
    filterset_class = FlagFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        WordsColumn("words", label=_("What looks wrong"), get_url=landing_url),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        TitleColumn("site", label=_("Heritage site"), accessor="site", get_url=page_url_of),
        Column("division", label=_("Division"), accessor="site.division"),
        GivenColumn("answered_by", label=_("Answered by"), accessor="answered_by"),
    ]
    list_export = [
        "site.number",
        "site.name_zh",
        "site.division",
        "get_kind_display",
        "words",
        "answer",
        "answered_by",
    ]
    export_headings = {
        "site.number": _("Number"),
        "site.name_zh": _("Heritage site"),
        "site.division": _("Division"),
        "get_kind_display": _("Kind"),
        "words": _("What looks wrong"),
        "answer": _("Why it is right as it is"),
        "answered_by": _("Answered by"),
    }
    export_filename = "quality-flags"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(QualityFlag)

    def get_queryset(self) -> QuerySet[QualityFlag]:
        flags = readable(QualityFlag.objects.all(), self.request.user)
        related = ("site__division__parent__parent", "other", "answered_by")
        return flags.select_related(*related).order_by(F("answered_at").asc(nulls_first=True), "-pk")

    def to_row_dict(self, item) -> dict:
        item.words = words_of(item)
        return super().to_row_dict(item)


class QualityFlagsMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(QualityFlag).user_has_any_permission(request.user, READING)


def quality_flags_menu_item() -> MenuItem:
    return QualityFlagsMenuItem(
        _("Quality flags"), reverse("heritage_flags"), name="quality-flags", icon_name="warning", order=168
    )


def quality_flags_urls() -> list:
    return [
        path("flags/", QualityFlagsView.as_view(), name="heritage_flags"),
        path(
            "flags/results/",
            QualityFlagsView.as_view(results_only=True),
            name="heritage_flags_results",
        ),
    ]

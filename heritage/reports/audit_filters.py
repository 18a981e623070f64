"""By what the audit log is narrowed."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from heritage.audit.words import AuditWords
from heritage.models import AuditEntry


def _acts() -> list[tuple[str, str]]:
    return sorted(AuditWords.now().acts.items(), key=lambda item: item[1])


def _kinds() -> list[tuple[str, str]]:
    return sorted(AuditWords.now().kinds.items(), key=lambda item: item[1])


class AuditFilterSet(WagtailFilterSet):
    who = django_filters.CharFilter(label=_("Who"), field_name="user_words", lookup_expr="icontains")
    action = django_filters.ChoiceFilter(label=_("Act"), choices=_acts, empty_label=_("All"))
    model = django_filters.ChoiceFilter(label=_("Kind"), choices=_kinds, empty_label=_("All"))
    record = django_filters.CharFilter(label=_("Record"), field_name="label", lookup_expr="icontains")
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditEntry
        fields = ["who", "action", "model", "record", "at"]

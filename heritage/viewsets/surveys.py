"""Surveys in the officers' admin: a confirmed one is read and no longer edited."""

from dataclasses import replace

import django_filters
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import CreateView, EditView

from heritage.coverage import CoverageState, coverage_of_site
from heritage.coverage.drawing import CoverageMap, draw_coverage
from heritage.models import NotEntered, Survey, SurveyPhotograph
from heritage.panels.surveys import survey_panels
from heritage.services.confirming_surveys import reason_not_to_confirm
from heritage.viewsets.listing import GivenColumn, filters_of
from heritage.viewsets.prefilled import PrefilledMixin
from heritage.viewsets.reading import ReadingView
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet
from media.models import Photograph

PICTURE = "max-320x240"  # as the template asks for it


class SurveyFilterSet(filters_of(Survey, "purpose")):
    not_entered = django_filters.BooleanFilter(
        label=_("Parts could not be entered"), method="filter_not_entered"
    )

    def filter_not_entered(self, surveys: QuerySet, name: str, has_parts: bool) -> QuerySet:
        with_parts = NotEntered.objects.values("survey")
        return surveys.filter(pk__in=with_parts) if has_parts else surveys.exclude(pk__in=with_parts)


class SurveyIndexView(ScopedIndexView):
    list_display = [
        "__str__",
        Column("surveyed_on", label=_("Surveyed on"), sort_key="surveyed_on"),
        Column("get_purpose_display", label=_("Purpose"), sort_key="purpose"),
        GivenColumn("confirmed_on", label=_("Confirmed"), sort_key="confirmed_on"),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("site").defer("observations", "condition_note")


class SurveyCreateView(PrefilledMixin, CreateView):
    pass


class SurveyEditView(EditView):
    def dispatch(self, request, *args, **kwargs) -> HttpResponse:
        """Lead away from a confirmed survey; whoever may not change it is refused before."""
        if self.object.confirmed_on is None or not self.user_has_permission("change"):
            return super().dispatch(request, *args, **kwargs)
        messages.warning(request, _now("A confirmed survey is not altered. A new visit is a new survey."))
        return redirect(self.get_inspect_url())

    def get_inspect_url(self) -> str:
        return reverse(Survey.snippet_viewset.get_url_name("inspect"), args=[self.object.pk])

    @property
    def header_more_buttons(self) -> list[Button]:
        view = Button(_("Read and confirm"), url=self.get_inspect_url(), icon_name="view", priority=5)
        return [view, *super().header_more_buttons]


class SurveyInspectView(ReadingView):
    template_name = "heritage/surveys/inspect.html"

    def get_not_entered_display_value(self) -> str:
        """What could not be entered, and why, one part a sentence."""
        return "；".join(
            f"{row.what}（{row.get_reason_display()}{'：' if row.explanation else ''}{row.explanation}）"
            for row in self.object.not_entered.all()
        )

    def get_field_label(self, field_name, field) -> str:
        if field_name == "not_entered":
            return _now("What could not be entered")
        return super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs) -> dict:
        reason = reason_not_to_confirm(self.object, self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "may_confirm": reason is None,
            "pictures": self.get_pictures(),
            "map": self.get_map(),
            "states": CoverageState,
        }

    def get_map(self) -> CoverageMap | None:
        """What was walked on this visit, among the components of the site; None where nothing says it."""
        if self.object.shape is None:
            return None
        [site] = coverage_of_site(self.object.site, reader=self.request.user).sites
        visits = tuple(visit for visit in site.visits if visit.pk == self.object.pk)
        return draw_coverage([replace(site, visits=visits)])

    def get_pictures(self) -> QuerySet[SurveyPhotograph]:
        """What was photographed, with the small pictures of all in one query."""
        small = Photograph.objects.prefetch_renditions(PICTURE)
        taken = SurveyPhotograph.objects.filter(survey=self.object, photograph__isnull=False)
        return taken.prefetch_related(Prefetch("photograph", small))

    @property
    def header_more_buttons(self) -> list[Button]:
        return [] if self.object.confirmed_on else super().header_more_buttons


class SurveyViewSet(ScopedSnippetViewSet):
    model = Survey
    icon = "form"
    menu_label = _("Surveys")
    menu_order = 120
    add_to_admin_menu = True
    index_view_class = SurveyIndexView
    add_view_class = SurveyCreateView
    edit_view_class = SurveyEditView
    inspect_view_class = SurveyInspectView
    inspect_view_enabled = True
    inspect_template_name = "heritage/surveys/inspect.html"
    inspect_view_fields = [
        "site",
        "surveyed_on",
        "purpose",
        "surveyors",
        "observations",
        "components",
        "not_entered",
        "condition",
        "condition_note",
        "note",
        "confirmed_on",
        "confirmed_by",
    ]
    search_fields = ["site__name_zh", "site__number", "observations"]
    filterset_class = SurveyFilterSet
    list_per_page = 50
    list_export = ["site.number", "site", "surveyed_on", "get_purpose_display", "observations"]
    export_filename = "surveys"
    edit_handler = survey_panels

"""The screens of survey coverage, of an area, a case and a site, and the evidence sheet of each."""

from typing import Any

from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.coverage import (
    Coverage,
    CoverageState,
    coverage_of_area,
    coverage_of_case,
    coverage_of_site,
)
from heritage.coverage.presentation import CoverageScreen
from heritage.models import Survey
from heritage.policies import may_read
from heritage.viewsets.area_base import OfAreaView
from heritage.viewsets.case_base import OfCaseView
from heritage.viewsets.site_base import OfSiteView


class CoverageMixin:
    """What was surveyed, drawn and listed. `sheet`: the address of the evidence sheet."""

    page_title = _("Survey coverage")
    sheet = ""
    officer: User

    def get_breadcrumbs_items(self) -> list[dict]:
        """Wagtail shows the last of them as the title; a site has it there already."""
        above = super().get_breadcrumbs_items()
        here = {"url": "", "label": self.page_title}
        return above if above[-1]["label"] == self.page_title else [*above, here]

    def get_coverage(self) -> Coverage:
        raise NotImplementedError

    def get_subject(self) -> dict[str, Any]:
        """Of what the sheet is evidence: its name, its kind and its division."""
        raise NotImplementedError

    def get_context_data(self, **kwargs) -> dict:
        return {
            **super().get_context_data(**kwargs),
            "screen": CoverageScreen(self.get_coverage()),
            "states": CoverageState,
            "subject": self.get_subject(),
            "sheet_url": reverse(self.sheet, kwargs=self.kwargs),
            "survey_inspect": Survey.snippet_viewset.get_url_name("inspect"),
            "survey_add": reverse(Survey.snippet_viewset.get_url_name("add")),
        }


class SheetMixin:
    """The same as a sheet of paper, with its own page and without the frame of the admin."""

    template_name = "heritage/coverage/sheet.html"
    screen = ""

    def get_context_data(self, **kwargs) -> dict:
        return {
            **super().get_context_data(**kwargs),
            "back_url": reverse(self.screen, kwargs=self.kwargs),
            "printed_at": timezone.localtime(),
            "printed_by": self.officer,
        }


class AreaCoverageView(CoverageMixin, OfAreaView):
    template_name = "heritage/coverage/area.html"
    sheet = "heritage_area_coverage_sheet"

    def get_coverage(self) -> Coverage:
        return coverage_of_area(self.area, reader=self.officer)

    def get_subject(self) -> dict[str, Any]:
        return {"name": self.area, "kind": _("Old industrial area"), "division": self.area.division}


class CaseCoverageView(CoverageMixin, OfCaseView):
    template_name = "heritage/coverage/case.html"
    sheet = "heritage_case_coverage_sheet"

    def get_coverage(self) -> Coverage:
        return coverage_of_case(self.case, reader=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"case": self.case, "area_url": self.get_area_url()}

    def get_area_url(self) -> str:
        """The coverage of the area that the enterprise leaves; blank where the officer may not read it."""
        area = self.case.from_area
        if area is None or not may_read(self.officer, area):
            return ""
        return reverse("heritage_area_coverage", args=[area.pk])

    def get_subject(self) -> dict[str, Any]:
        division = self.case.enterprise.division
        return {"name": self.case, "kind": _("Relocation case"), "division": division}


class SiteCoverageView(CoverageMixin, OfSiteView):
    template_name = "heritage/coverage/site.html"
    page_of = "heritage_site_coverage"
    sheet = "heritage_site_coverage_sheet"

    def get_coverage(self) -> Coverage:
        return coverage_of_site(self.site, reader=self.officer)

    def get_subject(self) -> dict[str, Any]:
        return {
            "name": self.site,
            "kind": _("Heritage site"),
            "number": self.site.number,
            "division": self.site.division,
        }


class AreaCoverageSheetView(SheetMixin, AreaCoverageView):
    screen = "heritage_area_coverage"


class CaseCoverageSheetView(SheetMixin, CaseCoverageView):
    screen = "heritage_case_coverage"


class SiteCoverageSheetView(SheetMixin, SiteCoverageView):
    screen = "heritage_site_coverage"


def coverage_urls() -> list:
    return [
        path(f"coverage/{what}/<int:pk>/{end}", view.as_view(), name=f"heritage_{what}_coverage{name}")
        for what, screen, sheet in (
            ("area", AreaCoverageView, AreaCoverageSheetView),
            ("case", CaseCoverageView, CaseCoverageSheetView),
            ("site", SiteCoverageView, SiteCoverageSheetView),
        )
        for end, name, view in (("", "", screen), ("sheet/", "_sheet", sheet))
    ]

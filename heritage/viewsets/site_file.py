"""卷宗 of a site as a printed sheet, internal on every page."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage import case_file
from heritage.four_haves import duties_of
from heritage.models import Intervention, RelocationCase, Zone
from heritage.policies import readable
from heritage.viewsets.site_base import OfSiteView


class SiteFileView(OfSiteView):
    """The file of a site, with its exact point and the names of surveyors."""

    page_title = _("Case file")
    page_of = "heritage_site_file"
    template_name = "heritage/case_file/site.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        designations = case_file.designations_of(self.site)
        readings = duties_of(designations)
        interventions = Intervention.objects.filter(site=self.site).select_related("component", "case")
        cases = RelocationCase.objects.filter(enterprise__sites=self.site).select_related("enterprise")
        zones = Zone.objects.filter(site=self.site).select_related("decree__issued_by")
        used: list[tuple[str, Model]] = [
            *((str(row.scheme), row) for row in designations),
            *((row.get_kind_display(), row) for row in zones),
            *(
                (str(row._meta.verbose_name), row)
                for row in self.site.protection_measures.select_related("decree__issued_by")
            ),
            *(
                (str(row._meta.verbose_name), row)
                for row in self.site.recognition_moves.select_related(
                    "decree__issued_by", "report", "approval"
                )
            ),
        ]
        return super().get_context_data(**kwargs) | {
            "designations": [(row, readings[row.pk]) for row in designations],
            "names": self.site.names.all(),
            "zones": zones,
            "interventions": interventions,
            "cases": readable(cases, self.officer),
            "papers": case_file.papers_of(used),
            "surveys": case_file.surveys_of([self.site]),
            "components": case_file.components_of([self.site]),
            "log": case_file.log_of(self.site),
            "back_url": reverse("heritage_site_status", args=[self.site.pk]),
            "printed_at": timezone.localtime(),
            "printed_by": self.officer,
        }

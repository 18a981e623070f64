"""卷宗 of a relocation case as a printed sheet, internal on every page, and the addresses of both files."""

from typing import Any

from django.conf import settings
from django.db.models import Model
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage import case_file
from heritage.gates import alarms_of, evidence_of, read_gates
from heritage.lifecycles.relocation import CASE
from heritage.models import HeritageSite
from heritage.policies import readable
from heritage.viewsets.case_base import OfCaseView
from heritage.viewsets.site_file import SiteFileView


class CaseFileView(OfCaseView):
    """The file of a case, read at both of its ends; of its sites, what the reader may read."""

    page_title = _("Case file")
    template_name = "heritage/case_file/case.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        evidence = evidence_of([self.case], reader=self.officer)[self.case.pk]
        gates = read_gates(evidence)
        sites = list(readable(HeritageSite.objects.filter(enterprises=self.case.enterprise_id), self.officer))
        trail = case_file.steps_of_case(self.case)
        rows = case_file.evidence_rows(self.case, self.officer)
        overrides = self.case.overrides.select_related("decree__issued_by", "made_by", "second")
        used: list[tuple[str, Model]] = [
            *trail,
            *((str(kind.model._meta.verbose_name), row) for kind, several in rows for row in several),
            *((f"{override.gate} {override._meta.verbose_name}", override) for override in overrides),
        ]
        return super().get_context_data(**kwargs) | {
            "case": self.case,
            "stage": CASE.label_of(self.case.stage),
            "gates": gates,
            "alarms": alarms_of(
                evidence,
                gates,
                today=timezone.localdate(),
                warning_days=settings.HERITAGE_GATE_WARNING_DAYS,
            ),
            "evidence": [
                {"label": kind.model._meta.verbose_name_plural, "rows": several} for kind, several in rows
            ],
            "papers": case_file.papers_of(used),
            "trail": trail,
            "sites": sites,
            "surveys": case_file.surveys_of(sites),
            "components": case_file.components_of(sites),
            "log": case_file.log_of_case(self.case, [row for _kind, several in rows for row in several]),
            "back_url": self.case_url,
            "printed_at": timezone.localtime(),
            "printed_by": self.officer,
        }


def case_file_urls() -> list:
    return [
        path("cases/<int:pk>/file/", CaseFileView.as_view(), name="heritage_case_file"),
        path("sites/<int:pk>/file/", SiteFileView.as_view(), name="heritage_site_file"),
    ]

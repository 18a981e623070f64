"""The page of a relocation case: where it stands, its gates and why, what may lawfully come next."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.forms.case_evidence import EVIDENCE_KINDS, rows_of_case
from heritage.gates import GateReading, alarms_of, evidence_of, read_gates
from heritage.gates.deadlines import passed_without_record
from heritage.gates.evidence import Evidence
from heritage.lifecycles.relocation import CASE, gates_needed
from heritage.lifecycles.rights import RELOCATING, holds
from heritage.models import HeritageSite
from heritage.models.gate_overrides import GateKey
from heritage.policies import readable
from heritage.services.lawful_steps import lawful_steps
from heritage.services.overriding import refusal_to_override
from heritage.viewsets.case_base import OfCaseView
from heritage.viewsets.case_holdings import dates_of, holdings_of, interventions_of
from heritage.viewsets.case_links import CaseLinks, take_back_url
from heritage.viewsets.signals import signals_of


class CaseView(OfCaseView):
    """Read at both ends of the case; whoever may enter at its beginning finds the links to do so."""

    page_title = _("Relocation case")
    template_name = "heritage/relocation/case.html"

    def get_context_data(self, **kwargs) -> dict:
        evidence = evidence_of([self.case], reader=self.officer)[self.case.pk]
        gates = read_gates(evidence)
        links = CaseLinks(self.case, may_enter=holds(self.officer, RELOCATING, self.case))
        [(_table, steps)] = lawful_steps(self.case, self.officer)
        moves = list(self.case.moves.select_related("decree", "report", "made_by"))
        alarms = alarms_of(
            evidence,
            gates,
            today=timezone.localdate(),
            warning_days=settings.HERITAGE_GATE_WARNING_DAYS,
        )
        return {
            **super().get_context_data(**kwargs),
            "case": self.case,
            "stage": CASE.label_of(self.case.stage),
            "is_known": bool(self.case.stage != CASE.states[0].key),
            "alarms": alarms,
            "dates": dates_of(evidence, moves, alarms),
            **holdings_of(evidence),
            "interventions": interventions_of(self.case, self.officer),
            "passed": passed_without_record(evidence, gates),
            "signals": signals_of(self.case.stage, gates),
            "gates": [self._gate(gate, links) for gate in gates],
            "interlocks": self._interlocks(gates),
            "steps": [(step, links.step(step)) for step in steps],
            "coverage": self._coverage(evidence, links),
            "evidence": self._evidence(links),
            "trail": [{"move": row, "label": CASE.label_of(row.to_state)} for row in moves],
            "take_back_url": take_back_url("heritage_case", self.case, self.officer),
            "links": links,
        }

    def _gate(self, gate: GateReading, links: CaseLinks) -> dict:
        may_override = refusal_to_override(gate, self.case, self.officer) is None
        return {
            "reading": gate,
            "items": [(item, links.item(item)) for item in gate.items],
            "override_url": links.override(gate.key) if may_override else "",
        }

    def _interlocks(self, gates: tuple[GateReading, ...]) -> list[dict]:
        """Which step waits for which gates, and whether they let it pass now."""
        by_key = {gate.key: gate for gate in gates}
        rows = []
        for state in CASE.states:
            if needed := gates_needed(state.key):
                cells = [by_key[key] if key in needed else None for key in GateKey.values]
                is_passable = all(by_key[key].is_passable for key in needed)
                rows.append({"label": state.label, "cells": cells, "is_passable": is_passable})
        return rows

    def _coverage(self, evidence: Evidence, links: CaseLinks) -> list[dict]:
        """Every site of the enterprise, with the components that nobody has surveyed yet."""
        shown = readable(
            HeritageSite.objects.filter(pk__in=[site.pk for site in evidence.sites]), self.officer
        )
        open_to_reader = set(shown.values_list("pk", flat=True))
        return [
            {
                "site": site,
                "status_url": links.status(site.pk) if site.pk in open_to_reader else "",
                "surveyed_count": site.component_count - len(site.unsurveyed),
            }
            for site in evidence.sites
        ]

    def _evidence(self, links: CaseLinks) -> list[dict]:
        return [
            {
                "label": kind.model._meta.verbose_name_plural,
                "add_label": kind.add_label,
                "add_url": links.add(key),
                "rows": [
                    (row, links.row(key, row))
                    for row in readable(rows_of_case(kind, self.case), self.officer)
                ],
            }
            for key, kind in EVIDENCE_KINDS.items()
        ]

"""Forms behind the page of a case: a move, an override, and rows of evidence."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from heritage.forms.case_evidence import EVIDENCE_KINDS, EvidenceForm, EvidenceKind, rows_of_case
from heritage.forms.case_moves import OverrideForm
from heritage.forms.steps import StepAlongForm
from heritage.gates import GATES, evidence_of, read_gates
from heritage.lifecycles.relocation import CASE
from heritage.services.lawful_steps import lawful_steps
from heritage.services.overriding import refusal_to_override
from heritage.viewsets.case_base import CaseFormView, OfCaseView
from heritage.viewsets.deleting import what_rests_on


class CaseMoveView(CaseFormView):
    """One step of the case, with the papers that it needs."""

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.target = kwargs["target"]
        if CASE.state(self.target) is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        row = CASE.find(origin=self.case.stage, target=self.target)
        return CASE.label_of_move(row.move) if row else CASE.label_of(self.target)

    def get_form(self) -> StepAlongForm:
        row = CASE.find(origin=self.case.stage, target=self.target)
        return StepAlongForm(
            self.given, subject=self.case, target=self.target, row=row, for_user=self.officer
        )

    def get_context_data(self, **kwargs) -> dict:
        [(_table, steps)] = lawful_steps(self.case, self.officer)
        asked = next((step for step in steps if step.target == self.target), None)
        return super().get_context_data(**kwargs) | {"step": asked}


class OverrideView(CaseFormView):
    """Overriding a closed gate on a paper, with a second person."""

    submit_label = _("Override the gate")

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.gate = kwargs["gate"]
        if self.gate not in {gate.key for gate in GATES}:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _now("Override of %(gate)s") % {"gate": self.gate}

    def get_form(self) -> OverrideForm:
        return OverrideForm(self.given, case=self.case, gate=self.gate, for_user=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        evidence = evidence_of([self.case], reader=self.officer)[self.case.pk]
        reading = next(gate for gate in read_gates(evidence) if gate.key == self.gate)
        refusal = refusal_to_override(reading, self.case, self.officer)
        return super().get_context_data(**kwargs) | {"gate": reading, "refusal": refusal}


class EvidenceView(CaseFormView):
    """The form of one row of evidence; written only by whoever may do so where the case starts."""

    action = "add"
    kind: EvidenceKind
    row: Any = None

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.case = self.read_case(kwargs["pk"])
        self.kind_key = kwargs["kind"]
        if self.kind_key not in EVIDENCE_KINDS:
            raise Http404
        self.kind = EVIDENCE_KINDS[self.kind_key]
        if "row" in kwargs:
            self.row = get_object_or_404(rows_of_case(self.kind, self.case), pk=kwargs["row"])
        policy = policy_registry.get_by_type(self.kind.model)
        held = self.row or self.case
        if not policy.user_has_permission_for_instance(request.user, self.action, held):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.row) if self.row else str(self.kind.add_label)

    submit_label = _("Save")

    def get_form(self) -> EvidenceForm:
        return self.kind.form(
            self.given,
            case=self.case,
            instance=self.row,
            for_user=self.officer,
            initial={"site": self.request.GET.get("site", "")} if self.row is None else None,
        )

    def carry_out(self, form: EvidenceForm) -> None:
        with transaction.atomic():
            row = form.save()
            action = "wagtail.create" if self.row is None else "wagtail.edit"
            log(instance=row, action=action, user=self.officer, content_changed=True)


class EvidenceEditView(EvidenceView):
    action = "change"

    def get_context_data(self, **kwargs) -> dict:
        """Offer the removal to whoever may remove."""
        policy = policy_registry.get_by_type(self.kind.model)
        may_remove = policy.user_has_permission_for_instance(self.officer, "delete", self.row)
        keys = [self.case.pk, self.kind_key, self.row.pk]
        delete_url = reverse("heritage_evidence_delete", args=keys) if may_remove else ""
        return super().get_context_data(**kwargs) | {"delete_url": delete_url}


class EvidenceDeleteView(EvidenceView):
    """Removing a row of evidence: the gates close again by themselves."""

    action = "delete"
    template_name = "heritage/relocation/remove.html"

    def get_context_data(self, **kwargs) -> dict:
        return OfCaseView.get_context_data(self, **kwargs) | {"row": self.row, "back_url": self.back_url}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            with transaction.atomic():
                log(instance=self.row, action="wagtail.delete", user=self.officer, deleted=True)
                self.row.delete()
        except ProtectedError as kept:
            messages.error(request, what_rests_on(self.row, kept))
        else:
            messages.success(request, _now("Removed."))
        return redirect(self.back_url)

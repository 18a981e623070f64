"""Where the links of a case's page lead. Whoever may not enter anything there gets none that writes."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse

from accounts.models import User
from heritage.gates import Item
from heritage.models import Enterprise, RelocationCase, Survey
from heritage.services.lawful_moves import LawfulMove
from heritage.services.taking_back_steps import refusal_to_take_back

#: Kinds of evidence that have a page of their own, on which they are moved along.
PAGES = {"parcel": "heritage_parcel", "building": "heritage_building"}


@dataclass(frozen=True)
class CaseLinks:
    """The addresses for one case and one reader; blank where the reader may not go."""

    case: RelocationCase
    may_enter: bool

    def item(self, item: Item) -> str:
        """Where a missing item is mended."""
        if item.is_met or not self.may_enter:
            return ""
        if item.kind == "survey":
            return f"{reverse(Survey.snippet_viewset.get_url_name('add'))}?{urlencode({'site': item.pk})}"
        if item.kind == "enterprise":
            return reverse(Enterprise.snippet_viewset.get_url_name("edit"), args=[item.pk])
        if item.kind == "status":
            return self.status(item.pk)
        if item.kind in PAGES and item.pk:
            return reverse(PAGES[item.kind], args=[item.pk])
        return self.add(item.kind, **({"site": item.pk} if item.pk else {}))

    def status(self, site: int | None) -> str:
        return reverse("heritage_site_status", args=[site])

    def add(self, kind: str, **chosen: int) -> str:
        if not self.may_enter:
            return ""
        address = reverse("heritage_evidence_add", args=[self.case.pk, kind])
        return f"{address}?{urlencode(chosen)}" if chosen else address

    def row(self, kind: str, row: Model) -> str:
        """The page of a row that has one, else its form."""
        if kind in PAGES:
            return reverse(PAGES[kind], args=[row.pk])
        return self.form(kind, row)

    def form(self, kind: str, row: Model) -> str:
        if not self.may_enter:
            return ""
        return reverse("heritage_evidence_edit", args=[self.case.pk, kind, row.pk])

    @property
    def edit(self) -> str:
        """The form of the case itself."""
        names = RelocationCase.snippet_viewset
        return reverse(names.get_url_name("edit"), args=[self.case.pk]) if self.may_enter else ""

    def override(self, gate: str) -> str:
        return reverse("heritage_gate_override", args=[self.case.pk, gate])

    def step(self, step: LawfulMove) -> str:
        """The form of an open step; blank where it is refused."""
        return reverse("heritage_case_move", args=[self.case.pk, step.target]) if step.is_open else ""


def take_back_url(address: str, subject: Any, user: User) -> str:
    """Where the last move of a case or of its part is taken back; blank where the user may not."""
    if refusal_to_take_back(subject, user):
        return ""
    return reverse(f"{address}_take_back", args=[subject.pk])

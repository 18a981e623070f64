"""Land with priority for the protection of relics (Document 29, 五（四）; gate G6), case by case."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from accounts.models import User
from heritage.gates import evidence_of, read_gates
from heritage.models import RelocationCase
from heritage.models.gate_overrides import GateKey
from heritage.models.sites import Recognition
from heritage.policies import readable

#: The task of the annex on the plan for construction land; the land that a relic needs (五（四）) comes from it.
LAND_TASK = 14
MOST_CASES = 200


def land_asked_for(user: User) -> list[dict[str, Any]]:
    """Return the cases whose gate G6 asks for something, among those that the officer may read."""
    cases = list(_cases_with_relics(user)[:MOST_CASES])
    evidence = evidence_of(cases, reader=user)
    rows = []
    for case in cases:
        gate = next(row for row in read_gates(evidence[case.pk]) if row.key == GateKey.G6)
        if gate.items:
            url = f"{reverse('heritage_case', args=[case.pk])}#gates"
            rows.append({"case": case, "gate": gate, "quotas": case.quotas.all(), "url": url})
    return rows


def _cases_with_relics(user: User) -> QuerySet[RelocationCase]:
    """Cases in which something was recognised or put on a list, or land was decided on."""
    asked = (
        Q(enterprise__sites__recognition=Recognition.RECOGNISED)
        | Q(enterprise__sites__designations__is_exclusive=True)
        | Q(quotas__isnull=False)
    )
    rows = readable(RelocationCase.objects.filter(asked), user).distinct()
    return rows.select_related("enterprise").prefetch_related("quotas__decree").order_by("pk")

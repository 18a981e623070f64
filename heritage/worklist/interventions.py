"""Applications that wait for their next step."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.lifecycles.interventions import ended
from heritage.models import Intervention
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def _rows(desk: Desk) -> QuerySet[Intervention]:
    rows = Intervention.objects.filter(collection_id__in=desk.collection_ids).exclude(ended())
    return rows.order_by("applied_on", "pk")


def find_interventions(desk: Desk, span: Span, most: int) -> list[Entry]:
    return [
        Entry(
            kind="interventions",
            key=f"intervention-{row.pk}",
            title=str(row.site),
            number=row.site.number,
            words=f"{row.get_kind_display()}《{row}》，{row.get_state_display()}",
            where=_("Next steps"),
            url=reverse("heritage_intervention", args=[row.pk]),
            collection_id=row.collection_id,
            of=("heritagesite", row.site_id),
            since=row.applied_on,
        )
        for row in _rows(desk).select_related("site")[:most]
    ]


def count_interventions(desk: Desk, span: Span) -> int:
    return _rows(desk).count()

"""The four haves that have a last day, and announcements whose day nobody knows."""

from typing import cast

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.four_haves import count_open_duties, open_duties
from heritage.lifecycles.duties import PROTECTED
from heritage.models import Decree, Designation
from heritage.models.designations import SchemeStanding
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def find_duties(desk: Desk, span: Span, most: int) -> list[Entry]:
    duties = open_duties(desk.collection_ids, due_from=span.since, due_until=span.until, limit=most)
    return [
        Entry(
            kind="duties",
            key=f"duty-{duty.designation_id}-{duty.key}",
            title=duty.site,
            words=_("Missing: %(what)s") % {"what": duty.label},
            where=_("Four haves"),
            url=duty.url,
            collection_id=duty.collection_id,
            of=("heritagesite", duty.site_id),
            due_on=duty.due_on,
        )
        for duty in duties
    ]


def count_duties(desk: Desk, span: Span) -> int:
    return count_open_duties(desk.collection_ids, due_from=span.since, due_until=span.until)


def _undated(desk: Desk) -> QuerySet[Designation]:
    """Designations that oblige to something within a year of a day that is not recorded."""
    return (
        Designation.objects.in_force()
        .filter(
            Q(decree=None) | Q(decree__announced_on=None),
            collection_id__in=desk.collection_ids,
            scheme__standing=SchemeStanding.RELIC,
            level__in=PROTECTED,
        )
        .order_by("pk")
    )


def find_undated(desk: Desk, span: Span, most: int) -> list[Entry]:
    rows = _undated(desk).select_related("site", "decree")[:most]
    edit = Decree.snippet_viewset.get_url_name("edit")
    return [
        Entry(
            kind="undated",
            key=f"undated-{row.pk}",
            title=str(row.site),
            number=row.site.number,
            words=_("The last day of the four haves cannot be computed: the decree has no date."),
            where=_("Announced on") if row.decree_id else _("Status"),
            url=(
                f"{reverse(edit, args=[row.decree_id])}#:w:contentpath=announced_on"
                if row.decree_id
                else reverse("heritage_site_status", args=[row.site_id])
            ),
            collection_id=cast(int, row.collection_id),  # the stubs think that it may be missing
            of=("heritagesite", row.site_id),
        )
        for row in rows
    ]


def count_undated(desk: Desk, span: Span) -> int:
    return _undated(desk).count()

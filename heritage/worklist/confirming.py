"""What a second person is to confirm: designations, surveys, steps of recognition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.dashboard.scope import Desk
from heritage.models import Designation, HeritageSite, Survey
from heritage.models.notices import NoticeKind
from heritage.models.recognition_moves import RecognitionMove
from heritage.reports.designations import WAITING
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry, Kind


@dataclass(frozen=True)
class Confirmable:
    """A model whose rows are confirmed. `site`: the path to the site; `made_by`: who may not confirm."""

    key: str
    label: str | Promise
    model: type[Model]
    waiting: Q
    site: str
    page: Callable[[Any, HeritageSite], str]
    made_by: str = ""
    related: tuple[str, ...] = ()

    def rows(self, desk: Desk) -> QuerySet:
        within = Q(**{f"{self.site}__collection_id__in": desk.reviewing_ids})
        rows = self.model._default_manager.filter(self.waiting, within)
        return rows.exclude(**{self.made_by: desk.user}) if self.made_by else rows

    def find(self, desk: Desk, span: Span, most: int) -> list[Entry]:
        rows = self.rows(desk).select_related(self.site, *self.related).order_by("pk")[:most]
        return [self._entry(row) for row in rows]

    def count(self, desk: Desk, span: Span) -> int:
        return self.rows(desk).count()

    def _entry(self, row: Any) -> Entry:
        site = row
        for name in self.site.split("__"):
            site = getattr(site, name)
        made_at = getattr(row, "made_at", None)
        return Entry(
            kind=self.key,
            key=f"{self.key}-{row.pk}",
            title=str(site),
            number=site.number,
            words=f"{row._meta.verbose_name}：{_told(row, site)}",
            where=_now("Confirm"),
            url=self.page(row, site),
            collection_id=site.collection_id,
            of=("heritagesite", site.pk),
            since=timezone.localdate(made_at) if made_at else None,
        )

    @property
    def kind(self) -> Kind:
        return Kind(self.key, self.label, self.find, self.count, told=NoticeKind.WAITING)


def _told(row: Any, site: HeritageSite) -> str:
    """What the row says, without the name of the site, which stands beside it."""
    return str(row).replace(str(site), "").strip() or str(row)


CONFIRMABLE = (
    Confirmable(
        "confirm_designation",
        _("Designations to confirm"),
        Designation,
        WAITING,
        "site",
        lambda row, site: reverse("heritage_site_status", args=[site.pk]),
        "entered_by",
        ("scheme",),
    ),
    Confirmable(
        "confirm_recognition",
        _("Steps of recognition to confirm"),
        RecognitionMove,
        Q(confirmed_on=None),
        "subject",
        lambda row, site: reverse("heritage_recognition", args=[site.pk]),
        "made_by",
    ),
    Confirmable(
        "confirm_survey",
        _("Surveys to confirm"),
        Survey,
        Q(confirmed_on=None),
        "site",
        lambda row, site: reverse(Survey.snippet_viewset.get_url_name("inspect"), args=[row.pk]),
    ),
)

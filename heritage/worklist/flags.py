"""Doubts about records that nobody has answered; each lands on the field that is doubted."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.models import HeritageSite, QualityFlag
from heritage.models.quality_flags import FlagKind
from heritage.quality.landing import landing_url
from heritage.quality.wording import words_of
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def _rows(desk: Desk) -> QuerySet[QualityFlag]:
    return QualityFlag.objects.filter(answered_at=None, collection_id__in=desk.collection_ids).order_by("pk")


def find_flags(desk: Desk, span: Span, most: int) -> list[Entry]:
    return [
        Entry(
            kind="flags",
            key=f"flag-{flag.pk}",
            title=str(flag.site),
            number=flag.site.number,
            words=words_of(flag),
            where=_place_of(flag),
            url=landing_url(flag),
            collection_id=flag.collection_id,
            of=("heritagesite", flag.site_id),
            since=timezone.localdate(flag.found_at),
        )
        for flag in _rows(desk).select_related("site", "other")[:most]
    ]


def _place_of(flag: QualityFlag) -> str:
    """What the form calls the field on which the link lands."""
    if flag.kind == FlagKind.RESEMBLES:
        return _("Compare")
    fields = {field.name: field for field in HeritageSite._meta.get_fields()}
    return str(getattr(fields.get(flag.field), "verbose_name", "") or _("Edit"))


def count_flags(desk: Desk, span: Span) -> int:
    return _rows(desk).count()

"""What was logged of a record and of what hangs on it: approvals, publications, confirmations, surveys."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from heritage.history.entries import Entry
from heritage.models import HeritageSite, Intervention, Survey
from heritage.models.records import Record
from heritage.services.confirming import CONFIRM
from heritage.services.moving import LOG_PREFIX
from heritage.services.stepping import LOG_ACTION as STEP
from heritage.services.taking_back import TAKE_BACK

#: Told by the revisions they left.
DRAFTS = ("wagtail.create", "wagtail.edit")
#: Moves of designations that leave no row of their own, or none any more.
OWN_MOVES = (f"{LOG_PREFIX}{CONFIRM}", f"{LOG_PREFIX}{TAKE_BACK}")
#: What hangs on a site and has a log, but no page of changes.
HANGING: tuple[type[Model], ...] = (Survey, Intervention)
#: Acts that Wagtail's own words do not tell as acts.
PLAIN = {"wagtail.create": _("entered"), "wagtail.edit": _("edited"), "wagtail.delete": _("deleted")}


def entries_of_acts(record: Record) -> Iterator[Entry]:
    """Yield an entry for every logged act that nothing else of the history tells."""
    for row in ModelLogEntry.objects.filter(_of_record(record)).select_related("user").order_by("pk"):
        yield _entry(row)
    if isinstance(record, HeritageSite):
        yield from entries_of_rows(
            row for model in HANGING for row in model._default_manager.filter(site=record)
        )


def entries_of_rows(rows: Iterable[Model]) -> Iterator[Entry]:
    """Yield an entry for every logged act on rows without drafts, each with the name of its row before it."""
    keys: dict[type[Model], list[str]] = {}
    for row in rows:
        keys.setdefault(type(row), []).append(str(row.pk))
    wanted, names = Q(pk=None), {}
    for model, named in keys.items():
        content_type = ContentType.objects.get_for_model(model)
        wanted |= Q(content_type=content_type, object_id__in=named)
        names[content_type.pk] = model._meta.verbose_name
    for entry in ModelLogEntry.objects.filter(wanted).select_related("user").order_by("pk"):
        kind = names[entry.content_type_id]
        yield _entry(entry, prefix=f"{kind} {entry.label}：")


def _of_record(record: Record) -> Q:
    told_by_moves = Q(action__startswith=LOG_PREFIX) & ~Q(action__in=OWN_MOVES)
    steps = Q(action=STEP) if isinstance(record, HeritageSite) else Q(pk=None)
    content_type = ContentType.objects.get_for_model(record, for_concrete_model=False)
    of_row = Q(content_type=content_type, object_id=str(record.pk))
    return of_row & ~Q(action__in=DRAFTS) & ~told_by_moves & ~steps


def _entry(row: ModelLogEntry, prefix: str = "") -> Entry:
    act = f"{prefix}{PLAIN.get(row.action, row.message)}"
    return Entry(row.timestamp, act, _name(row), row.user_id, _grounds(row))


def _name(row: ModelLogEntry) -> str:
    return str(row.user) if row.user_id and row.user else ""


def _grounds(row: ModelLogEntry) -> str:
    """The comment with which somebody decided, or the reason given."""
    return row.comment or row.data.get("reason", "")

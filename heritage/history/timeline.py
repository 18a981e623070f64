"""All of a record's history in one order, filtered, paged and then put into words."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.history.acts import entries_of_acts
from heritage.history.entries import Entry
from heritage.history.fields import compared_fields, compared_rows
from heritage.history.merges import MERGED
from heritage.history.moves import LEVEL, RECOGNISED, entries_of_moves
from heritage.history.revisions import entries_of_revisions, touching, worded
from heritage.lifecycles.recognition import RECOGNITION
from heritage.models import HeritageSite
from heritage.models.records import Record

PER_PAGE = 25


@dataclass(frozen=True)
class HistoryPage:
    """One page of a history, the newest first, and who appears in the whole of it."""

    page: Page
    entries: list[Entry]
    people: list[tuple[int, str]]


def history_page(
    record: Record, reader: User, *, field: str = "", person: int | None = None, number: int | str = 1
) -> HistoryPage:
    """Read the history of a record; queries do not grow with what is on a page.

    `field`: a name out of `field_choices`, `person`: the key of who did it; both narrow the history.
    """
    entries = [*entries_of_revisions(record), *entries_of_acts(record)]
    if isinstance(record, HeritageSite):
        entries += entries_of_moves(record)
    people = sorted({(entry.who_id, entry.who) for entry in entries if entry.who_id}, key=lambda row: row[1])
    if person is not None:
        entries = [entry for entry in entries if entry.who_id == person]
    if field:
        drafts = touching(record, entries, field)
        entries = [*drafts, *(entry for entry in entries if field in entry.names)]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    page = Paginator(entries, PER_PAGE).get_page(number)
    return HistoryPage(page, worded(record, page.object_list, reader), people)


def field_choices(model: type[Record]) -> list[tuple[str, str]]:
    """Return what a history can be narrowed to: name, label."""
    own = (
        [(LEVEL, _("Level of protection")), (RECOGNISED, str(RECOGNITION.label)), (MERGED, _("Merge"))]
        if issubclass(model, HeritageSite)
        else []
    )
    fields = [(field.name, capfirst(str(field.verbose_name))) for field in compared_fields(model)]
    rows = [(name, capfirst(str(part._meta.verbose_name_plural))) for name, part in compared_rows(model)]
    return [*own, *fields, *rows]

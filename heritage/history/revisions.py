"""The drafts of a record, each compared with the one before it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from wagtail.models import Revision

from accounts.models import User
from heritage.history.comparing import changed_names, differences
from heritage.history.entries import Entry, Step
from heritage.history.related import Related
from heritage.history.statements import row_names
from heritage.history.wording import Wording
from heritage.models.records import Record

CHUNK = 50  # revisions in memory at a time


def entries_of_revisions(record: Record) -> Iterator[Entry]:
    """Yield an entry a draft, the oldest first, without reading what the drafts say."""
    before = None
    rows = record.revisions.order_by("pk").select_related("user").defer("content")
    for row in rows:
        act = _("Draft saved") if before else _("First draft")
        who = str(row.user) if row.user else ""
        yield Entry(row.created_at, act, who, row.user_id, step=Step(row.pk, before))
        before = row.pk


def touching(record: Record, entries: list[Entry], name: str) -> list[Entry]:
    """Keep the entries whose revisions differ in a field, reading every revision once, some at a time."""
    steps = {entry.step.revision: entry.step for entry in entries if entry.step}
    found: set[int] = set()
    previous: Revision | None = None
    for row in record.revisions.order_by("pk").iterator(chunk_size=CHUNK):
        step = steps.get(row.pk)
        if step and previous and name in changed_names(type(record), previous.content, row.content):
            found.add(row.pk)
        previous = row
    return [entry for entry in entries if entry.step and entry.step.revision in found]


def worded(record: Record, entries: Iterable[Entry], reader: User) -> list[Entry]:
    """Tell what each draft changed; for all entries at once, so that few and many cost the same."""
    entries = list(entries)
    steps = [entry.step for entry in entries if entry.step and entry.step.before]
    contents = {
        pk: row.content
        for pk, row in record.revisions.in_bulk(
            {key for step in steps for key in (step.revision, step.before)}
        ).items()
    }
    found = {
        step.revision: differences(type(record), contents[step.before], contents[step.revision])
        for step in steps
        if step.before in contents and step.revision in contents
    }
    related = Related.named_by((one for several in found.values() for one in several), reader)
    wording = Wording(type(record), related, row_names(type(record), contents.values()))
    return [
        replace(entry, changes=tuple(map(wording.change, found.get(entry.step.revision, ()))))
        if entry.step
        else entry
        for entry in entries
    ]

"""The public history of a site: when it was published or withdrawn, and what the public could see change.

Read from the revisions that were published, never from drafts; who did it is not told. What may be told is
judged by what the sources are today, on both sides of each comparison, so that nothing withheld since comes
back through the past. Status is no part of a revision: it changes by decrees, see `designations`.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry, Revision

from heritage.disclosure.revision_parts import PublicRows, told_parts
from heritage.models import HeritageSite

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
WITHDRAWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled")
MOST = 50  # entries told, the latest; earlier ones are counted


@dataclass(frozen=True)
class HistoryEntry:
    """A publication or withdrawal. `changed` names parts of the record, see `revision_parts`.

    It is None where nothing can be compared: of the first version, of a withdrawal, and where a revision was
    not kept.
    """

    happened_at: datetime
    is_withdrawal: bool
    is_first: bool
    changed: tuple[str, ...] | None


@dataclass(frozen=True)
class PublicHistory:
    """Entries from the latest back, and how many earlier ones there are."""

    entries: tuple[HistoryEntry, ...]
    earlier_count: int


def public_history(site: HeritageSite) -> PublicHistory:
    """Return the history of a public site, in six queries."""
    of_site = {"content_type": ContentType.objects.get_for_model(HeritageSite), "object_id": str(site.pk)}
    told_acts = ModelLogEntry.objects.filter(**of_site, action__in=(*PUBLISHED, *WITHDRAWN))
    acts = list(told_acts.order_by("timestamp", "pk"))
    publications = [act for act in acts if act.action in PUBLISHED]
    changes = _changes(site, publications[-MOST - 1 :])
    entries = [
        HistoryEntry(
            happened_at=act.timestamp,
            is_withdrawal=act.action in WITHDRAWN,
            is_first=act.pk == publications[0].pk,
            changed=changes.get(act.pk),
        )
        for act in acts
    ]
    told = entries[-MOST:]
    return PublicHistory(tuple(reversed(told)), len(entries) - len(told))


def _changes(site: HeritageSite, publications: list[ModelLogEntry]) -> dict[int, tuple[str, ...]]:
    """Return by publication which parts read differently from the one before it."""
    kept = Revision.objects.filter(object_id=str(site.pk)).in_bulk(
        [act.revision_id for act in publications if act.revision_id]
    )
    contents = {pk: revision.content for pk, revision in kept.items()}
    rows = PublicRows.named_by(contents.values())
    told = {pk: told_parts(content, rows) for pk, content in contents.items()}
    return {
        after.pk: tuple(
            part for part, value in told[after.revision_id].items() if value != told[before.revision_id][part]
        )
        for before, after in pairwise(publications)
        if before.revision_id in told and after.revision_id in told
    }

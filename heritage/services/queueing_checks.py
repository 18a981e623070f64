"""After a change the worker looks at the site again: a visit costs the officer nothing.

What one transaction changes is gathered and queued once, after it is committed.
"""

from dataclasses import dataclass, field

from django.db import connection, transaction
from django_tasks import task

from heritage.models import Component
from heritage.services.checking_quality import BATCH, refresh_flags


@task()
def check_sites(pks: list[int]) -> dict[str, int]:
    """Bring the flags of these sites up to date; returns how many were new, changed and gone."""
    return dict(refresh_flags(pks))


@dataclass
class Changed:
    """The sites that a transaction changed; called once it is committed."""

    pks: set[int] = field(default_factory=set)

    def __call__(self) -> None:
        keys = sorted(self.pks)
        for start in range(0, len(keys), BATCH):
            check_sites.enqueue(keys[start : start + BATCH])


def note_change(*, kind: str, pks: tuple[int, ...], **_signal: object) -> None:
    """Bound to `changed`: remember the sites until the transaction is committed."""
    if kind == "component":
        pks = tuple(Component.objects.filter(pk__in=pks).values_list("site_id", flat=True))
    if kind in ("site", "component"):
        _gathered().pks.update(pks)


def _gathered() -> Changed:
    """What this transaction has gathered so far."""
    waiting = (entry[1] for entry in connection.run_on_commit)
    for found in waiting:
        if isinstance(found, Changed):
            return found
    changed = Changed()
    transaction.on_commit(changed, robust=True)
    return changed

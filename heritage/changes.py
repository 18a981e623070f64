"""Something changed: the one signal by which the inventory tells whoever needs to know.

`heritage` knows neither the search index nor the public site; they listen. Every write path ends here:
saves and deletes through the models, bulk writers and importers by calling `record_changed` themselves.
"""

from collections.abc import Iterable

from django.db import transaction
from django.dispatch import Signal

changed = Signal()  # sent with kind: str and pks: tuple[int, ...], always inside a transaction


def record_changed(kind: str, pks: Iterable[int]) -> None:
    """Announce that the records `pks` of one `kind` were made, altered or removed.

    Listeners run in the caller's transaction: what they write is kept or lost together with the change.
    """
    unique = tuple(sorted({pk for pk in pks if pk is not None}))
    if not unique:
        return
    with transaction.atomic():
        changed.send(sender=kind, kind=kind, pks=unique)

"""Whether the index holds exactly what the database says it should."""

from dataclasses import dataclass

from search.document_schema import DocumentKey
from search.documents import public_versions
from search.engine import get_engine


@dataclass(frozen=True)
class IndexComparison:
    """Records that the index lacks, holds though it should not, or holds in an old version."""

    missing: tuple[DocumentKey, ...]
    extra: tuple[DocumentKey, ...]
    stale: tuple[DocumentKey, ...]
    checked: int

    @property
    def is_in_step(self) -> bool:
        return not (self.missing or self.extra or self.stale)


def compare_index() -> IndexComparison:
    """Compare keys and versions of the serving generation with the database.

    What waits in the outbox counts as a difference. Raises SearchUnavailableError.
    """
    expected = public_versions()
    held = dict(get_engine().versions())
    return IndexComparison(
        missing=tuple(sorted(expected.keys() - held.keys())),
        extra=tuple(sorted(held.keys() - expected.keys())),
        stale=tuple(sorted(key for key in expected.keys() & held.keys() if expected[key] != held[key])),
        checked=len(expected),
    )

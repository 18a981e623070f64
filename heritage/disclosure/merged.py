"""Where the number of a record leads that was made a part of another one."""

from heritage.disclosure.records import may_be_told
from heritage.models import HeritageSite, SiteMerge


def successor_of(number: str) -> HeritageSite | None:
    """Return the public record in which a record ended that was public until it was merged; None otherwise.

    Of two merges in a row the last one counts. One query for each merge of the chain.
    """
    kept, seen = None, set()
    merge = _merge_of(merged__number=number)
    if merge is None or merge.moved.get("live_revision") is None or merge.merged.division.is_training:
        return None  # nobody outside knew the number, so nobody is told that it leads somewhere
    while merge is not None and merge.kept_id not in seen:
        kept = merge.kept
        seen.add(kept.pk)
        merge = _merge_of(merged=kept.pk)
    return kept if kept is not None and may_be_told(kept) else None


def component_successor(number: str, ordinal: int) -> int | None:
    """Return the key of the component that had this number within a merged site; the caller discloses it.

    None where the site was not public, or had no such component.
    """
    merge = _merge_of(merged__number=number)
    if merge is None or successor_of(number) is None:
        return None
    moved = merge.moved["rows"].get("heritage.Component.site", {})
    return next((int(pk) for pk, before in moved.items() if before["ordinal"] == ordinal), None)


def _merge_of(**merged) -> SiteMerge | None:
    rows = SiteMerge.objects.filter(undone_at=None, **merged)
    return rows.select_related("kept__division", "merged__division").first()

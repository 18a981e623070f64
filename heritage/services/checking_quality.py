"""Keeping the flags of sites in step with what is recorded."""

from collections import Counter
from collections.abc import Collection

from django.db import transaction
from django.db.models import Q

from heritage.models import HeritageSite, QualityFlag
from heritage.models.quality_flags import FlagKind
from heritage.quality.findings import Finding
from heritage.quality.reading import read_facts
from heritage.quality.resemblance import resemblances_of
from heritage.quality.rules import findings_of

FlagKey = tuple[int, str, str]
BATCH = 200


@transaction.atomic
def refresh_flags(pks: Collection[int]) -> Counter[str]:
    """Write the flags of these sites as the rules find them now; return how many were new, changed, gone.

    A resemblance stands on both sites, so that of the other one is written too. An answer stays as long as
    the particulars it was given to do. As many queries for one site as for a batch.
    """
    wanted: dict[FlagKey, tuple[int, Finding]] = {}
    for site in read_facts(pks):
        for finding in findings_of(site):
            wanted[site.pk, finding.kind, finding.key] = (site.collection_id, finding)
    for resemblance in resemblances_of(pks):
        for side, finding in resemblance.findings():
            wanted[side.pk, finding.kind, finding.key] = (side.collection_id, finding)
    of_these = Q(site__in=pks) | Q(kind=FlagKind.RESEMBLES, other__in=pks)
    standing = {(flag.site_id, flag.kind, flag.key): flag for flag in QualityFlag.objects.filter(of_these)}
    gone = [flag.pk for key, flag in standing.items() if key not in wanted]
    changed = [flag for key, flag in standing.items() if key in wanted and _bring_up(flag, *wanted[key])]
    new = [_flag(key, *found) for key, found in wanted.items() if key not in standing]
    QualityFlag.objects.filter(pk__in=gone).delete()
    QualityFlag.objects.bulk_update(
        changed,
        ["collection", "field", "particulars", "other", "answered_by", "answered_at", "answer"],
        batch_size=BATCH,
    )
    QualityFlag.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return Counter(new=len(new), changed=len(changed), gone=len(gone))


def batches(*, after: str = "", size: int = BATCH) -> list[list[int]]:
    """Return the keys of all sites in batches, neighbours of one division together.

    `after`: the number of the last site of a run that was broken off; HeritageSite.DoesNotExist where there
    is no such site.
    """
    sites = HeritageSite.objects.order_by("division_id", "pk")
    if after:
        last = HeritageSite.objects.get(number=after)
        later = Q(division_id__gt=last.division_id) | Q(division_id=last.division_id, pk__gt=last.pk)
        sites = sites.filter(later)
    keys = list(sites.values_list("pk", flat=True))
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def _flag(key: FlagKey, collection_id: int, finding: Finding) -> QualityFlag:
    return QualityFlag(
        site_id=key[0],
        collection_id=collection_id,
        kind=finding.kind,
        key=finding.key,
        field=finding.field,
        particulars=finding.particulars,
        other_id=finding.other_id,
    )


def _bring_up(flag: QualityFlag, collection_id: int, finding: Finding) -> bool:
    """Bring a standing flag to what is found now; return whether anything differed."""
    if flag.particulars != finding.particulars:
        flag.answered_by, flag.answered_at, flag.answer = None, None, ""
    found = (collection_id, finding.field, finding.particulars, finding.other_id)
    differs = (flag.collection_id, flag.field, flag.particulars, flag.other_id) != found
    flag.collection_id, flag.field, flag.particulars, flag.other_id = found
    return differs

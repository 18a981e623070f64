"""What keeps two records from being made one, and what to do about it."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from accounts.models import User
from heritage.lifecycles.refusals import Refusal
from heritage.lifecycles.rights import RECORDING, holds
from heritage.models import Component, Designation, HeritageSite, SiteMerge, Zone
from heritage.models.designations import IN_FORCE
from heritage.models.sites import LocationDisclosure, Recognition

UNDECIDED = (Recognition.NOT_RECORDED, Recognition.CLUE)
OPENNESS = list(LocationDisclosure.values)  # from the most to the least that is told
Reason = tuple[str, str]  # found, needed


def refusal_to_merge(kept: HeritageSite, merged: HeritageSite, user: User) -> Refusal | None:
    """Return why this user may not make the two one as they stand; None if they may, with a second person."""
    for site in (kept, merged):
        if not holds(user, RECORDING, site):
            return Refusal(_("Merge"), str(user), str(RECORDING.label), "")
    found = next((reason for check in CHECKS for reason in check(kept, merged)), None)
    return Refusal(_("Merge"), found[0], found[1], "") if found else None


def _of_two_records(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    if kept.pk == merged.pk:
        yield _("one record, twice"), _("two records")
    if kept.division_id != merged.division_id:
        yield (
            f"{kept.division}、{merged.division}",
            _("two records of one division: correct the wrong one first"),
        )
    if kept.pk == merged.parent_id or merged.pk == kept.parent_id:
        yield _("one is recorded as a part of the other"), _("taking the part out of its whole first")


def _not_merged_yet(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    for site in (kept, merged):
        earlier = SiteMerge.objects.filter(merged=site, undone_at=None).select_related("kept").first()
        if earlier is not None:
            found = _("%(site)s (%(number)s) was merged into %(kept)s already")
            names = {"site": site, "number": site.number, "kept": earlier.kept}
            yield found % names, _("the record it was merged into")


def _not_being_worked_on(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    for site in (kept, merged):
        named = {"site": site, "number": site.number}
        if site.workflow_in_progress:
            found = _("%(site)s (%(number)s) is being approved") % named
            yield found, _("deciding on it, or taking the submission back")
        if site.locked:
            yield _("%(site)s (%(number)s) is locked") % named, _("unlocking it")
        if site.recognition_until_confirmed:
            found = _("a step of the recognition of %(site)s (%(number)s) is not confirmed") % named
            yield found, _("confirming or taking back that step")


def _recognised_alike(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    """The course of recognition stays with its record, so the one that is furthest has to be kept."""
    if merged.recognition not in (*UNDECIDED, kept.recognition):
        found = f"{kept}：{kept.get_recognition_display()}；{merged}：{merged.get_recognition_display()}"
        yield found, _("keeping the record whose recognition was decided")


def _told_as_carefully(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    if OPENNESS.index(merged.location_disclosure) > OPENNESS.index(kept.location_disclosure):
        found = merged.get_location_disclosure_display()
        yield found, _("the kept record to tell its place no more precisely than the other does")


def _one_legal_identity(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    """At most one of relic and historic building is in force (历史文化名城名镇名村保护条例 47)."""
    in_force = Designation.objects.filter(
        site__in=(kept, merged), component=None, is_exclusive=True, status__in=IN_FORCE
    )
    if len({row.site_id for row in in_force}) > 1:
        found = "；".join(str(row) for row in in_force.select_related("scheme"))
        yield found, _("ending one of the two legal identities on its paper first")


def _one_zone_of_a_kind(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    zones = Zone.objects.filter(site__in=(kept, merged), valid_to=None)
    by_kind: dict[str, set[int]] = {}
    for zone in zones:
        by_kind.setdefault(zone.get_kind_display(), set()).add(zone.site_id)
    for kind, sites in by_kind.items():
        if len(sites) > 1:
            yield (
                _("both have in force: %(kind)s") % {"kind": kind},
                _("giving one of the zones its last day"),
            )


def _nothing_moved_between(kept: HeritageSite, merged: HeritageSite) -> Iterator[Reason]:
    both = (kept, merged)
    moved = Component.objects.filter(site__in=both, moved_to__in=both).first()
    if moved is not None:
        yield (
            _("%(component)s was moved from one to the other") % {"component": moved},
            _("two records of one place"),
        )


CHECKS: tuple[Callable[[HeritageSite, HeritageSite], Iterator[Reason]], ...] = (
    _of_two_records,
    _not_merged_yet,
    _not_being_worked_on,
    _recognised_alike,
    _told_as_carefully,
    _one_legal_identity,
    _one_zone_of_a_kind,
    _nothing_moved_between,
)

"""Undoing a merge: what nobody has changed since goes back, the rest stays and is named."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from accounts.models import User
from heritage.changes import record_changed
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.merges.lists import leave_lists
from heritage.merges.parts import Copies, remove_parts
from heritage.merges.publishing import publish_as_is, publish_revision
from heritage.merges.rows import give_rows_back
from heritage.merges.values import GROUPS, copy_value
from heritage.models import HeritageSite, SiteMerge
from heritage.services.checking_quality import refresh_flags
from heritage.services.following import move_followers

LOG_ACTION = "heritage.undo_merge"
UNDOABLE_FOR = timedelta(days=30)


@transaction.atomic
def undo_merge(*, merge: SiteMerge, by: User) -> SiteMerge:
    """Make the two records two again; `merge.moved["stayed"]` names what was changed since and stays.

    A reviewer of the division, within thirty days. UnlawfulMoveError says why not; nothing is changed then.
    """
    merge = SiteMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    rows = HeritageSite.objects.select_for_update(of=("self",)).order_by("pk")
    sites = {row.pk: row for row in rows.filter(pk__in=(merge.kept_id, merge.merged_id))}
    kept, merged = sites[merge.kept_id], sites[merge.merged_id]
    if refusal := refusal_to_undo(merge, by):
        raise UnlawfulMoveError(refusal)
    merge.undone_by, merge.undone_at = by, timezone.now()
    merge.save(update_fields=["undone_by", "undone_at"])
    stayed = give_rows_back(merge.moved["rows"], merged, kept)
    if merged.collection_id != kept.collection_id:
        move_followers(merged)  # the kept record is of another division since
    stayed += leave_lists(merge.moved["lists"], merged, kept)
    stayed += _give_up_content(merge, kept, by)
    if live := merge.moved["live_revision"]:
        publish_revision(Revision.objects.get(pk=live), by)
    merge.moved = {**merge.moved, "stayed": list(dict.fromkeys(stayed))}
    merge.save(update_fields=["moved"])
    record_changed("site", [kept.pk, merged.pk])
    refresh_flags([kept.pk, merged.pk])
    for site in (kept, merged):
        words = {"kept": f"{kept} {kept.number}", "merged": f"{merged} {merged.number}"}
        log(instance=site, action=LOG_ACTION, user=by, data=words, content_changed=True)
    return merge


def refusal_to_undo(merge: SiteMerge, user: User) -> Refusal | None:
    """Return why this user may not undo the merge now; None if they may."""
    if merge.undone_at is not None:
        return _refusal(_("undone already"), _("a merge that stands"))
    if not holds(user, REVIEWING, merge):
        return _refusal(str(user), str(REVIEWING.label))
    if timezone.now() > merge.made_at + UNDOABLE_FOR:
        day = timezone.localtime(merge.made_at).date().isoformat()
        found = _("merged on %(day)s, more than 30 days ago") % {"day": day}
        return _refusal(found, _("entering the second thing as a new record"))
    if SiteMerge.objects.filter(merged=merge.kept_id, undone_at=None).exists():
        found = _("%(site)s was merged into another record since") % {"site": merge.kept}
        return _refusal(found, _("undoing that later merge first"))
    if merge.kept.workflow_in_progress or merge.kept.locked:
        found = _("%(site)s is being approved, or locked") % {"site": merge.kept}
        return _refusal(found, _("deciding on it or taking it back, and unlocking it"))
    return None


def _give_up_content(merge: SiteMerge, kept: HeritageSite, by: User) -> list[str]:
    """Take the parts and values out of what is public and out of the draft, as far as they are unaltered.

    What was approved since is altered. A draft that is still the one of the merge makes way for what was
    before it; one that somebody went on with is kept, without what the merge brought.
    """
    moved = merge.moved
    stayed: list[str] = []
    has_draft = kept.has_unpublished_changes or not kept.live
    is_untouched = kept.latest_revision_id == moved["draft"]
    newest = kept.get_latest_revision_as_object()
    if kept.live:
        public = HeritageSite.objects.get(pk=kept.pk)
        stayed += remove_parts(public, moved["public"] if has_draft else _all_parts(moved))
        stayed += [] if has_draft else _words_of(moved["taken"])
        publish_as_is(public, by)
    if not has_draft or moved["draft"] is None:
        return stayed
    if not is_untouched:
        stayed += _restore(newest, merge) + remove_parts(newest, _all_parts(moved))
        newest.save_revision(user=by, clean=False)
    elif moved["before"]:
        Revision.objects.get(pk=moved["before"]).as_object().save_revision(user=by, clean=False)
    elif not kept.live:
        Revision.objects.get(pk=moved["was"]).as_object().save_revision(user=by, clean=False)
    return stayed


def _all_parts(moved: dict[str, Any]) -> Copies:
    """The parts that were told at once and those of the draft, each once."""
    found: Copies = {}
    for added in (moved["public"], moved["drafted"]):
        for relation, rows in added.items():
            known = found.setdefault(relation, [])
            known.extend(values for values in rows if values not in known)
    return found


def _restore(newest: HeritageSite, merge: SiteMerge) -> list[str]:
    """Put back the values of the kept record that were given up; name those that somebody altered since."""
    written = Revision.objects.filter(pk=merge.moved["draft"]).first()
    before = Revision.objects.filter(pk=merge.moved["was"]).first()
    if before is None or written is None:
        return _words_of(merge.moved["taken"])
    was, became, now = before.as_object(), written.content, newest.serializable_data()
    altered = []
    for group in GROUPS:
        if group.key not in merge.moved["taken"]:
            continue
        if any(now[field] != became[field] for field in group.fields):
            altered.append(str(group.label))
            continue
        for field in group.fields:
            copy_value(newest, was, field)
    return altered


def _words_of(taken: list[str]) -> list[str]:
    return [str(group.label) for group in GROUPS if group.key in taken]


def _refusal(found: str, needed: str) -> Refusal:
    return Refusal(_("Undo the merge"), found, needed, "")

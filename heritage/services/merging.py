"""Making two records of one thing one: two people answer for it, and the old number leads on."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.log_actions import log
from wagtail.models import Revision

from accounts.models import User
from heritage.changes import record_changed
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.merges.drafts import write_draft
from heritage.merges.lists import join_lists
from heritage.merges.parts import Copies, add_parts
from heritage.merges.publishing import publish_as_is
from heritage.merges.refusals import refusal_to_merge
from heritage.merges.rows import move_rows
from heritage.merges.values import GROUPS, Choice, choices_made
from heritage.models import HeritageSite, SiteMerge
from heritage.services.checking_quality import refresh_flags

LOG_ACTION = "heritage.merge"


@transaction.atomic
def merge_sites(
    *, kept: HeritageSite, merged: HeritageSite, reason: str, picks: Mapping[str, str], by: User, second: User
) -> SiteMerge:
    """Make `merged` a part of `kept` and return the merge, which can be undone for thirty days.

    `picks`: whose value stands, by the keys of `heritage.merges.values.GROUPS`; the kept one's unless said
    otherwise. What hangs on the merged record names the kept one from now on; the merged one is withdrawn
    and keeps its number, its content and its revisions. Of what was public the kept record is told at once;
    chosen values, and what was never approved, stand in a draft. `second` is a reviewer other than `by`.
    UnlawfulMoveError says what was found and what is needed; nothing is changed then.
    """
    kept, merged = _locked(kept, merged)
    if refusal := refusal_to_merge(kept, merged, by):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise _refused(_("no words"), _("the reason in words"))
    is_reviewer = all(holds(second, REVIEWING, site) for site in (kept, merged))
    if second.pk == by.pk or not is_reviewer:
        raise _refused(str(second), _("a second person, a reviewer of the division of both records"))
    newest = merged.get_latest_revision_as_object()
    made = choices_made(kept.get_latest_revision_as_object(), newest, picks)
    moved: dict = {"rows": move_rows(merged, kept), "lists": join_lists(merged, kept)}
    moved["live_revision"] = merged.live_revision_id
    was_public = merged.live
    if was_public:
        # Two people answer for it here; Wagtail would ask for the right to withdraw by oneself.
        UnpublishAction(merged, user=by).execute(skip_permission_checks=True)
    moved["public"] = _tell_at_once(kept, merged, by) if was_public and kept.live else {}
    moved |= _leave_draft(kept, newest, made, by)
    merge = SiteMerge.objects.create(
        kept=kept, merged=merged, reason=reason.strip(), moved=moved, made_by=by, second=second
    )
    record_changed("site", [kept.pk, merged.pk])
    refresh_flags([kept.pk, merged.pk])
    for site in (kept, merged):
        words = {
            "kept": f"{kept} {kept.number}",
            "merged": f"{merged} {merged.number}",
            "second": str(second),
        }
        log(instance=site, action=LOG_ACTION, user=by, data=words, content_changed=True)
    return merge


def _locked(kept: HeritageSite, merged: HeritageSite) -> tuple[HeritageSite, HeritageSite]:
    """Read both again and hold them, always in the same order, so that two officers cannot hold one each."""
    rows = HeritageSite.objects.select_for_update(of=("self",)).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=(kept.pk, merged.pk)).select_related("division")}
    return found[kept.pk], found[merged.pk]


def _tell_at_once(kept: HeritageSite, merged: HeritageSite, by: User) -> Copies:
    """Publish the kept record, as it is public, with the parts of the other that were public."""
    public = HeritageSite.objects.get(pk=kept.pk)
    added = add_parts(public, merged, {group.key: Choice.KEPT for group in GROUPS})
    if added:
        publish_as_is(public, by)
    return added


def _leave_draft(kept: HeritageSite, newest: HeritageSite, made: Mapping[str, Choice], by: User) -> dict:
    """Save what was chosen as a draft of the kept record, on top of the draft that it had.

    `was`: the revision with the values before; `before`: the same, where it was a draft of its own.
    """
    own = kept.latest_revision_id
    has_draft = own is not None and (kept.has_unpublished_changes or not kept.live)
    row = HeritageSite.objects.get(pk=kept.pk)
    if row.latest_revision_id is None:
        row.save_revision(clean=False)
    was = own if has_draft else row.latest_revision_id
    draft = Revision.objects.get(pk=own).as_object() if has_draft else row
    taken, added = write_draft(draft, newest, made)
    left = {"taken": taken, "drafted": added, "was": was, "before": own if has_draft else None, "draft": None}
    if taken or added or (has_draft and row.latest_revision_id != own):
        left["draft"] = draft.save_revision(user=by, clean=False).pk
    return left


def _refused(found: str, needed: str) -> UnlawfulMoveError:
    return UnlawfulMoveError(Refusal(_("Merge"), found, needed, ""))

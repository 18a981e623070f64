"""Merges of a site with another, and merges undone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from heritage.history.entries import Entry
from heritage.history.wording import Change
from heritage.models import HeritageSite, SiteMerge

#: How these changes are named among the fields of a site.
MERGED = "merge"


def entries_of_merges(site: HeritageSite) -> Iterator[Entry]:
    rows = SiteMerge.objects.select_related("kept", "merged", "made_by", "second", "undone_by")
    for row in rows.filter(kept=site) | rows.filter(merged=site):
        pair = {"merged": row.merged.number, "kept": row.kept.number}
        grounds = _("%(reason)s; together with %(person)s") % {"reason": row.reason, "person": row.second}
        change = Change(MERGED, _("Merge"), note=_("%(merged)s became a part of %(kept)s") % pair)
        yield Entry(row.made_at, _("Records merged"), str(row.made_by), row.made_by_id, grounds, (change,))
        if row.undone_at:
            change = Change(
                MERGED, _("Merge"), note=_("%(merged)s stands by itself again, beside %(kept)s") % pair
            )
            yield Entry(
                row.undone_at,
                _("Merge undone"),
                str(row.undone_by or ""),
                row.undone_by_id,
                changes=(change,),
            )

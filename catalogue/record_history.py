"""The public history of a record in words: published versions, what changed in each, and the decrees."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalogue.designation_words import Identity, identity
from heritage.disclosure import HistoryEntry, PublicHistory, SiteSummary
from heritage.models.named import in_current_language

# The parts of a record whose changes are told; see heritage/disclosure/revision_parts.py.
PART_LABELS: dict[str, str | Promise] = {
    "name": gettext_lazy("name"),
    "names": gettext_lazy("other names"),
    "type": pgettext_lazy("public site", "type"),
    "industry": pgettext_lazy("public site", "industry"),
    "dating": gettext_lazy("dating"),
    "place": gettext_lazy("place"),
    "description": pgettext_lazy("public site", "description"),
    "events": pgettext_lazy("public site", "events"),
    "condition": pgettext_lazy("public site", "condition"),
    "current_use": gettext_lazy("present use"),
    "values": pgettext_lazy("public site", "values"),
    "reuses": pgettext_lazy("public site", "reuse"),
    "identifiers": pgettext_lazy("public site", "official numbers"),
    "part_of": pgettext_lazy("public site", "what it is part of"),
    "photographs": pgettext_lazy("public site", "photographs"),
    "sources": gettext_lazy("sources"),
    "verification": pgettext_lazy("public site", "verification"),
    "absences": pgettext_lazy("public site", "what is not known"),
}


@dataclass(frozen=True)
class HistoryRow:
    on: date
    sentence: str


@dataclass(frozen=True)
class HistoryPage:
    """What templates/catalogue/site_history.html shows."""

    number: str
    name: str
    rows: list[HistoryRow]
    earlier_count: int
    designations: list[Identity]


def history_page(site: SiteSummary, history: PublicHistory) -> HistoryPage:
    """Put the history into the words of the page's language, the latest first."""
    return HistoryPage(
        number=site.number,
        name=in_current_language(site.name_zh, site.name_en),
        rows=[HistoryRow(timezone.localdate(row.happened_at), _sentence(row)) for row in history.entries],
        earlier_count=history.earlier_count,
        designations=[identity(row) for row in site.designations],
    )


def _sentence(entry: HistoryEntry) -> str:
    if entry.is_withdrawal:
        return _("Withdrawn; the number stayed reserved.")
    if entry.is_first:
        return _("Published for the first time.")
    if entry.changed is None:
        return _("A new version was published; what it changed was not kept.")
    if not entry.changed:
        return _("Published again; nothing that the public can read changed.")
    labels = [str(label) for part, label in PART_LABELS.items() if part in entry.changed]
    return _("Changed: %(parts)s.") % {"parts": pgettext("list", ", ").join(labels)}

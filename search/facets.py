"""Facets and sorts: data, declared once, in the order they are shown."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a result. ``name`` is the address parameter and the key in a document's facets."""

    name: str
    label: str | Promise
    # Most values the engine counts; the rest are not shown.
    size: int = 100


@dataclass(frozen=True, slots=True)
class Sort:
    """One order of hits. ``needs_text`` orders mean nothing without search terms."""

    name: str
    label: str | Promise
    needs_text: bool = False


FACETS: tuple[Facet, ...] = (
    Facet("kind", _("Kind")),
    Facet("division", _("Division")),
    Facet("level", _("Protection level")),
    Facet("scheme", _("List or scheme")),
    Facet("type", pgettext_lazy("public site", "Type of works")),
    Facet("industry", pgettext_lazy("public site", "Industry")),
    Facet("era", pgettext_lazy("public site", "Era")),
    Facet("condition", _("Condition")),
    Facet("reuse", _("Reuse")),
    Facet("project", _("Heritage project")),
    Facet("has", pgettext_lazy("public site", "The record has")),
)

SORTS: tuple[Sort, ...] = (
    Sort("relevance", _("Relevance"), needs_text=True),
    Sort("pinyin", _("Name (pinyin)")),
    Sort("year", _("Oldest first")),
    Sort("listed", _("Latest listed first")),
)

FACET_NAMES: tuple[str, ...] = tuple(facet.name for facet in FACETS)
SORT_NAMES: tuple[str, ...] = tuple(sort.name for sort in SORTS)

# Years in a bar of the histogram.
HISTOGRAM_YEARS = 10

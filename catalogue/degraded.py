"""What is shown while no index answers: the records as the database lists them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from heritage.disclosure import public_sites
from heritage.models import Division
from search.document_schema import DocumentKey
from search.facets import FACETS
from search.query import SearchQuery
from search.results import Hit, SearchResults

DIVISION = "division"  # the one facet that the database narrows by


def browse_without_index(query: SearchQuery) -> SearchResults:
    """Return the page of the A–Z list, narrowed by division and years but not by text."""
    sites = public_sites().order_by("name_pinyin", "pk")
    if codes := query.selected(DIVISION):
        paths = Division.objects.filter(code__in=codes).values_list("collection__path", flat=True)
        within = list(paths)
        sites = sites.filter(collection__path__regex=rf"^({'|'.join(within)})") if within else sites.none()
    if query.years:
        first, last = query.years
        sites = sites.built_between(first or 1, last or 9999)
    pks = sites.values_list("pk", flat=True)[query.offset : query.offset + query.per_page]
    return SearchResults(total=sites.count(), hits=tuple(Hit(DocumentKey("site", pk)) for pk in pks))


def not_applied(query: SearchQuery) -> list[str]:
    """Return a sentence that names the conditions which only an index can apply; none where all were."""
    names = [_("search text")] if query.text.strip() else []
    names += [str(facet.label) for facet in FACETS if facet.name != DIVISION and query.selected(facet.name)]
    if query.bbox:
        names.append(_("Part of the map"))
    if query.sort not in ("", "pinyin"):
        names.append(pgettext("public site", "order"))
    if not names:
        return []
    return [
        _("Without the index these conditions were not applied: %(names)s.")
        % {"names": pgettext("list", ", ").join(names)}
    ]

"""Records beside a site, each with the reason why it is named."""

from django.utils.translation import pgettext

from catalogue.addresses import site_link
from heritage.disclosure import PublicSite, neighbours
from heritage.models.named import in_current_language


def related_rows(site: PublicSite) -> list[dict]:
    """Return name, address and reason of the neighbours of a site."""
    projects = {row.slug: in_current_language(row.name_zh, row.name_en) for row in site.projects}
    prefecture = site.place.division.chain[0] if site.place.division else None
    rows = []
    for neighbour in neighbours(site):
        if neighbour.project:
            reason = pgettext("public site", "also in the project %(name)s") % {
                "name": projects[neighbour.project]
            }
        else:
            reason = pgettext("public site", "also in %(place)s") % {
                "place": in_current_language(prefecture.name_zh, prefecture.name_en) if prefecture else ""
            }
        rows.append({**site_link(neighbour.record), "reason": reason})
    return rows

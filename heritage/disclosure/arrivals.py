"""What came to a site from elsewhere: the other end of where a component is told to be now."""

from heritage.disclosure.components import PublicComponent, disclose_component, public_components
from heritage.disclosure.sites import PublicSite

MOST = 50


def arrivals(site: PublicSite) -> tuple[PublicComponent, ...]:
    """Return the components that tell that they are at this site now; none where it is hidden."""
    if site.pk is None or site.place.division is None:  # a preview of what was never saved has no key
        return ()
    rows = public_components().filter(moved_to=site.pk).order_by("site__name_pinyin", "site_id", "ordinal")
    told = map(disclose_component, rows[:MOST])
    return tuple(component for component in told if component.moved_to)

"""Which drawing stands for a record: by its type in words, with the parameters that the record states."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from catalogue.schematics import draw_schematic, schematic_for, schematic_notes
from catalogue.schematics.types import UNKNOWN
from heritage.disclosure import PublicSite, SiteSummary
from heritage.models.components import ComponentKind, Destiny
from heritage.models.events import EventKind

HOUSES = "houses"
FEWEST_HOUSES, MOST_HOUSES = 2, 24
# What may follow a destruction: then the whole is not gone.
RETURNS = {EventKind.REBUILT, EventKind.REUSED, EventKind.MOVED}


@dataclass(frozen=True)
class Drawing:
    key: str
    is_lost: bool = False
    parameters: dict[str, int] = field(default_factory=dict)

    def svg(self, *, thumbnail: bool = False) -> SafeString:
        return draw_schematic(self.key, thumbnail=thumbnail, is_lost=self.is_lost, **self.parameters)

    def notes(self) -> list[str]:
        return schematic_notes(self.key, is_lost=self.is_lost, **self.parameters)


def drawing_of(site: SiteSummary) -> Drawing:
    """The drawing of a site for lists: by type, else by name."""
    key = schematic_for(site.type_words)
    return Drawing(schematic_for(site.name_zh) if key == UNKNOWN else key)


def detailed_drawing_of(site: PublicSite) -> Drawing:
    """The drawing of a site's page: counts and losses only where components or events state them."""
    key = drawing_of(site).key
    return Drawing(key, is_lost=_is_destroyed(site), parameters=_counts(site) if key == HOUSES else {})


def _counts(site: PublicSite) -> dict[str, int]:
    buildings = [row for row in site.components if row.kind == ComponentKind.BUILDING]
    if not FEWEST_HOUSES <= len(buildings) <= MOST_HOUSES:
        return {}
    return {"total": len(buildings), "lost": sum(row.destiny == Destiny.LOST for row in buildings)}


def _is_destroyed(site: PublicSite) -> bool:
    """Whether the last word of the dated events is a destruction of the whole."""
    fates = [event.kind for event in site.events if event.kind in {EventKind.DESTROYED, *RETURNS}]
    return bool(fates) and fates[-1] == EventKind.DESTROYED

"""Who may be told what. Pages, search documents, exports, feeds and interfaces all ask here.

The public is told of a record only what the classes below carry, so that a door which builds its answer
from them cannot leak. What is never told: leads, drafts, records of training divisions, exact points
beyond the chosen precision, addresses, notes, surveyors, last known places, identities that no reviewer has
confirmed, and statements that rest on the writer's own knowledge. One module a noun.
"""

from heritage.disclosure.areas import PublicArea, disclose_area, public_areas
from heritage.disclosure.arrivals import arrivals
from heritage.disclosure.components import PublicComponent, disclose_component, public_components
from heritage.disclosure.designations import PublicDecree, PublicDesignation
from heritage.disclosure.enterprises import (
    EarlierName,
    PublicEnterprise,
    Relocation,
    disclose_enterprise,
    public_enterprises,
)
from heritage.disclosure.history import HistoryEntry, PublicHistory, public_history
from heritage.disclosure.merged import component_successor, successor_of
from heritage.disclosure.neighbours import Neighbour, neighbours
from heritage.disclosure.parts import Event, Identifier, Name, PublicReuse, Visit
from heritage.disclosure.photographs import (
    PublicPhotograph,
    PublicRendition,
    first_photographs,
    may_see_photograph,
    tell_photographs,
    visible_photographs,
)
from heritage.disclosure.places import SNAP_DEGREES, Place, disclose_place
from heritage.disclosure.projects import PublicProject, disclose_project, public_projects
from heritage.disclosure.records import (
    LinkedRecord,
    RelatedRecord,
    Word,
    is_public,
    is_public_record,
    may_be_told,
)
from heritage.disclosure.sites import (
    PublicSite,
    SiteLife,
    SiteSummary,
    disclose,
    disclose_life,
    public_sites,
    site_lives,
    site_summaries,
    summarise,
)
from heritage.disclosure.sources import (
    INTERNAL_STATEMENTS,
    CitedSource,
    CitedStatement,
    Claim,
    Disagreement,
    may_be_named,
)

__all__ = [
    "INTERNAL_STATEMENTS",
    "SNAP_DEGREES",
    "CitedSource",
    "CitedStatement",
    "Claim",
    "Disagreement",
    "EarlierName",
    "Event",
    "HistoryEntry",
    "Identifier",
    "LinkedRecord",
    "Name",
    "Neighbour",
    "Place",
    "PublicArea",
    "PublicComponent",
    "PublicDecree",
    "PublicDesignation",
    "PublicEnterprise",
    "PublicHistory",
    "PublicPhotograph",
    "PublicProject",
    "PublicRendition",
    "PublicReuse",
    "PublicSite",
    "RelatedRecord",
    "Relocation",
    "SiteLife",
    "SiteSummary",
    "Visit",
    "Word",
    "arrivals",
    "component_successor",
    "disclose",
    "disclose_area",
    "disclose_component",
    "disclose_enterprise",
    "disclose_life",
    "disclose_place",
    "disclose_project",
    "first_photographs",
    "is_public",
    "is_public_record",
    "may_be_named",
    "may_be_told",
    "may_see_photograph",
    "neighbours",
    "public_areas",
    "public_components",
    "public_enterprises",
    "public_history",
    "public_projects",
    "public_sites",
    "site_lives",
    "site_summaries",
    "successor_of",
    "summarise",
    "tell_photographs",
    "visible_photographs",
]

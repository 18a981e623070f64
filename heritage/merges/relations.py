"""What a merge does with every row that names the merged site; a test refuses a relation that is not here."""

from enum import Enum

from django.db.models import Model

from heritage.models import (
    Component,
    Designation,
    Enterprise,
    Find,
    HeritageProject,
    HeritageSite,
    Intervention,
    Nomination,
    ProtectionMeasure,
    QualityFlag,
    RecognitionMove,
    RedevelopmentProject,
    RemediationProject,
    Reuse,
    SiteCitation,
    SiteEvent,
    SiteIdentifier,
    SiteMerge,
    SiteName,
    SitePhotograph,
    Survey,
    Zone,
)


class Treatment(Enum):
    #: The row names the kept site from now on.
    MOVED = "moved"
    #: The kept site takes the place of the merged one in a list of sites.
    JOINED = "joined"
    #: A part of the record: the kept one gets one like it, the merged record stays as it was.
    COPIED = "copied"
    #: A value of the record: chosen field by field.
    CHOSEN = "chosen"
    #: About the merged record itself.
    STAYS = "stays"


Relation = tuple[type[Model], str]

#: In the order in which rows move: a component before what names it.
RELATIONS: dict[Relation, Treatment] = {
    (Component, "site"): Treatment.MOVED,
    (Component, "moved_to"): Treatment.MOVED,
    (Designation, "site"): Treatment.MOVED,
    (Survey, "site"): Treatment.MOVED,
    (Zone, "site"): Treatment.MOVED,
    (Intervention, "site"): Treatment.MOVED,
    (Find, "site"): Treatment.MOVED,
    (Nomination, "site"): Treatment.MOVED,
    (ProtectionMeasure, "site"): Treatment.MOVED,
    (HeritageSite, "parent"): Treatment.MOVED,
    (Enterprise.sites.through, "heritagesite"): Treatment.JOINED,
    (HeritageProject.sites.through, "heritagesite"): Treatment.JOINED,
    (RemediationProject.sites.through, "heritagesite"): Treatment.JOINED,
    (RedevelopmentProject.sites.through, "heritagesite"): Treatment.JOINED,
    (SiteName, "site"): Treatment.COPIED,
    (SiteEvent, "site"): Treatment.COPIED,
    (SiteIdentifier, "site"): Treatment.COPIED,
    (Reuse, "site"): Treatment.COPIED,
    (SitePhotograph, "site"): Treatment.COPIED,
    (SiteCitation, "site"): Treatment.COPIED,
    (HeritageSite.eras.through, "heritagesite"): Treatment.CHOSEN,
    (HeritageSite.values.through, "heritagesite"): Treatment.CHOSEN,
    # The record of its own recognition: the kept site has one of its own.
    (RecognitionMove, "subject"): Treatment.STAYS,
    # Earlier merges lead on along the chain.
    (SiteMerge, "kept"): Treatment.STAYS,
    (SiteMerge, "merged"): Treatment.STAYS,
    # Found anew on what the kept record is then.
    (QualityFlag, "site"): Treatment.STAYS,
    (QualityFlag, "other"): Treatment.STAYS,
}


def relations_that_are(treatment: Treatment) -> list[Relation]:
    return [relation for relation, found in RELATIONS.items() if found is treatment]

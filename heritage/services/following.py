"""What belongs to the jurisdiction of a site because it is about the site, and goes with it when it moves."""

from typing import Any

from django.db.models import Model

from heritage.models import (
    Component,
    Designation,
    Find,
    FulfilledDuty,
    HeritageSite,
    Intervention,
    Nomination,
    ProtectionMeasure,
    QualityFlag,
    SiteMerge,
    Survey,
    Zone,
)
from heritage.models.records import Record

#: By which way a row leads to the site whose collection it keeps, as its own `save()` does.
FOLLOWING: dict[type[Model], str] = {
    Component: "site",
    Survey: "site",
    Designation: "site",
    FulfilledDuty: "designation__site",
    Zone: "site",
    Intervention: "site",
    Find: "site",
    Nomination: "site",
    ProtectionMeasure: "site",
    QualityFlag: "site",
    SiteMerge: "kept",
}

#: Rows that name a site or what follows it, and belong elsewhere all the same. A test wants each named.
STAYING: dict[str, str] = {
    "HeritageSite": "a part of a site is a record of its own, which lies where it lies",
    "Enterprise": "belongs to the division of its seat, wherever its sites are",
    "HeritageProject": "belongs to the division that made it, wherever its sites are",
    "RemediationProject": "belongs to the division that is in charge of it",
    "RedevelopmentProject": "belongs to the division that is in charge of it",
    "RetainedBuilding": "a paper of a relocation case, which belongs to the division of the enterprise",
}


def move_followers(site: HeritageSite) -> None:
    """Give every row that follows the site the site's collection, a fixed number of queries a model.

    Records have its division too and tell of the change themselves; of the others the site tells, which
    changes with them.
    """
    for model, way in FOLLOWING.items():
        values: dict[str, Any] = {"collection": site.collection_id}
        if issubclass(model, Record):
            values["division"] = site.division_id
        model._default_manager.filter(**{way: site.pk}).update(**values)

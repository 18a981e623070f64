"""The four haves and the zones of training sites, recorded by the services that officers use."""

import json
from datetime import date
from typing import Any, cast

from heritage.exchange.training_designations import make_designations
from heritage.exchange.training_ground import Item, decree, document, person
from heritage.exchange.training_sites import sample_key
from heritage.models import Designation, FulfilledDuty, HeritageSite, Zone
from heritage.services.drawing_zones import draw_zone
from heritage.services.fulfilling import record_duty

OFFICER = "training-officer-1"
#: Of which designation a zone is; the extent of the relic is of none.
OF_DESIGNATION = frozenset({"protection", "control"})


def are_four_haves_there(item: Item) -> bool:
    key = sample_key(item["site"])
    zones = Zone.objects.filter(site__sample_key=key)
    return zones.exists() or FulfilledDuty.objects.filter(designation__site__sample_key=key).exists()


def make_four_haves(item: Item) -> None:
    """Announce what is still to be announced, draw the zones in the order of the file, then tick the rest."""
    site = HeritageSite.objects.get(sample_key=sample_key(item["site"]))
    make_designations(site, item.get("designations", ()), OFFICER)
    designation = site.designations.in_force().get(is_exclusive=True)
    for row in item.get("zones", ()):
        _draw(site, designation, row)
    for row in item["duties"]:
        record_duty(designation=designation, by=person(OFFICER), **_values(row))


def _draw(site: HeritageSite, designation: Designation, row: Item) -> None:
    paper = decree(row["decree"])
    shape = row["typed_shape"]
    zone = Zone(
        site=site,
        kind=row["kind"],
        designation=designation if row["kind"] in OF_DESIGNATION else None,
        decree=paper,
        valid_from=cast(date, paper.announced_on),  # the decrees of the file are dated
        words=row["words"],
        typed_shape=shape if isinstance(shape, str) else json.dumps(shape),
        shape_system=row["shape_system"],
    )
    draw_zone(zone=zone, fulfils=row.get("is_duty_done", False), by=person(OFFICER))


def _values(row: Item) -> dict[str, Any]:
    given = dict(row)
    given["done_on"] = date.fromisoformat(row["done_on"])
    if "file" in row:
        given["file"] = document(row["file"])
    return given

"""The relocation cases of the training county with their evidence, brought along by the services."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import log

from heritage.exchange.training_ground import Item, decree, document, person
from heritage.exchange.training_sites import sample_key
from heritage.models import (
    Component,
    Enterprise,
    FiledPlan,
    HeritageSite,
    IndustrialArea,
    LandQuota,
    Parcel,
    PlannedStep,
    ProtectionMeasure,
    ReceivingZone,
    RelocationCase,
    RetainedBuilding,
)
from heritage.services.overriding import override_gate
from heritage.services.stepping import move_along

M = TypeVar("M", bound=Model)

AREA, ZONE = "training-area", "training-zone"
OFFICER, SECOND = "training-officer-1", "training-officer-2"

#: How a word of the file becomes a value, by the name of the field; any other field takes it as it is.
READ: dict[str, Callable[[str], Any]] = {
    "decree": decree,
    "file": document,
    "report": document,
    "filed_on": date.fromisoformat,
    "happened_on": date.fromisoformat,
    "site": lambda key: HeritageSite.objects.get(sample_key=sample_key(key)),
}


def is_case_there(item: Item) -> bool:
    return RelocationCase.objects.filter(enterprise__slug=item["enterprise"]).exists()


def make_case(item: Item) -> None:
    """Open the case of an enterprise, enter its evidence, override what is overridden, then move it along."""
    case = RelocationCase(
        enterprise=Enterprise.objects.get(slug=item["enterprise"]),
        from_area=IndustrialArea.objects.get(slug=AREA),
        to_zone=ReceivingZone.objects.get(slug=ZONE),
        mode=item["mode"],
        is_risky_trade=item["is_risky_trade"],
    )
    _enter(case)
    for row in item.get("measures", ()):
        _enter(ProtectionMeasure(**_values(row)))
    for row in item.get("plans", ()):
        _enter(FiledPlan(case=case, **_values(row)))
    for row in item.get("quotas", ()):
        _enter(LandQuota(case=case, **_values(row)))
    for row in item.get("parcels", ()):
        _move(_enter(Parcel(case=case, **_values(row))), row)
    for row in item.get("buildings", ()):
        _move(_enter(_building(case, row)), row)
    for row in item.get("planned_steps", ()):
        planned_on = timezone.localdate() + timedelta(days=row["in_days"])
        _enter(PlannedStep(case=case, stage=row["stage"], planned_on=planned_on))
    for row in item.get("overrides", ()):
        override_gate(case=case, by=person(OFFICER), second=person(SECOND), **_values(row))
    _move(case, item)


def _building(case: RelocationCase, row: Item) -> RetainedBuilding:
    of_case = Component.objects.filter(site__enterprises=case.enterprise_id)
    component = of_case.get(name_zh=row["component"])
    return RetainedBuilding(case=case, component=component, restrictions=row["restrictions"])


def _move(subject: Any, item: Item) -> None:
    for row in item.get("moves", ()):
        move_along(subject=subject, by=person(OFFICER), **_values(row))


def _enter(row: M) -> M:
    """Save a new row as the officer who enters it on the page of the case."""
    row.save()
    log(instance=row, action="wagtail.create", user=person(OFFICER), content_changed=True)
    return row


def _values(row: Item) -> dict[str, Any]:
    return {
        name: READ[name](value) if name in READ else value for name, value in row.items() if name != "moves"
    }

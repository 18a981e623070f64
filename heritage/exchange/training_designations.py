"""Designations of training sites, brought about by the services that officers use."""

from collections.abc import Callable, Sequence
from datetime import date

from accounts.models import User
from heritage.exchange.training_ground import Item, decree, document, person
from heritage.models import Designation, HeritageSite, Scheme
from heritage.models.decrees import Origin
from heritage.models.designation_papers import PaperKind
from heritage.services.announcing import announce_designation, raise_level
from heritage.services.confirming import confirm_designation
from heritage.services.historic_buildings import document_building, nominate_building
from heritage.services.recording_fates import record_component_loss, record_destruction


def make_designations(site: HeritageSite, rows: Sequence[Item], writer: str) -> None:
    """Make the moves in the order of the file; each of the later ones is of the newest designation."""
    for row in rows:
        designation = MOVES[row["move"]](site, row, person(writer))
        if "confirmed_by" in row:
            confirm_designation(designation=designation, by=person(row["confirmed_by"]))


def _newest(site: HeritageSite) -> Designation:
    return site.designations.latest("pk")


def _scheme(row: Item) -> Scheme:
    return Scheme.objects.get(key=row["scheme"])


def _announce(site: HeritageSite, row: Item, by: User) -> Designation:
    return announce_designation(
        site=site,
        scheme=_scheme(row),
        level=row["level"],
        decree=decree(row["decree"]),
        name_as_listed=site.name_zh,
        batch=row["batch"],
        by=by,
    ).designation


def _raise(site: HeritageSite, row: Item, by: User) -> Designation:
    return raise_level(
        designation=_newest(site),
        level=row["level"],
        scheme=_scheme(row),
        decree=decree(row["decree"]),
        batch=row["batch"],
        by=by,
    ).designation


def _lose_component(site: HeritageSite, row: Item, by: User) -> Designation:
    return record_component_loss(
        designation=_newest(site),
        component=site.components.get(name_zh=row["component"]),
        happened_edtf=row["happened_edtf"],
        cause=row["cause"],
        evidence=document("evidence"),
        by=by,
    )


def _destroy(site: HeritageSite, row: Item, by: User) -> Designation:
    return record_destruction(
        designation=_newest(site),
        happened_edtf=row["happened_edtf"],
        cause=row["cause"],
        evidence=document("evidence"),
        by=by,
    )


def _report(site: HeritageSite, row: Item, by: User) -> Designation:
    """Take a designation over from a report, its level and standing still to be verified."""
    return Designation.objects.create(
        site=site,
        scheme=_scheme(row),
        level=row["level"],
        status=row["status"],
        decree=decree(row["decree"]),
        name_as_listed=site.name_zh,
        origin=Origin.REPORTED,
        entered_by=by,
    )


def _nominate(site: HeritageSite, row: Item, by: User) -> Designation:
    return nominate_building(
        site=site, scheme=_scheme(row), name_as_listed=site.name_zh, grounds=row["grounds"], by=by
    )


def _document(site: HeritageSite, row: Item, by: User) -> Designation:
    """File the marker and the archive; one file of the training county stands for all parts."""
    archive = {kind.value: document(row["file"]) for kind in PaperKind}
    documented_on = date.fromisoformat(row["documented_on"])
    return document_building(designation=_newest(site), documented_on=documented_on, archive=archive, by=by)


MOVES: dict[str, Callable[[HeritageSite, Item, User], Designation]] = {
    "announce": _announce,
    "publish": _announce,
    "raise": _raise,
    "lose_component": _lose_component,
    "destroy": _destroy,
    "reported": _report,
    "nominate": _nominate,
    "document": _document,
}

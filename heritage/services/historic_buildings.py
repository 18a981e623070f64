"""Historic buildings 历史建筑: nominating, publishing, documenting, relocating and demolishing with approval."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from accounts.models import User
from heritage.lifecycles import status
from heritage.lifecycles.historic_buildings import CANDIDATE, HISTORIC_BUILDING
from heritage.lifecycles.papers import Papers
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import Component, Decree, Designation, HeritageSite, Scheme
from heritage.models.designations import SchemeStanding
from heritage.services.announcing import Announced, announce_designation, require_of_site
from heritage.services.moving import (
    candidacy_of,
    locked_designation,
    locked_site,
    refusal_without_row,
    require_fate,
    require_row,
    write_down,
)
from heritage.services.recording_fates import record_fate
from media.models import Attachment

NOMINATE, PUBLISH, DOCUMENT, RELOCATE, DEMOLISH = "nominate", "publish", "document", "relocate", "demolish"


@transaction.atomic
def nominate_building(
    *,
    site: HeritageSite,
    component: Component | None = None,
    scheme: Scheme,
    name_as_listed: str,
    grounds: str,
    by: User,
) -> Designation:
    """Put a site or component forward as a historic building. It is in force and public in nothing by that.

    UnlawfulMoveError where it is a relic or a historic building, or was put forward before.
    """
    site = locked_site(site)
    require_of_site(component, site)
    move, table = str(status.MOVES[NOMINATE]), status.CANDIDACY
    if scheme.standing != SchemeStanding.HISTORIC_BUILDING:
        needed = str(SchemeStanding.HISTORIC_BUILDING.label)
        raise UnlawfulMoveError(Refusal(move, str(scheme), needed, str(HISTORIC_BUILDING.article)))
    found = candidacy_of(site, component)
    papers = Papers(site=site, by=by, name_as_listed=name_as_listed.strip(), cause=grounds.strip())
    row = table.find(origin=found, target=CANDIDATE)
    if row is None:
        raise UnlawfulMoveError(refusal_without_row(table, NOMINATE, found=found))
    require_row(row, papers, found=table.label_of(found))
    candidate = Designation.objects.create(
        site=site,
        component=component,
        scheme=scheme,
        name_as_listed=papers.name_as_listed,
        status=row.target,
        entered_by=by,
    )
    write_down(candidate, row.move, papers)
    return candidate


@transaction.atomic
def publish_candidate(
    *,
    designation: Designation,
    decree: Decree,
    name_as_listed: str = "",
    batch: str = "",
    list_number: str = "",
    by: User,
) -> Announced:
    """Publish a candidate by the decree of the city or county (名城条例 47); it is told once confirmed again."""
    designation = locked_designation(designation)
    name = name_as_listed.strip() or designation.name_as_listed
    papers = Papers(site=designation.site, by=by, decree=decree, batch=batch, name_as_listed=name)
    require_fate(designation, PUBLISH, papers)
    return announce_designation(
        site=designation.site,
        component=designation.component,
        scheme=designation.scheme,
        decree=decree,
        name_as_listed=name,
        batch=batch,
        list_number=list_number,
        by=by,
    )


@transaction.atomic
def document_building(
    *, designation: Designation, documented_on: date, archive: Mapping[str, Attachment], by: User
) -> Designation:
    """Record that the building is marked and its archive complete (名城条例 32).

    `archive`: the files by the values of `PaperKind`; all of them are needed.
    """
    designation = locked_designation(designation)
    papers = Papers(
        site=designation.site, by=by, happened_edtf=documented_on.isoformat(), archive=dict(archive)
    )
    return record_fate(designation, DOCUMENT, papers)


@transaction.atomic
def relocate_building(
    *,
    designation: Designation,
    decree: Decree,
    application: Attachment | None,
    consent: Attachment | None,
    public_interest: str,
    happened_edtf: str,
    new_place: str,
    by: User,
) -> Designation:
    """Record that it was moved by the approval of the province's protection department (名城条例 34).

    `application`: that of the planning department together with the relics department. `consent`: that of the
    relics department beside who approves. It stays in force and keeps its number.
    """
    designation = locked_designation(designation)
    papers = Papers(
        site=designation.site,
        by=by,
        decree=decree,
        evidence=application,
        consent=consent,
        cause=public_interest.strip(),
        happened_edtf=happened_edtf,
        new_place=new_place.strip(),
    )
    return record_fate(designation, RELOCATE, papers)


@transaction.atomic
def demolish_building(
    *,
    designation: Designation,
    decree: Decree,
    application: Attachment | None,
    consent: Attachment | None,
    public_interest: str,
    happened_edtf: str,
    second: User | None,
    by: User,
) -> Designation:
    """Record that it was taken down by the same approval (名城条例 34); two people answer for the entry."""
    designation = locked_designation(designation)
    papers = Papers(
        site=designation.site,
        by=by,
        decree=decree,
        evidence=application,
        consent=consent,
        cause=public_interest.strip(),
        happened_edtf=happened_edtf,
        second=second,
    )
    return record_fate(designation, DEMOLISH, papers)

"""Two divisions with the same rows, and somebody of every role. Titles carry a mark to be searched for."""

from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime

from django.contrib.auth.models import AnonymousUser
from wagtail.models import WorkflowState
from wagtail.search.index import insert_or_update_object

from accounts.models import User
from heritage.models import (
    AreaPlan,
    Component,
    Decree,
    Designation,
    Division,
    Enterprise,
    FiledPlan,
    Find,
    FulfilledDuty,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    Intervention,
    Nomination,
    NotEntered,
    Organisation,
    Parcel,
    QualityFlag,
    ReceivingZone,
    RecognitionMove,
    RedevelopmentProject,
    RelocationCase,
    RemediationProject,
    RetainedBuilding,
    Scheme,
    SiteMerge,
    Source,
    Survey,
    Zone,
)
from heritage.models.scoped import ScopedModel
from media.models import Attachment, Photograph
from tests.factories import (
    SiteFactory,
    SourceFactory,
    approval_workflow,
    attachment,
    drafted_site,
    make_divisions,
    name_of,
    officer,
    photograph,
    superuser,
)

OWN, FOREIGN = "220202", "220303"
#: role → where it is held; what it may do to a row of the own division
ROLES = {
    "anonymous": (None, set()),
    "surveyor": ("220202", {"read", "change"}),
    "county_officer": ("220202", {"read", "change", "decide"}),
    "city_reviewer": ("220200", {"read", "change"}),
    "administrator": ("220200", {"read", "change", "delete", "publish", "lock"}),
    "provincial_reviewer": ("220000", {"read", "change"}),
    "editor": ("220000", {"read"}),
    "foreign_reviewer": ("220300", {"read", "change"}),
    "superuser": (None, {"read", "change", "delete", "publish", "lock", "decide"}),
}


@dataclass
class Rows:
    """What one division holds. Every title begins with `zq`, which a search finds; no two end alike."""

    division: Division
    site: HeritageSite  # published, with a newer draft that is being approved
    draft: HeritageSite
    source: Source
    photograph: Photograph
    attachment: Attachment
    component: Component
    enterprise: Enterprise
    area: IndustrialArea
    project: HeritageProject
    decree: Decree
    organisation: Organisation
    survey: Survey
    plan: AreaPlan
    zone: ReceivingZone
    case: RelocationCase
    remediation: RemediationProject
    redevelopment: RedevelopmentProject
    designation: Designation
    recognition_move: RecognitionMove
    nomination: Nomination
    intervention: Intervention
    find: Find
    fulfilled: FulfilledDuty
    drawn: Zone
    flag: QualityFlag
    merge: SiteMerge
    filed: FiledPlan
    parcel: Parcel
    building: RetainedBuilding
    approvals: dict[str, WorkflowState]
    tokens: list[str] = field(default_factory=list)

    def by_kind(self) -> dict[str, ScopedModel]:
        """Every row but the site by its name here."""
        rows = {row.name: getattr(self, row.name) for row in fields(self)}
        return {name: row for name, row in rows.items() if isinstance(row, ScopedModel) and name != "site"}


TITLES = (
    *(
        "live",
        "newer",
        "other",
        "draft",
        "source",
        "photo",
        "paper",
        "component",
        "enterprise",
        "area",
        "project",
    ),
    *("decree", "organisation", "plan", "zone", "remediation", "redevelopment", "listed", "unseen"),
    *("application", "found", "fulfilled", "drawn"),
    *("filed", "parcel", "applicant"),
    *("doubt", "merged"),
)


def make_rows(division: Division) -> Rows:
    """Make the rows of a division, submitted by a surveyor of that division."""
    titles = {key: f"zq {key}{division.code}" for key in TITLES}
    writer = officer("surveyor", division)
    collection = division.collection
    source = SourceFactory(title=titles["source"], collection=collection)
    site = SiteFactory(division=division, name_zh=titles["live"], source=source)
    name_of(site, titles["other"])
    picture = photograph(titles["photo"], collection, on=site, uploaded_by_user=writer)
    paper = attachment(titles["paper"], collection, uploaded_by_user=writer)
    workflow = approval_workflow()
    site, approval = in_approval(site, writer, workflow, name_zh=titles["newer"])
    draft = drafted_site(division=division, name_zh=titles["draft"], by=writer)
    records = {
        "component": Component(site=site, name_zh=titles["component"]),
        "enterprise": Enterprise(division=division, name_zh=titles["enterprise"], slug=f"e{division.code}"),
        "area": IndustrialArea(division=division, name_zh=titles["area"], slug=f"a{division.code}"),
        "project": HeritageProject(
            division=division, name_zh=titles["project"], slug=f"p{division.code}", kind="museum"
        ),
    }
    approvals = {"site": approval}
    for name, row in records.items():
        row.save()
        type(row).citations.rel.related_model.objects.create(**{row.record_kind: row}, source=source)
        records[name], approvals[name] = in_approval(row, writer, workflow)
    others = papers_and_works(division, site, records, titles)
    others |= evidence(others["case"], records["component"], titles)
    others |= four_haves(others["designation"], writer, titles)
    others |= works_on(site, writer, titles)
    others |= doubts(site, writer, titles)
    rows = Rows(division, site, draft, source, picture, paper, **records, **others, approvals=approvals)
    for row in (site, draft, source, picture, paper, *records.values()):
        insert_or_update_object(row)
    rows.tokens = [title.removeprefix("zq ") for title in titles.values()]
    return rows


def in_approval(record, writer, workflow, **newer) -> tuple:
    """Publish the record, save a newer draft and submit it."""
    model = type(record)
    record = model.objects.get(pk=record.pk)
    record.save_revision(user=writer, log_action=True).publish()
    record = model.objects.get(pk=record.pk)
    for name, value in newer.items():
        setattr(record, name, value)
    record.save_revision(user=writer, log_action=True)
    record = model.objects.get(pk=record.pk)
    return record, workflow.start(record, writer)


def papers_and_works(division: Division, site: HeritageSite, records: dict, titles: dict[str, str]) -> dict:
    """Make what hangs on the records and has no drafts."""
    collection, area = division.collection, records["area"]
    works = {"division": division, "area": area}
    decree = Decree.objects.create(collection=collection, document_number=titles["decree"], origin="reported")
    zone = ReceivingZone.objects.create(division=division, name_zh=titles["zone"], slug=f"z{division.code}")
    scheme, _made = Scheme.objects.get_or_create(
        key="relics", defaults={"label_zh": "文物保护单位", "label_en": "Relic", "standing": "relic"}
    )
    survey = Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )
    NotEntered.objects.create(survey=survey, what=titles["unseen"], reason="refused")
    return {
        "decree": decree,
        "organisation": Organisation.objects.create(
            collection=collection, name_zh=titles["organisation"], kind="department"
        ),
        "survey": survey,
        "plan": AreaPlan.objects.create(area=area, title=titles["plan"]),
        "zone": zone,
        "case": RelocationCase.objects.create(enterprise=records["enterprise"], from_area=area, to_zone=zone),
        "remediation": RemediationProject.objects.create(
            **works, name_zh=titles["remediation"], slug=f"r{division.code}", kind="soil"
        ),
        "redevelopment": RedevelopmentProject.objects.create(
            **works, name_zh=titles["redevelopment"], slug=f"d{division.code}"
        ),
        "nomination": Nomination.objects.create(site=site, applicant=titles["applicant"]),
        "designation": Designation.objects.create(
            site=site,
            scheme=scheme,
            level="county",
            status="in_force",
            name_as_listed=titles["listed"],
            batch="第一批",
            decree=decree,
        ),
    }


def works_on(site: HeritageSite, writer: User, titles: dict[str, str]) -> dict:
    """Make a step of its recognition, what is applied for, and what was found there during works."""
    intervention = Intervention.objects.create(
        site=site,
        kind="repair",
        title=titles["application"],
        applicant="公司",
        applied_on=date(2026, 5, 8),
        entered_by=writer,
    )
    reported_at = datetime(2026, 5, 9, 8, tzinfo=UTC)
    found = {"what": titles["found"], "reported_by": "公司", "reported_at": reported_at}
    return {
        "recognition_move": RecognitionMove.objects.create(
            subject=site, from_state="not_recorded", to_state="investigating", made_by=writer
        ),
        "intervention": intervention,
        "find": Find.objects.create(site=site, intervention=intervention, **found),
    }


def doubts(site: HeritageSite, writer: User, titles: dict[str, str]) -> dict:
    """Make a quality flag, and a second record that was merged into the first."""
    second = officer("surveyor", site.division)
    merged = drafted_site(division=site.division, name_zh=titles["merged"], by=writer)
    return {
        "flag": QualityFlag.objects.create(
            site=site,
            kind="no_evidence",
            field="designations",
            particulars={"rule": "no_paper", "designation": titles["doubt"]},
        ),
        "merge": SiteMerge.objects.create(
            kept=site, merged=merged, reason="同一厂址", made_by=writer, second=second
        ),
    }


def four_haves(designation: Designation, writer: User, titles: dict[str, str]) -> dict:
    """Make a duty that was done, and a zone that was drawn."""
    day, site, decree = date(2026, 5, 10), designation.site, designation.decree
    return {
        "fulfilled": FulfilledDuty.objects.create(
            designation=designation,
            duty="custodian",
            done_on=day,
            body=titles["fulfilled"],
            recorded_by=writer,
        ),
        "drawn": Zone.objects.create(
            site=site, kind="body", words=titles["drawn"], decree=decree, valid_from=day
        ),
    }


def evidence(case: RelocationCase, component: Component, titles: dict[str, str]) -> dict:
    """Make what the gates of the case are computed from."""
    plan = {"kind": "both", "title": titles["filed"], "filed_with": "环保局", "filed_on": date(2026, 5, 7)}
    return {
        "filed": FiledPlan.objects.create(case=case, file=attachment("方案", case.collection), **plan),
        "parcel": Parcel.objects.create(case=case, name=titles["parcel"]),
        "building": RetainedBuilding.objects.create(case=case, component=component),
    }


@dataclass
class World:
    own: Rows
    foreign: Rows
    divisions: dict[str, Division]

    def person(self, role: str):
        """Return somebody of the role; the anonymous visitor is nobody."""
        code, _actions = ROLES[role]
        if role == "superuser":
            return superuser()
        role = {"foreign_reviewer": "city_reviewer"}.get(role, role)
        return officer(role, self.divisions[code]) if code else AnonymousUser()


def make_world() -> World:
    divisions = make_divisions()
    return World(make_rows(divisions[OWN]), make_rows(divisions[FOREIGN]), divisions)

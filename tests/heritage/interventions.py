"""Rows for tests of interventions: a site of any legal identity, and applications in any state."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from heritage.lifecycles.identities import Identity
from heritage.lifecycles.rulings import ruling_of
from heritage.models import Component, Decree, Designation, Intervention, InterventionMove
from heritage.models.decrees import Authority
from heritage.models.interventions import InterventionState
from heritage.models.sites import Recognition
from media.models import Attachment
from tests.factories import attachment
from tests.heritage.designations import County, county, put

RECOGNITIONS = {
    Identity.UNPROTECTED: Recognition.NOT_RECORDED,
    Identity.UNDECIDED: Recognition.CLUE,
    Identity.RECOGNISED: Recognition.RECOGNISED,
}
#: From where on an opinion is on file, if one is asked for.
HEARD = set(InterventionState) - {InterventionState.DRAFT, InterventionState.SUBMITTED}


def place_of(identity: Identity) -> County:
    """A county with a site that is this in law."""
    place = county(RECOGNITIONS.get(identity, Recognition.RECOGNISED))
    if identity == Identity.TO_VERIFY:
        designation = put(place, "county")
        type(designation).objects.update(status="to_verify", level="unknown", origin="reported")
    elif identity not in RECOGNITIONS:
        put(place, identity.value)
    return place


def application(place: County, kind: str, state: str = "draft", **values: Any) -> Intervention:
    """An application in a state, with the identity and the authority that its submission stored."""
    given = {
        "site": place.site,
        "kind": kind,
        "title": "锅炉房修缮",
        "description": "原址保护无法实施",
        "applicant": "测试公司",
        "applied_on": timezone.localdate(),
        "application": attachment("申请书", place.site.collection),
        "entered_by": place.clerk,
    }
    row = Intervention.objects.create(**{**given, **values})
    stand(row, state, by=place.clerk, identity=values.get("level", "county"))
    return row


def stand(row: Intervention, state: str, *, by, identity: str) -> None:
    """Bring an application into a state without the service; an opinion that is asked for agrees."""
    row.moves.all().delete()
    ruling = ruling_of(row.kind, identity)
    is_draft = state == InterventionState.DRAFT
    row.state, row.level = state, "" if is_draft else identity
    row.authority = "" if is_draft or ruling is None else ruling.authority
    row.save()
    if ruling and ruling.heard and state in HEARD:
        move = {"subject": row, "from_state": "submitted", "to_state": "superior_opinion", "made_by": by}
        InterventionMove.objects.create(**move, is_agreed=True, happened_on=timezone.localdate())


@dataclass
class Papers:
    """Papers that satisfy every need of every step; decrees and the file are made once."""

    place: County
    decrees: dict[str, Decree] = field(default_factory=dict)
    file: Attachment | None = None

    def decree(self, authority: str) -> Decree:
        if authority not in self.decrees:
            self.decrees[authority] = self.place.decree(authority)
        return self.decrees[authority]

    def complete(self, authority: str = Authority.OTHER) -> dict[str, Any]:
        self.file = self.file or attachment("测试报告", self.place.site.collection)
        return {
            "decree": self.decree(authority),
            "report": self.file,
            "approval": self.file,
            "receipt": self.file,
            "receiver": "市博物馆",
            "body": "测试单位",
            "licence": "测试证书1号",
            "conditions": "保留外墙",
            "happened_on": timezone.localdate(),
            "is_agreed": True,
        }


def designate(place: County, component: Component, level: str) -> Designation:
    """Give a component an identity of its own beside that of its site."""
    given = {"site": place.site, "scheme": place.scheme_of(level), "decree": place.decree_for(level)}
    return Designation.objects.create(
        **given,
        component=component,
        level=level,
        status="in_force",
        batch="第一批",
        name_as_listed=component.name_zh,
        entered_by=place.clerk,
    )

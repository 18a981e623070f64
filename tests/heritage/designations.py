"""Rows for tests of designations: a county with its people, a site, schemes, decrees of any authority."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.status import DECIDING
from heritage.models import Component, Decree, Designation, DesignationMove, HeritageSite, Scheme
from heritage.models.decrees import Authority
from heritage.models.designations import DesignationStatus, SchemeStanding
from heritage.models.sites import Recognition
from heritage.services.announcing import Announced, announce_designation
from media.models import Attachment
from tests.factories import SiteFactory, attachment, make_divisions, officer

TODAY = date(2026, 11, 25)
_numbers = count(1)


@dataclass
class County:
    """Changyi District: who enters, who reviews, and where."""

    site: HeritageSite
    clerk: User
    reviewer: User
    schemes: dict[str, Scheme]

    def decree(self, authority: str = "", **values: Any) -> Decree:
        """A complete decree of today, newer than the record of the site."""
        complete = {
            "document_number": f"测试文〔2026〕{next(_numbers)}号",
            "issued_by_words": "测试机关",
            "announced_on": timezone.localdate(),
            "authority": authority,
        }
        return Decree.objects.create(collection=self.site.collection, **{**complete, **values})

    def decree_for(self, state: str, **values: Any) -> Decree:
        """A complete decree of the authority that decides on a level, or on a historic building."""
        deciding = {**DECIDING, SchemeStanding.HISTORIC_BUILDING: (Authority.CITY_GOVERNMENT,)}
        return self.decree(**{"authority": deciding[state][0], **values})

    def older(self) -> date:
        """A day before the site was entered here."""
        return timezone.localdate(self.site.created_at) - timedelta(days=1)

    def scheme_of(self, state: str) -> Scheme:
        return self.schemes.get(state, self.schemes[SchemeStanding.RELIC])

    def announce(self, state: str, *, decree: Decree | None = None, **values: Any) -> Announced:
        """Announce the site at a level, or as a historic building, with full papers."""
        given = {
            "site": self.site,
            "scheme": self.scheme_of(state),
            "level": "" if state in self.schemes else state,
            "decree": decree or self.decree_for(state),
            "name_as_listed": self.site.name_zh,
            "batch": "第一批",
            "by": self.clerk,
        }
        return announce_designation(**{**given, **values})

    def component(self, **values: Any) -> Component:
        return Component.objects.create(site=self.site, name_zh="锅炉房", **values)

    def evidence(self) -> Attachment:
        return attachment("现场记录", self.site.collection)

    def statuses(self) -> list[tuple[str, str]]:
        """Level (or standing) and status of every designation of the site, oldest first."""
        rows = Designation.objects.filter(site=self.site).select_related("scheme").order_by("pk")
        return [(row.level or row.scheme.standing, row.status) for row in rows]


def county(recognition: str = Recognition.RECOGNISED) -> County:
    """A county with a clerk who enters, an officer who reviews, and a site of the given recognition."""
    divisions = make_divisions()
    district = divisions["220202"]
    schemes = {
        standing: Scheme.objects.create(key=standing, label_zh=label, label_en=standing, standing=standing)
        for standing, label in {
            SchemeStanding.RELIC: "文物保护单位",
            SchemeStanding.HISTORIC_BUILDING: "历史建筑",
            SchemeStanding.AREA: "历史文化街区",
            SchemeStanding.DEPARTMENTAL: "国家工业遗产",
            SchemeStanding.HONORARY: "中国工业遗产保护名录",
        }.items()
    }
    return County(
        site=SiteFactory(division=district, recognition=recognition),
        clerk=officer("surveyor", district),
        reviewer=officer("county_officer", district),
        schemes=schemes,
    )


def clear() -> None:
    """Forget all designations."""
    Designation.objects.update(superseded_by=None)
    Designation.objects.all().delete()


def put(place: County, state: str) -> Designation | None:
    """Bring the site into a state of the identity table without the services; None for no identity."""
    if state in Recognition.values:
        HeritageSite.objects.filter(pk=place.site.pk).update(recognition=state)
        place.site.refresh_from_db()
        return None
    status = state if state in DesignationStatus.values else DesignationStatus.IN_FORCE
    level = state if state in DECIDING else ("" if state in place.schemes else "county")
    return Designation.objects.create(
        site=place.site,
        scheme=place.scheme_of(state),
        level=level,
        status=status,
        name_as_listed=place.site.name_zh,
        batch="第一批",
        decree=place.decree("county_government"),
        entered_by=place.clerk,
    )


def refused(action, **values) -> str:
    """The refusal of a call that must be refused; what was there is still there."""
    before = list(Designation.objects.order_by("pk").values()), DesignationMove.objects.count()
    with pytest.raises(UnlawfulMoveError) as error:
        action(**values)
    assert (list(Designation.objects.order_by("pk").values()), DesignationMove.objects.count()) == before
    return str(error.value)

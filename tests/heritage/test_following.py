"""What follows a site to another division, and what stays where it belongs."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heritage.models import (
    Component,
    Designation,
    Find,
    FulfilledDuty,
    HeritageSite,
    InterventionMove,
    Nomination,
    ProtectionMeasure,
    QualityFlag,
    SiteMerge,
    Survey,
    Zone,
)
from heritage.models.fulfilled_duties import DutyKey
from heritage.models.interventions import InterventionKind
from heritage.models.quality_flags import FlagKind
from heritage.models.scoped import ScopedModel
from heritage.models.zones import ZoneKind
from heritage.services.following import FOLLOWING, STAYING
from heritage.services.following_files import NAMING, relations_to_documents
from heritage.services.transferring import transfer_site
from media.models import Attachment
from tests.factories import SiteFactory, attachment
from tests.heritage.designations import County, county
from tests.heritage.interventions import application

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)


def test_every_model_that_names_a_site_or_what_follows_it_is_moved_or_stays_for_a_reason():
    subjects = {HeritageSite, *FOLLOWING}
    naming = {
        model.__name__
        for model in apps.get_app_config("heritage").get_models()
        if issubclass(model, ScopedModel)
        and any(field.related_model in subjects for field in (*model._meta.fields, *model._meta.many_to_many))
    }
    assert naming == {model.__name__ for model in FOLLOWING} | set(STAYING)
    assert [model for model in FOLLOWING if model.__name__ in STAYING] == []


#: Models whose documents stay where they are: papers of a case, of an area, of the province, and shared ones.
PAPERS_THAT_STAY = {
    "AreaPlan",
    "Decree",
    "FiledPlan",
    "CaseMove",
    "ParcelMove",
    "BuildingMove",
    "PolicyProgress",
}


def test_every_relation_to_a_document_goes_along_or_is_of_a_paper_that_stays():
    going = {
        relation for relation in relations_to_documents() if relation[0].__name__ not in PAPERS_THAT_STAY
    }
    assert going == set(NAMING)


def test_a_document_goes_along_when_rows_of_the_site_alone_name_it():
    place = county()
    site, other = place.site, SiteFactory(division=place.site.division)
    own, shared, paper, _loose = (attachment(title, site.collection) for title in ("甲", "乙", "丙", "丁"))
    provincial = attachment("戊", site.division.parent.parent.collection)
    row = application(place, InterventionKind.REPAIR, application=own)
    application(place, InterventionKind.REPAIR, application=shared)
    application(place, InterventionKind.REPAIR, application=shared, site=other)
    InterventionMove.objects.create(
        subject=row,
        from_state="draft",
        to_state="submitted",
        report=paper,
        approval=provincial,
        made_by=place.clerk,
    )
    place.decree("county_government", file=paper)
    transfer_site(site=site, to=type(site.division).objects.get(code="220303"), by=None)
    files = {file.title: file.collection.division.code for file in Attachment.objects.exclude(title="申请书")}
    assert files == {"甲": "220303", "乙": "220202", "丙": "220202", "丁": "220202", "戊": "220000"}


def hang_on(place: County, site: HeritageSite) -> None:
    """One row of every model that follows a site."""
    decree = place.decree("county_government")
    other = SiteFactory(division=site.division)
    Component.objects.create(site=site, name_zh="锅炉房")
    Survey.objects.create(
        site=site, surveyed_on=TODAY, purpose="census", surveyors="甲", observations="墙体开裂"
    )
    designation = Designation.objects.create(
        site=site, scheme=place.scheme_of("county"), level="county", batch="第一批", decree=decree
    )
    zone = Zone.objects.create(
        site=site,
        designation=designation,
        kind=ZoneKind.PROTECTION,
        words="东至厂墙",
        decree=decree,
        valid_from=TODAY,
    )
    FulfilledDuty.objects.create(
        designation=designation, duty=DutyKey.MARKER, done_on=TODAY, zone=zone, recorded_by=place.clerk
    )
    intervention = application(place, InterventionKind.REPAIR, site=site)
    Find.objects.create(
        site=site, intervention=intervention, what="地窖", reported_by="乙", reported_at=timezone.now()
    )
    Nomination.objects.create(site=site, applicant="厂", name_as_listed="厂", batch="第五批")
    ProtectionMeasure.objects.create(site=site, measure="原址保护", decree=decree)
    QualityFlag.objects.create(site=site, kind=FlagKind.RESEMBLES, other=other)
    SiteMerge.objects.create(
        kept=site, merged=other, reason="重复", made_by=place.clerk, second=place.reviewer
    )


def jurisdictions(site: HeritageSite) -> dict[str, set[str]]:
    """The divisions in which the rows of each model are read."""
    return {
        model.__name__: set(
            model._default_manager.filter(**{way: site.pk}).values_list(
                "collection__division__code", flat=True
            )
        )
        for model, way in FOLLOWING.items()
    }


def test_all_that_hangs_on_a_site_is_of_its_new_division_and_nothing_of_another_site():
    place = county()
    moving, staying = place.site, SiteFactory(division=place.site.division)
    for site in (moving, staying):
        hang_on(place, site)
    to = type(moving.division).objects.get(code="220303")
    transfer_site(site=moving, to=to, by=None)
    assert jurisdictions(moving) == {model.__name__: {"220303"} for model in FOLLOWING}
    assert jurisdictions(staying) == {model.__name__: {"220202"} for model in FOLLOWING}
    assert {row.division.code for row in moving.components.all()} == {"220303"}


def test_a_site_with_many_rows_is_moved_in_as_many_queries_as_one_with_few():
    place = county()
    divisions = [type(place.site.division).objects.get(code=code) for code in ("220303", "220202")]
    hang_on(place, place.site)
    few, many = [], []
    for to, queries in zip(divisions, (few, many), strict=True):
        with CaptureQueriesContext(connection) as asked:
            transfer_site(site=HeritageSite.objects.get(pk=place.site.pk), to=to, by=None)
        queries.extend(asked.captured_queries)
        for number in range(5):
            Component.objects.create(site=place.site, name_zh=f"车间{number}")
    assert len(few) == len(many)

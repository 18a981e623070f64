"""What the sources say of one statement stands side by side, and beside it what the record says."""

import pytest
from django.urls import reverse

from heritage.claims import Claim, Statement, statements_with_claims
from heritage.models import Division, HeritageSite, SiteCitation
from tests.factories import SiteFactory, SourceFactory, make_divisions, name_of, officer
from tests.officers import browser, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> HeritageSite:
    return SiteFactory(division=make_divisions()["220202"], source=False)


def cite(site: HeritageSite, statement: str, claim: str, **values) -> None:
    collection = values.pop("collection", site.collection)
    source = SourceFactory(
        collection=collection, **{"title": "市志", "reference": "卷一", "confidence": "medium"} | values
    )
    SiteCitation.objects.create(site=site, source=source, statement=statement, claim=claim, sort_order=0)


def test_claims_that_differ_stand_side_by_side_with_what_the_record_says(site):
    cite(site, "dating", "1933年建成")
    cite(
        site, "dating", "1934年建成", title="厂史", reference="内部", confidence="low", basis="own_knowledge"
    )
    reader = officer("county_officer", site.division)
    assert statements_with_claims(fresh(site), reader) == [
        Statement(
            label="年代",
            said="1933年",
            claims=(
                Claim("1933年建成", "市志", "卷一", "", "中", False),
                Claim("1934年建成", "厂史", "内部", "", "低", True),
            ),
        )
    ]


def test_only_claims_that_differ_otherwise_than_in_blanks_are_disputed_and_they_come_first(site):
    for statement, claims in (("theme", ("工业", " 工业 ")), ("description", ("红砖", "青砖"))):
        for claim in claims:
            cite(site, statement, claim)
    found = statements_with_claims(fresh(site), officer("county_officer", site.division))
    assert [(row.said, row.is_disputed) for row in found] == [("红砖厂房，木屋架。", True), ("", False)]


def test_a_claim_about_a_name_is_beside_that_name(site):
    name = name_of(site, "大同洋灰", sort_order=0)
    cite(site, name.statement, "1934年改名")
    found = statements_with_claims(fresh(site), officer("county_officer", site.division))
    assert [row.said for row in found] == ["大同洋灰"]


def test_a_source_of_another_jurisdiction_is_not_named(site):
    foreign = Division.objects.get(code="220303").collection
    cite(site, "dating", "1935年", title="外地档案", collection=foreign)
    found = statements_with_claims(fresh(site), officer("county_officer", site.division))
    assert [claim.source for row in found for claim in row.claims] == [""]


def test_the_screen_shows_the_claims(site):
    cite(site, "dating", "1933年建成")
    cite(site, "dating", "1934年建成")
    reader = officer("county_officer", site.division)
    shown = browser(reader).get(reverse("heritage_site_claims", args=[site.pk])).content.decode()
    assert [word for word in ("1933年建成", "1934年建成") if word not in shown] == []

"""Two records of one thing, furnished and made one, for tests."""

from datetime import date

from django.utils import timezone

from accounts.models import User
from heritage.models import (
    Division,
    Find,
    HeritageSite,
    Intervention,
    Nomination,
    ProtectionMeasure,
    RedevelopmentProject,
    RemediationProject,
    SiteMerge,
    Survey,
    Zone,
)
from heritage.services.merging import merge_sites
from tests.factories import drafted_site, officer, published_site
from tests.inventory import component_of, decree, designation, enterprise_in, project_in

#: What `furnish` hangs on a site, by the names of the relations.
FURNISHED = (
    *("components", "surveys", "designations", "zones", "interventions", "finds", "nominations"),
    *("protection_measures", "parts", "enterprises", "projects"),
    *("remediationprojects", "redevelopmentprojects"),
)


def two_people(divisions: dict[str, Division]) -> tuple[User, User]:
    """Who asks for the merge, and the reviewer who answers for it too."""
    return officer("surveyor", divisions["220202"]), officer("city_reviewer", divisions["220200"])


def two_records(division: Division) -> tuple[HeritageSite, HeritageSite]:
    """The record that is kept, and a second one of the same works; both public."""
    kept = published_site(division=division, name_zh="哈达湾水泥厂旧址", description_zh="红砖厂房。")
    merged = published_site(division=division, name_zh="吉林水泥厂旧址", name_en="Jilin Cement Works")
    return kept, merged


def merge(pair, people, **values) -> SiteMerge:
    given = {"reason": "同一处厂址登记了两次", "picks": {}, "by": people[0], "second": people[1]}
    return merge_sites(kept=pair[0], merged=pair[1], **given | values)


def furnish(site: HeritageSite) -> dict[str, object]:
    """Hang one of everything on a site; by the names of the relations."""
    component = component_of(site, "回转窑")
    paper = decree(site.collection)
    survey = Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )
    survey.components.set([component])
    survey.save()
    works = {"division": site.division, "name_zh": "治理"}
    remediation = RemediationProject.objects.create(**works, slug="soil", kind="soil")
    redevelopment = RedevelopmentProject.objects.create(**works, slug="houses")
    for row in (remediation, redevelopment):
        row.sites.add(site)
    return {
        "components": component,
        "surveys": survey,
        "designations": designation(site, decree=paper, level="county"),
        "zones": Zone.objects.create(
            site=site, kind="protection", words="四至", decree=paper, valid_from=date(2014, 1, 1)
        ),
        "interventions": Intervention.objects.create(
            site=site,
            kind="repair",
            title="修缮",
            applicant="水泥公司",
            applied_on=date(2026, 4, 1),
            entered_by=officer("surveyor", site.division),
        ),
        "finds": Find.objects.create(
            site=site, what="窖藏", reported_by="施工单位", reported_at=timezone.now()
        ),
        "nominations": Nomination.objects.create(site=site, applicant="水泥公司"),
        "protection_measures": ProtectionMeasure.objects.create(site=site, measure="原址保护", decree=paper),
        "parts": drafted_site(division=site.division, name_zh="水泥厂办公楼", parent=site),
        "enterprises": enterprise_in(site.division, site),
        "projects": project_in(site.division, site),
        "remediationprojects": remediation,
        "redevelopmentprojects": redevelopment,
    }


def hanging_on(site: HeritageSite) -> dict[str, list[int]]:
    """The keys of everything that hangs on a site, by the names of the relations."""
    return {name: list(getattr(site, name).order_by("pk").values_list("pk", flat=True)) for name in FURNISHED}

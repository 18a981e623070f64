"""A candidate for a historic building and a nomination with a token in everything: all of it is internal."""

from datetime import date

from heritage.models import AnnualReport, DesignationMove, DesignationPaper, Nomination, NominationMove
from tests.factories import attachment, superuser
from tests.inventory import designation, scheme


def canary_lists(site) -> None:
    paper = attachment("zqxlistpaper", site.collection)
    maker = superuser(full_name="zqxlistmaker")
    building = scheme("building", label_zh="历史建筑", standing="historic_building")
    candidate = designation(
        site, scheme=building, level="", status="candidate", name_as_listed="zqxcandidate", decree=None
    )
    moved = {"cause": "zqxgrounds", "made_by": maker, "second": maker}
    move = DesignationMove.objects.create(
        designation=candidate, move="nominate", to_status="candidate", **moved
    )
    DesignationPaper.objects.create(move=move, kind="marker", file=paper)
    nomination = Nomination.objects.create(
        site=site,
        applicant="zqxapplicant",
        name_as_listed="zqxnominated",
        core_items_words="zqxcoreitems",
        batch="zqxbatch",
        note="zqxnominationnote",
        state="designated",
    )
    NominationMove.objects.create(
        subject=nomination,
        to_state="zqxstate",
        report=paper,
        body="zqxjury",
        reason="zqxwords",
        made_by=maker,
    )
    AnnualReport.objects.create(nomination=nomination, year=2025, submitted_on=date(2026, 1, 5), file=paper)

"""The dated statements of the sample: its events and designations against the file."""

from collections import Counter

from django.utils import timezone

from heritage.dating import bounds
from heritage.disclosure import disclose, public_sites
from heritage.exchange.sample_events import EVENTS
from heritage.models import Decree, Designation, SiteEvent, Source
from heritage.models.designations import EXCLUSIVE, IN_FORCE
from tests.sample_data import ITEMS

LEVELS = ("national", "province", "city", "county", "registered", "unknown")


def test_every_event_of_the_file_is_an_event_of_its_site_with_its_date_and_sources(loaded):
    def sources_of(event):
        cited = event.site.citations.filter(statement=event.statement)
        return [(citation.source.key, citation.confidence) for citation in cited]

    events = SiteEvent.objects.order_by("site__pk", "sort_order").select_related("site")
    assert [
        (
            event.site.sample_key,
            (event.kind, event.words_zh, event.words_en),
            (event.earliest_on, event.latest_on),
            sources_of(event),
        )
        for event in events
    ] == [
        (
            item["id"],
            EVENTS[row["event"]],
            bounds(row["edtf"]),
            [(key, row["confidence"]) for key in row["source_keys"]],
        )
        for item in ITEMS
        for row in item["dates"]
    ]


def test_no_event_mapping_is_there_that_the_file_does_not_use():
    assert set(EVENTS) == {row["event"] for item in ITEMS for row in item["dates"]}


def test_events_of_own_knowledge_alone_are_known_by_their_citation(loaded):
    own = {
        (event.site.sample_key, event.period_edtf)
        for event in SiteEvent.objects.select_related("site")
        if all(
            citation.source.is_own_knowledge
            for citation in event.site.citations.filter(statement=event.statement)
        )
    }
    assert own == {
        (item["id"], row["edtf"]) for item in ITEMS for row in item["dates"] if row["source_keys"] == ["own"]
    }
    assert len(own) == 5


def test_no_event_or_document_number_of_own_knowledge_is_told(loaded):
    sites = {item["id"]: item for item in ITEMS}
    for site in public_sites():
        told = disclose(site)
        given = sites[site.sample_key]
        assert len(told.events) == sum(row["source_keys"] != ["own"] for row in given["dates"])
        assert sorted(row.decree.document_number for row in told.designations if row.decree) == sorted(
            "" if row.get("document_no_basis") else (row["document_no"] or "")
            for row in given["designations"]
            if row["document_no"] or row["date_edtf"] or row["announced_by"]
        )


def test_every_designation_is_kept_as_it_was_reported(loaded):
    designations = Designation.objects.order_by("site__pk", "pk").select_related("decree", "scheme", "site")
    assert [
        (
            row.site.sample_key,
            row.scheme.label_zh,
            row.level or row.level_words,
            (row.name_as_listed, row.batch, row.list_number, row.note),
            (row.status, row.origin, row.confidence),
            (
                (row.decree.document_number, row.decree.announced_edtf, row.decree.issued_by_words)
                if row.decree
                else ("", "", "")
            ),
            [citation.source.key for citation in row.citations.order_by("pk")],
        )
        for row in designations
    ] == [
        (
            item["id"],
            row["scheme"],
            row["level"],
            tuple(row.get(key) or "" for key in ("name_as_listed", "batch", "list_no", "note")),
            (row["status"], "reported", row["confidence"]),
            tuple(row[key] or "" for key in ("document_no", "date_edtf", "announced_by")),
            row["source_keys"],
        )
        for item in ITEMS
        for row in item["designations"]
    ]
    assert set(designations.exclude(level="").values_list("level", flat=True)) == set(LEVELS)


def test_designations_of_published_sites_are_confirmed_and_no_others(loaded):
    confirmed = set(Designation.objects.confirmed().values_list("site__sample_key", flat=True))
    assert confirmed == {
        item["id"] for item in ITEMS if item["designations"] and item["load_as"] == "published"
    }
    assert set(Designation.objects.values_list("confirmed_on", "confirmed_by")) == {
        (timezone.localdate(), None),
        (None, None),
    }


def test_what_is_to_be_verified_is_not_in_force(loaded):
    to_verify = Designation.objects.filter(status="to_verify")
    assert sorted(to_verify.values_list("site__sample_key", "level")) == [
        ("changchun-tractor-works", "registered"),
        ("nanling-waterworks", "unknown"),
    ]
    assert not to_verify.filter(status__in=IN_FORCE).exists()


def test_a_superseded_designation_names_the_higher_one(loaded):
    superseded = Designation.objects.filter(status="superseded").order_by("pk")
    assert list(superseded.values_list("site__sample_key", "level", "superseded_by__level")) == [
        ("dehui-orthodox-church", "county", "city"),
        ("fengman-mass-grave", "province", "national"),
    ]
    assert not Designation.objects.exclude(status="superseded").exclude(superseded_by=None).exists()


def test_one_paper_is_one_decree_and_papers_without_a_number_are_kept_apart(loaded):
    numbered = Decree.objects.exclude(document_number="").order_by("announced_on")
    assert [
        (
            decree.document_number,
            decree.is_number_own_knowledge,
            decree.announced_on.isoformat(),
            decree.issued_by.name_zh,
            decree.designations.count(),
        )
        for decree in numbered
    ] == [
        ("国发〔2001〕25号", True, "2001-06-25", "国务院", 1),
        ("国发〔2013〕13号", False, "2013-03-05", "国务院", 7),
        ("国发〔2019〕22号", True, "2019-10-07", "国务院", 4),
    ]
    unnumbered = Decree.objects.filter(document_number="")
    assert {decree.designations.count() for decree in unnumbered} == {1}
    assert unnumbered.count() == 32 - 12 - 1  # one designation names neither number, date nor body


def test_a_number_of_own_knowledge_is_cited_as_such(loaded):
    own = Source.objects.get(key="own")
    cited = Designation.objects.filter(citations__source=own, citations__statement="document_number")
    assert cited.count() == 5
    assert all(designation.decree.is_number_own_knowledge for designation in cited)


def test_a_decree_belongs_to_the_division_of_its_body(loaded):
    scoped = {
        (decree.issued_by.name_zh, decree.collection.name)
        for decree in Decree.objects.exclude(issued_by=None).select_related("issued_by", "collection")
    }
    assert scoped == {
        ("国务院", "220000 吉林省"),
        ("工业和信息化部", "220000 吉林省"),
        ("吉林省人民政府", "220000 吉林省"),
        ("长春市人民政府", "220100 长春市"),
        ("辽源市人民政府", "220400 辽源市"),
        ("中国石油", "220000 吉林省"),
    }


def test_at_most_one_legal_identity_of_a_site_is_in_force(loaded):
    in_force = Designation.objects.in_force().filter(scheme__standing__in=EXCLUSIVE)
    counts = Counter(in_force.values_list("site_id", flat=True))
    assert set(counts.values()) == {1}
    assert in_force.filter(is_exclusive=False).count() == 0

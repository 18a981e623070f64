"""Every rule of quality: a site that has what it looks for, and one that has not."""

from datetime import date
from typing import Any

import pytest

from heritage.quality.facts import (
    CitationFact,
    DecreeFact,
    DesignationFact,
    EventFact,
    NameFact,
    ReuseFact,
    ShapeFact,
    SiteFacts,
    Span,
    SurveyFact,
)
from heritage.quality.rules import RULES, findings_of

SQUARE = [[126.0, 43.0], [127.0, 43.0], [127.0, 44.0], [126.0, 44.0], [126.0, 43.0]]
OUTLINE = {"type": "Polygon", "coordinates": [SQUARE]}
LINE = {"type": "LineString", "coordinates": [[126.1, 43.1], [126.2, 43.2]]}
LINE_ELSEWHERE = {"type": "LineString", "coordinates": [[128.1, 43.1], [128.2, 43.2]]}


def years(first: int, last: int) -> Span:
    return Span(date(first, 1, 1), date(last, 12, 31), f"{first}–{last}")


def event(kind: str, first: int, last: int | None = None) -> EventFact:
    return EventFact(kind, f"{kind}-{first}", years(first, last or first))


def decree(*, number: bool = True, file: bool = True, announced: int = 2013) -> DecreeFact:
    return DecreeFact(7, "国发〔2013〕13号", number, file, Span.day(date(announced, 3, 5)))


def listed(paper: DecreeFact | None, superseded_by: Span | None = None) -> DesignationFact:
    return DesignationFact(5, "某厂旧址", paper, superseded_by or Span())


def site(**values: Any) -> SiteFacts:
    """A published site of 1933 in the outline of its division, with a source."""
    plain: dict[str, Any] = {
        "pk": 1,
        "collection_id": 1,
        "is_live": True,
        "division_code": "220202",
        "division_name": "昌邑区",
        "outline": OUTLINE,
        "dating": years(1933, 1935),
        "point": (126.5, 43.5),
        "citations": (CitationFact("", True),),
    }
    return SiteFacts(**plain | values)


#: rule → what it finds something wrong with, and what it does not
CASES: dict[str, tuple[dict, dict]] = {
    "no_source": ({"citations": (CitationFact("", False),)}, {"citations": (), "is_live": False}),
    "own_knowledge": (
        {"citations": (CitationFact("", True), CitationFact("dating", False))},
        {"citations": (CitationFact("dating", True), CitationFact("dating", False))},
    ),
    "no_paper": ({"designations": (listed(None),)}, {"designations": (listed(decree()),)}),
    "no_number": (
        {"designations": (listed(decree(number=False)),)},
        {"designations": (listed(decree()),)},
    ),
    "no_file": ({"designations": (listed(decree(file=False)),)}, {"designations": (listed(decree()),)}),
    "outside_division": ({"point": (126.5, 44.5)}, {"point": (126.5, 43.5)}),
    "outside_province": ({"outline": None, "point": (116.4, 39.9)}, {"outline": None}),
    "before_founding": (
        {"events": (event("founded", 1933), event("first_product", 1931, 1932))},
        {"events": (event("founded", 1933), event("first_product", 1931, 1933))},
    ),
    "built_before_begun": (
        {"events": (event("construction_start", 1934), event("completed", 1933))},
        {"events": (event("construction_start", 1934), event("completed", 1934))},
    ),
    "after_closing": (
        {"events": (event("closed", 1998), event("production_start", 1999))},
        {"events": (event("closed", 1998), event("closed", 2005), event("production_start", 1999))},
    ),
    "after_destruction": (
        {"events": (event("destroyed", 1998), event("extended", 1999))},
        {"events": (event("destroyed", 1998), event("extended", 1998))},
    ),
    "name_before_founding": (
        {"events": (event("founded", 1933),), "names": (NameFact("旧名", "former", "u", years(1920, 1930)),)},
        {"events": (event("founded", 1933),), "names": (NameFact("旧名", "former", "u", Span()),)},
    ),
    "name_after_destruction": (
        {"events": (event("destroyed", 1998),), "names": (NameFact("某名", "code", "u", years(2000, 2001)),)},
        {
            "events": (event("destroyed", 1998),),
            "names": (NameFact("某名", "listed", "u", years(2000, 2001)),),
        },
    ),
    "surveyed_before_built": (
        {"surveys": (SurveyFact(3, Span.day(date(1932, 5, 1))),)},
        {"surveys": (SurveyFact(3, Span.day(date(1933, 5, 1))),)},
    ),
    "listed_before_built": (
        {"designations": (listed(decree(announced=1932)),)},
        {"designations": (listed(decree(announced=1934)),)},
    ),
    "superseded_before_listed": (
        {"designations": (listed(decree(), Span.day(date(2012, 1, 1))),)},
        {"designations": (listed(decree(), Span.day(date(2019, 1, 1))),)},
    ),
    "reused_before_built": (
        {"reuses": (ReuseFact("博物馆", years(1920, 1925)),)},
        {"reuses": (ReuseFact("博物馆", years(2010, 2020)),)},
    ),
}


def rules_that_find(facts: SiteFacts) -> list[str]:
    return [finding.particulars["rule"] for finding in findings_of(facts)]


def test_every_rule_has_its_cases():
    assert sorted(CASES) == sorted(RULES)


def test_nothing_is_found_on_a_site_without_fault():
    assert findings_of(site()) == []


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_fault_and_nothing_else_does(rule):
    assert rules_that_find(site(**CASES[rule][0])) == [rule]


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent_where_its_fault_is_not_certain(rule):
    assert rule not in rules_that_find(site(**CASES[rule][1]))


def test_the_line_of_a_component_is_measured_like_the_point_of_its_site():
    facts = site(shapes=(ShapeFact(0, "", LINE), ShapeFact(9, "专用线", LINE_ELSEWHERE)))
    [found] = findings_of(facts)
    assert (found.field, found.key) == ("components", "outside_division:component:9")
    assert found.particulars == {
        "rule": "outside_division",
        "division": "昌邑区",
        "code": "220202",
        "what": "专用线",
        "component_pk": 9,
    }


def test_one_decree_of_two_designations_is_one_flag():
    paper = decree(file=False)
    facts = site(designations=(listed(paper), DesignationFact(6, "某厂办公楼", paper, Span())))
    assert [found.key for found in findings_of(facts)] == ["no_file:7"]

"""Two officers on one site in orders that chance deals: no words are lost without a notice.

Five orders in `make test`, a thousand in `make drill`, a fifteenth of them in CI.
"""

import os

import pytest

from tests.factories import approval_workflow, drafted_site, make_divisions, officer
from tests.heritage.two_desks import TwoDesks

pytestmark = pytest.mark.django_db

ACTS = 14
FEW, THOUSAND = 5, 1000
ROUNDS = int(os.environ.get("DRILL_ROUNDS", "30"))  # of thirty: how much of a drill is run


def play(seed: int) -> TwoDesks:
    divisions = make_divisions()
    approval_workflow()
    district = divisions["220202"]
    first, second = officer("surveyor", district), officer("surveyor", district)
    site = drafted_site(division=district, by=first, description_zh="原文", values_note="原价值")
    twin = drafted_site(division=district, by=first, name_zh="另一处")
    reviewers = [
        officer("county_officer", district, username="county"),
        officer("city_reviewer", divisions["220200"], username="city"),
        officer("provincial_reviewer", divisions["220000"], username="province"),
    ]
    desks = TwoDesks((site, twin), (first, second), reviewers, seed)
    desks.play(ACTS)
    return desks


@pytest.mark.parametrize("seed", range(FEW))
def test_no_words_are_lost_without_a_notice(seed: int) -> None:
    play(seed)


@pytest.mark.drill
@pytest.mark.parametrize("seed", range(FEW, FEW + (THOUSAND - FEW) * ROUNDS // 30))
def test_no_words_are_lost_without_a_notice_in_a_thousand_orders(seed: int) -> None:
    play(seed)

"""The rules of quality, as a table. A rule raises a flag; it never blocks anything."""

from heritage.quality.date_rules import DATE_RULES
from heritage.quality.evidence_rules import EVIDENCE_RULES
from heritage.quality.facts import SiteFacts
from heritage.quality.findings import Finding, Rule
from heritage.quality.place_rules import PLACE_RULES

RULES: dict[str, Rule] = {rule.key: rule for rule in (*EVIDENCE_RULES, *PLACE_RULES, *DATE_RULES)}
LONGEST_KEY = 80  # as the column


def findings_of(site: SiteFacts) -> list[Finding]:
    """Return all that the rules find on a site, in the order of the table. No query."""
    return [
        Finding(
            kind=rule.kind.value,
            field=found.field,
            key=f"{rule.key}:{found.about}"[:LONGEST_KEY],
            particulars={"rule": rule.key, **found.values},
        )
        for rule in RULES.values()
        for found in rule.find(site)
    ]

"""来源说法不一: statements of which the sources say different things, each beside the other."""

from collections.abc import Iterable

from catalogue.source_list import statement_label
from heritage.disclosure import Disagreement
from heritage.models.sources import Confidence


def disagreement_rows(disagreements: Iterable[Disagreement], sources: list[dict]) -> list[dict]:
    """Return what each disagreement is about, and its claims with their sources."""
    by_index = {source["index"]: source for source in sources}
    return [
        {
            "label": statement_label(disagreement.statement) or disagreement.statement,
            "claims": [
                {
                    "text": claim.text,
                    "locator": claim.locator,
                    "confidence_label": str(Confidence(claim.confidence).label),
                    "source": by_index[claim.source_index],
                }
                for claim in disagreement.claims
            ],
        }
        for disagreement in disagreements
    ]

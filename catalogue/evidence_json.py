"""Sources, contradicting claims and photographs in the JSON twins."""

from collections.abc import Iterable

from heritage.disclosure import CitedSource, Disagreement, PublicPhotograph
from media.licences import DEEDS


def sources_json(sources: Iterable[CitedSource]) -> list[dict]:
    return [
        {
            "index": source.index,
            "title": source.title,
            "reference": source.reference,
            "confidence": source.confidence,
            "statements": [
                {
                    "statement": use.statement,
                    "locator": use.locator,
                    "claim": use.claim,
                    "confidence": use.confidence,
                }
                for use in source.statements
            ],
        }
        for source in sources
    ]


def disagreements_json(disagreements: Iterable[Disagreement]) -> list[dict]:
    """Statements of which the sources say different things; `source` is an index in the list of sources."""
    return [
        {
            "statement": disagreement.statement,
            "claims": [
                {
                    "claim": claim.text,
                    "source": claim.source_index,
                    "locator": claim.locator,
                    "confidence": claim.confidence,
                }
                for claim in disagreement.claims
            ],
        }
        for disagreement in disagreements
    ]


def photographs_json(photographs: Iterable[PublicPhotograph]) -> list[dict]:
    """Photographs with licence and credit; `files` is empty until the derivatives are made."""
    return [
        {
            "kind": photograph.kind,
            "caption": photograph.caption_zh,
            "caption_en": photograph.caption_en,
            "taken_on": photograph.taken_on.isoformat() if photograph.taken_on else None,
            "credit": photograph.credit,
            "licence": photograph.licence,
            "licence_url": DEEDS.get(photograph.licence),
            "files": [
                {
                    "url": rendition.url,
                    "media_type": f"image/{rendition.format}",
                    "width": rendition.width,
                    "height": rendition.height,
                }
                for rendition in photograph.renditions
            ],
        }
        for photograph in photographs
    ]

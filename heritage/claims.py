"""来源说法不一, for officers: what the sources say of one statement side by side, and what the record says.

Which claim is right is not for a program to say. The record follows one of them, or none; that is shown.
The public reads those claims that may be told, see `heritage.disclosure.sources`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.forms.rows import statements_of
from heritage.history.related import Related
from heritage.history.wording import Wording
from heritage.models import Source
from heritage.models.records import Record
from heritage.models.sources import Citation, Confidence
from heritage.policies import readable

#: The field in which the record says what a statement of another name is about.
SAID_IN = {"place": "typed_coordinates", "dating": "period_text", "description": "description_zh"}


@dataclass(frozen=True)
class Claim:
    """What one source says. `source` is blank where it is gone or not the reader's to read."""

    text: str
    source: str
    reference: str
    locator: str
    confidence: str
    is_own_knowledge: bool


@dataclass(frozen=True)
class Statement:
    """A statement with its claims; `is_disputed` where they differ otherwise than in blanks."""

    label: str
    said: str
    claims: tuple[Claim, ...]

    @property
    def is_disputed(self) -> bool:
        return len({" ".join(claim.text.split()) for claim in self.claims}) > 1


def statements_with_claims(record: Record, reader: User) -> list[Statement]:
    """Return the statements of the newest draft of which sources say something, disputed ones first."""
    draft = record.get_latest_revision_as_object()
    citations = [row for row in draft.citations.all() if row.claim.strip()]
    sources = readable(Source.objects.all(), reader).in_bulk([row.source_id for row in citations])
    labels = statements_of(draft)
    found: dict[str, list[Citation]] = {}
    for row in citations:
        found.setdefault(row.statement, []).append(row)
    statements = [
        Statement(
            label=str(labels.get(key) or _field_label(draft, key)),
            said=_said(draft, key),
            claims=tuple(_claim(row, sources.get(row.source_id)) for row in rows),
        )
        for key, rows in found.items()
    ]
    return sorted(statements, key=lambda statement: not statement.is_disputed)


def _claim(row: Citation, source: Source | None) -> Claim:
    confidence = row.confidence or (source.confidence if source else "")
    return Claim(
        text=row.claim,
        source=str(source or ""),
        reference=source.reference if source else "",
        locator=row.locator,
        confidence=str(Confidence(confidence).label) if confidence else "",
        is_own_knowledge=bool(source and source.is_own_knowledge),
    )


def _said(draft: Record, key: str) -> str:
    """What the record itself says of a statement, in words; blank where it is about the whole of it."""
    if ":" in key:
        rows: Iterable = (*draft.names.all(), *draft.events.all()) if draft.record_kind == "site" else ()
        return next((str(row) for row in rows if row.statement == key), "")
    try:
        field = draft._meta.get_field(SAID_IN.get(key, key))
    except FieldDoesNotExist:
        return ""
    if field.many_to_many:
        return "、".join(str(row) for row in getattr(draft, field.name).all())
    if field.is_relation:
        return str(getattr(draft, field.name) or "")
    return Wording(type(draft), Related(), {}).value(field, field.value_from_object(draft))


def _field_label(draft: Record, key: str) -> str:
    try:
        return str(draft._meta.get_field(key).verbose_name)
    except FieldDoesNotExist:
        return _("A value that the record no longer has")

"""What blocks a record from being published, and why, in the officer's words.

Pure: models import it. The rules are decision 5 of the design; nothing here reads the database
beyond the record's own children.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Blocker:
    """One thing to mend: the form field it is mended at, and a sentence."""

    field: str
    message: str


class PublicationBlockedError(ValidationError):
    """Raised instead of publishing an incomplete record; `blockers` lists all that is missing."""

    def __init__(self, found: list[Blocker]) -> None:
        self.blockers = found
        super().__init__([blocker.message for blocker in found])


def blockers(record) -> list[Blocker]:
    """Return all that keeps this record from being published, in the order of the form."""
    return [
        Blocker(field, message)
        for field, is_missing, message in _rules(record.record_kind)
        if is_missing(record)
    ]


Rule = tuple[str, Callable[..., bool], str]


def _rules(kind: str) -> list[Rule]:
    return {
        "site": _site_rules,
        "component": _shared_rules,
        "area": _shared_rules,
        "enterprise": _shared_rules,
        "project": _shared_rules,
    }[kind]()


def _shared_rules() -> list[Rule]:
    """What every public record must have."""
    return [
        ("name_zh", lambda record: not record.name_zh, _("There is no Chinese name yet.")),
        ("division", lambda record: record.division_id is None, _("The division is not chosen yet.")),
        _source_rule(),
    ]


def _source_rule() -> Rule:
    return (
        "citations",
        lambda record: (
            not any(
                citation.source and not citation.source.is_own_knowledge
                for citation in record.citations.all()
            )
        ),
        _("Name at least one source that is not the writer's own knowledge."),
    )


def _site_rules() -> list[Rule]:
    return [
        ("name_zh", lambda site: not site.name_zh, _("The site has no Chinese name yet.")),
        ("division", lambda site: site.division_id is None, _("The division is not chosen yet.")),
        (
            "name_zh",
            lambda site: site.pk and site.merged_into.filter(undone_at=None).exists(),
            _("This record was merged into another one. Only undoing the merge makes it public again."),
        ),
        (
            "typed_coordinates",
            lambda site: site.longitude is None and not site.absences.get("place"),
            _("There is no point yet. Enter coordinates, or say below why there are none."),
        ),
        (
            "period_text",
            lambda site: not site.period_edtf and not site.absences.get("dating"),
            _("There is no dating yet. Enter one, or say below why there is none."),
        ),
        _source_rule(),
        (
            "location_disclosure",
            lambda site: not site.location_disclosure,
            _("Choose how precisely the place may be shown."),
        ),
        (
            "recognition",
            lambda site: site.is_lead and not site.is_lead_until_confirmed,
            _("This is a lead. A lead is never public; decide on its recognition first."),
        ),
        (
            "recognition",
            lambda site: site.is_lead_until_confirmed,
            _("That this is no longer a lead waits for a reviewer to confirm; until then it is not public."),
        ),
    ]

"""Doubts about evidence: what is published without a source, and designations without their paper."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from heritage.models.quality_flags import FlagKind
from heritage.quality.facts import DecreeFact, SiteFacts
from heritage.quality.findings import Found, Rule


def no_source(site: SiteFacts) -> Iterable[Found]:
    """A published site all of whose sources are gone, or are the writer's own knowledge."""
    if site.is_live and not any(citation.is_sourced for citation in site.citations):
        yield Found("citations")


def own_knowledge(site: SiteFacts) -> Iterable[Found]:
    """Statements of a published site that rest on own knowledge alone: the public is not told them."""
    if site.is_live:
        cited = {citation.statement for citation in site.citations if citation.statement}
        sourced = {citation.statement for citation in site.citations if citation.is_sourced}
        for statement in sorted(cited - sourced):
            values = {"statement": statement, "named": _named(site, statement)}
            yield Found("citations", statement, values)


def no_paper(site: SiteFacts) -> Iterable[Found]:
    for row in site.designations:
        if row.decree is None:
            yield Found("designations", str(row.pk), {"designation": row.words})


def no_number(site: SiteFacts) -> Iterable[Found]:
    for decree in _decrees(site):
        if not decree.has_number:
            yield Found("designations", str(decree.pk), {"decree": decree.words, "decree_pk": decree.pk})


def no_file(site: SiteFacts) -> Iterable[Found]:
    for decree in _decrees(site):
        if not decree.has_file:
            yield Found("designations", str(decree.pk), {"decree": decree.words, "decree_pk": decree.pk})


def _named(site: SiteFacts, statement: str) -> str:
    """The name that a statement `name:<uid>` is about, or when the event of an `event:<uid>` was."""
    names = {f"name:{name.uid}": name.name for name in site.names}
    events = {f"event:{event.uid}": str(event.span) for event in site.events}
    return (names | events).get(statement, "")


def _decrees(site: SiteFacts) -> list[DecreeFact]:
    """The decrees of a site, each once."""
    return list({row.decree.pk: row.decree for row in site.designations if row.decree}.values())


EVIDENCE_RULES = (
    Rule(
        "no_source",
        FlagKind.NO_EVIDENCE,
        _("The record is public, but none of its sources is more than the writer's own knowledge."),
        no_source,
    ),
    Rule(
        "own_knowledge",
        FlagKind.NO_EVIDENCE,
        _("“%(statement)s” rests on own knowledge alone; the public is not told it."),
        own_knowledge,
    ),
    Rule(
        "no_paper",
        FlagKind.NO_EVIDENCE,
        _("The designation “%(designation)s” names no decree."),
        no_paper,
    ),
    Rule(
        "no_number",
        FlagKind.DECREE_NO_NUMBER,
        _("The decree “%(decree)s” has no document number."),
        no_number,
    ),
    Rule("no_file", FlagKind.DECREE_NO_FILE, _("The file of the decree “%(decree)s” is missing."), no_file),
)

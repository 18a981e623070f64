"""The parts of a record's page: names, components, reuses, visits and the line that says what it is."""

from django.utils.translation import pgettext

from catalogue.addresses import component_address, site_link
from catalogue.labels import in_english
from catalogue.wording import edtf_words, period_words
from heritage.disclosure import Name, PublicComponent, PublicReuse, SiteSummary, Visit, Word
from heritage.models.components import ComponentKind, Destiny
from heritage.models.named import in_current_language
from heritage.models.reuse import Openness
from heritage.models.sites import NameKind, NameLanguage
from heritage.models.surveys import SurveyPurpose

# Line type is destiny: solid stands, dashed is gone, chain line was moved, dotted is not surveyed.
DESTINY_LINES = {
    Destiny.IN_SITU: "solid",
    Destiny.MOVED: "chain",
    Destiny.DISMANTLED: "chain",
    Destiny.LOST: "dash",
    Destiny.UNKNOWN: "dot",
}


def type_line(site: SiteSummary) -> str:
    """What the site is: type, extent, census class and industry, as far as the record says."""
    type_words = "" if in_english() else site.type_words
    words = [
        type_words or word_label(site.type),
        word_label(site.extent),
        word_label(site.census_class),
        word_label(site.theme),
    ]
    return " · ".join(dict.fromkeys(filter(None, words)))


def word_label(word: Word | None) -> str:
    return in_current_language(word.label_zh, word.label_en) if word else ""


def name_row(name: Name, sources: list[dict]) -> dict:
    by_index = {source["index"]: source for source in sources}
    return {
        "name": name.name,
        "period": period_words(name),
        "language": name.language,
        "language_label": str(NameLanguage(name.language).label),
        "kind_label": str(NameKind(name.kind).label),
        "earliest_year": name.earliest_on.year if name.earliest_on else None,
        "latest_year": name.latest_on.year if name.latest_on else None,
        "marks": [by_index[index] for index in name.source_indexes],
    }


def component_row(component: PublicComponent) -> dict:
    return {
        "ordinal": component.ordinal,
        "name": in_current_language(component.name_zh, component.name_en),
        "url": component_address(component),
        "kind_label": str(ComponentKind(component.kind).label),
        "quantity": component.quantity,
        "line": DESTINY_LINES[Destiny(component.destiny)],
        "destiny": destiny_words(component),
        "moved_to": site_link(component.moved_to) if component.moved_to else None,
    }


def arrival_row(component: PublicComponent) -> dict:
    """A component that is here now, and the site where it stood."""
    return {
        "name": in_current_language(component.name_zh, component.name_en),
        "url": component_address(component),
        "stood_at": site_link(component.site),
    }


def destiny_words(component: PublicComponent) -> str:
    """What became of a component and since when: “lost, 2013”."""
    label = str(Destiny(component.destiny).label)
    since = edtf_words(component.destiny_on_edtf)
    return label + pgettext("list", ", ") + since if since else label


def reuse_row(reuse: PublicReuse) -> dict:
    words = reuse.words_en if in_english() else reuse.words_zh
    return {
        "words": words or word_label(reuse.kind) or reuse.words_zh,
        "kind": word_label(reuse.kind),
        "since": period_words(reuse),
        "openness": str(Openness(reuse.openness).label),
        "granted_by": reuse.granted_by,
    }


def visit_row(visit: Visit) -> dict:
    return {"on": visit.surveyed_on, "purpose": str(SurveyPurpose(visit.purpose).label)}

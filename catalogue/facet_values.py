"""The values of facets: their words, and which of the values in an address exist. One query a table."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalogue.labels import KIND_LABELS
from heritage.disclosure import is_public_record
from heritage.models import Division, HeritageProject, Scheme, Term
from heritage.models.designations import DesignationLevel
from heritage.models.named import in_current_language
from heritage.models.vocabularies import Vocabulary
from search.document_schema import KINDS
from search.documents.sites import LEVEL_TO_VERIFY, NO_LEVEL

Labels = dict[str, str]

LEVEL_LABELS: dict[str, str | Promise] = {
    DesignationLevel.NATIONAL: _("National"),
    DesignationLevel.PROVINCE: _("Province"),
    DesignationLevel.CITY: _("City"),
    DesignationLevel.COUNTY: _("County"),
    DesignationLevel.REGISTERED: _("Registered, ungraded"),
    LEVEL_TO_VERIFY: pgettext_lazy("public site", "to be verified"),
    NO_LEVEL: pgettext_lazy("public site", "none found"),
}
HAS_LABELS = {
    "point": pgettext_lazy("public site", "a point on the map"),
    "photograph": pgettext_lazy("public site", "photographs"),
    "designation": pgettext_lazy("public site", "a protection in force"),
    "component": pgettext_lazy("public site", "components"),
    "verified": pgettext_lazy("public site", "all facts checked"),
}
# The facet of the type shows the theme where no type was given.
VOCABULARIES: dict[str, tuple[str, ...]] = {
    "type": (Vocabulary.THEME, Vocabulary.TYPE),
    "industry": (Vocabulary.INDUSTRY,),
    "era": (Vocabulary.ERA,),
    "condition": (Vocabulary.CONDITION,),
    "reuse": (Vocabulary.REUSE,),
}


def facet_labels(name: str, values: Iterable[str]) -> Labels:
    """Return value → words in the language of the page, for the values of one facet that exist."""
    return labels_by_facet({name: tuple(values)})[name]


def labels_by_facet(values: Mapping[str, Iterable[str]]) -> dict[str, Labels]:
    """The same for several facets at once, in at most one query a table."""
    wanted = {name: [value for value in dict.fromkeys(given) if value] for name, given in values.items()}
    terms = _terms({name: found for name, found in wanted.items() if name in VOCABULARIES})
    return {
        name: terms.get(name, {}) if name in VOCABULARIES else _FACETS[name](found) if found else {}
        for name, found in wanted.items()
    }


def _chosen(labels: dict[str, str | Promise]) -> Callable[[list[str]], Labels]:
    return lambda wanted: {value: str(labels[value]) for value in wanted if value in labels}


def _divisions(wanted: list[str]) -> Labels:
    codes = [value for value in wanted if value.isascii() and value.isdigit() and len(value) == 6]
    divisions = Division.objects.filter(code__in=codes, is_training=False)
    return {
        row.code: in_current_language(row.name_zh, row.name_en) for row in divisions.order_by("is_current")
    }


def _terms(wanted: Mapping[str, list[str]]) -> dict[str, Labels]:
    asked = [
        Q(vocabulary__in=VOCABULARIES[name], code__in=values) for name, values in wanted.items() if values
    ]
    if not asked:
        return {}
    found = list(Term.objects.filter(reduce(or_, asked)).order_by("vocabulary", "edition"))
    return {
        name: {
            term.code: term.label
            for term in found
            if term.vocabulary in VOCABULARIES[name] and term.code in values
        }
        for name, values in wanted.items()
    }


def _schemes(wanted: list[str]) -> Labels:
    return {scheme.key: str(scheme) for scheme in Scheme.objects.filter(key__in=wanted)}


def _projects(wanted: list[str]) -> Labels:
    told = HeritageProject.objects.filter(is_public_record(), slug__in=wanted)
    return {
        row.slug: in_current_language(row.name_zh, row.name_en)
        for row in told.only("slug", "name_zh", "name_en")
    }


_FACETS: dict[str, Callable[[list[str]], Labels]] = {
    "kind": _chosen({kind: KIND_LABELS[kind] for kind in KINDS}),
    "division": _divisions,
    "level": _chosen(LEVEL_LABELS),
    "scheme": _schemes,
    "project": _projects,
    "has": _chosen(dict(HAS_LABELS)),
}

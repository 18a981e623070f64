"""Sentences about a record in the language of the page: dating, place, precision, what is not known."""

from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.labels import in_english
from heritage.absences import ABSENCE_FIELDS, AbsenceReason
from heritage.dating import describe
from heritage.disclosure import Place, SiteSummary
from heritage.models.sites import LocationDisclosure

ABSENCE_SENTENCES = {
    AbsenceReason.NOT_SURVEYED: gettext_lazy("not surveyed yet"),
    AbsenceReason.UNKNOWN: gettext_lazy("not found in the sources used"),
    AbsenceReason.REFUSED: gettext_lazy("access or information was refused"),
    AbsenceReason.NOT_APPLICABLE: gettext_lazy("does not apply"),
}


class HasPeriod(Protocol):
    """Anything with a dating in words and EDTF."""

    @property
    def period_text(self) -> str: ...

    @property
    def period_edtf(self) -> str: ...


def period_words(dated: HasPeriod) -> str:
    """The dating in words: as the source says it in Chinese, else from the EDTF."""
    if in_english():
        return edtf_words(dated.period_edtf)
    return dated.period_text or edtf_words(dated.period_edtf)


def edtf_words(edtf: str) -> str:
    """An EDTF in words of the page's language; nothing for nothing."""
    return describe(edtf, "en" if in_english() else "zh") if edtf else ""


def place_words(place: Place) -> str:
    """The division as far as it may be told."""
    return place.division.full_name if place.division else _("The place is not told")


def precision_words(place: Place) -> str:
    """How exact the place is, and what was done to it."""
    if place.has_point:
        if radius := radius_words(place.uncertainty_m):
            return _("within about %(radius)s of the point shown") % {"radius": radius}
        return _("exact point")
    withheld: dict[str, str] = {
        LocationDisclosure.COUNTY: _("no point is shown; the county is named"),
        LocationDisclosure.HIDDEN: _("the place is not told, to protect it"),
    }
    return withheld.get(place.precision, _("no reliable point is known"))


def radius_words(metres: int | None) -> str:
    """A radius in metres below one kilometre, in kilometres from there on; empty for none."""
    if not metres:
        return ""
    if metres < 1000:
        return _("%(metres)s m") % {"metres": metres}
    return _("%(kilometres)s km") % {"kilometres": f"{metres / 1000:.1f}".rstrip("0").rstrip(".")}


def unknowns(site: SiteSummary) -> list[str]:
    """What is not known, one sentence each: as important as what is."""
    return [
        _("%(field)s: %(reason)s")
        % {"field": ABSENCE_FIELDS[field], "reason": ABSENCE_SENTENCES[AbsenceReason(reason)]}
        for field, reason in site.absences.items()
        if field in ABSENCE_FIELDS
    ]

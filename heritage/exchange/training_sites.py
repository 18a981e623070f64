"""The sites of the training county, each with its components, surveys, pictures and designations."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wagtail.log_actions import log

from heritage.exchange.training_approval import CHANGED, bring_to, reread, submit
from heritage.exchange.training_designations import make_designations
from heritage.exchange.training_ground import Item, division_of, document, person
from heritage.exchange.training_pictures import picture
from heritage.models import (
    Component,
    ComponentCitation,
    Division,
    HeritageSite,
    NotEntered,
    Organisation,
    SiteCitation,
    SiteEvent,
    SiteName,
    SitePhotograph,
    Source,
    Survey,
    SurveyPhotograph,
    Term,
)
from heritage.models.divisions import DivisionLevel
from heritage.models.shaped import Shaped
from heritage.models.vocabularies import Vocabulary
from heritage.services.confirming_surveys import confirm_survey

WRITERS = {DivisionLevel.COUNTY: "training-surveyor", DivisionLevel.CITY: "training-city"}
CONFIRMING = "training-officer-2"
CITED = "training-gazetteer"
WORDS = (
    "name_zh",
    "name_en",
    "name_pinyin",
    "recognition",
    "typed_coordinates",
    "coordinate_system",
    "uncertainty_m",
    "position_method",
    "period_text",
    "type_words",
    "industry_words",
    "condition_note",
    "current_use",
    "description_zh",
    "description_en",
    "absences",
)


def sample_key(key: str) -> str:
    """The key by which a training site is found again, whatever it is called now."""
    return f"training-{key}"


def is_site_there(item: Item) -> bool:
    return HeritageSite.objects.filter(sample_key=sample_key(item["key"])).exists()


def make_site(item: Item) -> None:
    """Write the site, submit and decide it, then add what hangs on it, last of all a newer draft."""
    division = division_of(item["division"])
    writer = WRITERS[DivisionLevel(division.level)]
    site = HeritageSite(sample_key=sample_key(item["key"]), division=division)
    for name in WORDS:
        if name in item:
            setattr(site, name, item[name])
    site.condition = _term(Vocabulary.CONDITION, item.get("condition"))
    site.eras.set(_terms(Vocabulary.ERA, item.get("eras", ())))
    site.values.set(_terms(Vocabulary.VALUE, item.get("values", ())))
    site.names.set([_dated(SiteName(sort_order=order, **row)) for order, row in _rows(item, "names")])
    site.events.set([_dated(SiteEvent(sort_order=order, **row)) for order, row in _rows(item, "events")])
    site.citations.set([SiteCitation(source=_source(division), sort_order=0)])
    site.photographs.set(
        SitePhotograph(photograph=picture(scene, division=division, by=person(writer)), sort_order=order)
        for order, scene in _rows(item, "photographs")
    )
    site.clean()
    site.save()
    site.save_revision(user=person(writer), log_action="wagtail.create")
    site = bring_to(site, item["state"], writer=writer, comment=item.get("comment", ""))
    for row in item.get("components", ()):
        make_component(site, row, writer)
    for row in item.get("surveys", ()):
        make_survey(site, row, writer)
    make_designations(site, item.get("designations", ()), writer)
    if item["state"] == CHANGED:
        site = reread(site)
        site.description_zh = item["newer"]
        site.save_revision(user=person(writer), log_action="wagtail.edit")
        submit(site, writer)


def make_component(site: HeritageSite, row: Item, writer: str) -> None:
    component = Component(
        site=site,
        division=site.division,
        received_by=Organisation.objects.get(name_zh=row["received_by"]) if "received_by" in row else None,
        receipt=document(row["receipt"]) if "receipt" in row else None,
        **{
            name: row[name]
            for name in ("name_zh", "kind", "destiny", "destiny_on_edtf", "last_known_place")
            if name in row
        },
    )
    component.citations.set([ComponentCitation(source=_source(site.division), sort_order=0)])
    _draw(component, row)
    component.save()
    component.save_revision(user=person(writer), log_action="wagtail.create")
    bring_to(component, row["state"], writer=writer)


def make_survey(site: HeritageSite, row: Item, writer: str) -> None:
    survey = Survey(
        site=site,
        surveyed_on=date.fromisoformat(row["surveyed_on"]),
        surveyors=person(writer).full_name,
        condition=_term(Vocabulary.CONDITION, row["condition"]),
        **{name: row[name] for name in ("purpose", "observations")},
    )
    survey.components.set(site.components.filter(name_zh__in=row.get("seen", ())))
    survey.not_entered.set(_not_entered(site, order, part) for order, part in _rows(row, "not_entered"))
    survey.photographs.set(
        SurveyPhotograph(
            photograph=picture(scene, division=site.division, by=person(writer)), sort_order=order
        )
        for order, scene in _rows(row, "photographs")
    )
    _draw(survey, row)
    survey.save()
    log(instance=survey, action="wagtail.create", user=person(writer))
    if row["is_confirmed"]:
        confirm_survey(survey=survey, by=person(CONFIRMING))


def _draw(shaped: Shaped, row: Item) -> None:
    """Give a component its extent, or a survey what was walked, where the file has it, in WGS 84."""
    if "typed_shape" in row:
        shaped.typed_shape, shaped.shape_system = row["typed_shape"], "wgs84"
        shaped.read_shape()


def _not_entered(site: HeritageSite, order: int, part: Item) -> NotEntered:
    """A part that could not be entered; of a component, where the file names one."""
    component = site.components.get(name_zh=part["component"]) if "component" in part else None
    return NotEntered(sort_order=order, **{**part, "component": component})


def _rows(item: Item, name: str) -> Iterable[tuple[int, Any]]:
    return enumerate(item.get(name, ()))


def _dated(row: Any) -> Any:
    row.read_period()
    return row


def _term(vocabulary: Vocabulary, code: str | None) -> Term | None:
    return Term.objects.of(vocabulary).get(code=code) if code else None


def _terms(vocabulary: Vocabulary, codes: Iterable[str]) -> list[Term]:
    return [Term.objects.of(vocabulary).get(code=code) for code in codes]


def _source(division: Division) -> Source:
    """A source that the division may read: its own, or one of the city above."""
    key = CITED if division.level == DivisionLevel.COUNTY else "training-archive"
    return Source.objects.get(key=key)

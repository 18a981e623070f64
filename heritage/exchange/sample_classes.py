"""What kind of thing a heritage item is, in the words of the vocabularies."""

import re

from django.core.exceptions import ValidationError

from heritage.absences import AbsenceReason
from heritage.exchange.sample_lookups import Item, Lookups
from heritage.models import HeritageSite
from heritage.models.vocabularies import Vocabulary

# Only where the words name the thing itself; a whole plant is not one of these types.
TYPE_CODES = {
    "火车站": "station",
    "扇形机车库（机务设施）": "roundhouse",
    "水电站大坝": "dam",
    "煤矿井口": "pit",
    "煤矿竖井": "shaft",
    "矿工墓葬与纪念地": "miners_graves",
    "地下酒窖": "cellar",
    "油井": "oil_well",
}


def apply_classes(site: HeritageSite, item: Item, known: Lookups) -> None:
    """Give the site its type, extent, theme, industry, eras, census class and condition."""
    site.type_words = item["item_type"]
    site.type = known.term(Vocabulary.TYPE, TYPE_CODES.get(item["item_type"]))
    site.extent = known.term(Vocabulary.EXTENT, item["item_level"])
    site.theme = known.term(Vocabulary.THEME, item["theme"])
    site.eras.set([known.term(Vocabulary.ERA, code) for code in item["era"]])
    _apply_industry(site, item, known)
    _apply_census_class(site, item, known)
    _apply_condition(site, item, known)


def _apply_industry(site: HeritageSite, item: Item, known: Lookups) -> None:
    """Keep the words of the file where they say more than the term: 关联, or no class of today."""
    site.industry = known.term(Vocabulary.INDUSTRY, item.get("industry_gbt4754"))
    words = item["industry_label_zh"]
    is_the_term = site.industry is not None and site.industry.label_zh == words
    site.industry_words = "" if is_the_term else words


def _apply_census_class(site: HeritageSite, item: Item, known: Lookups) -> None:
    category = known.term(Vocabulary.CENSUS_CLASS, item["survey_category"])
    subclass = known.census_class(item.get("survey_subclass_zh"))
    if subclass is not None and subclass.parent != category:
        raise ValidationError(f"“{subclass.label_zh}” is not a subclass of {item['survey_category']}.")
    site.census_class = subclass or category


def _apply_condition(site: HeritageSite, item: Item, known: Lookups) -> None:
    """Take a grade only from a word of the scale; what is said beside it in brackets is a note."""
    words = item.get("condition") or ""
    site.condition = known.conditions.get(re.sub(r"（.*）\Z", "", words))
    site.condition_note = "" if site.condition and site.condition.label_zh == words else words
    if not words:
        site.absences["condition"] = AbsenceReason.UNKNOWN

"""Who draws which zone: one row for each kind and level, with its article.

Articles are of the 文物保护法 (2024) or of its 实施条例. The extent of the relic itself has no row: nobody decides
on it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.duties import IMPLEMENTING_8, PROTECTED
from heritage.models.decrees import Authority, Decree
from heritage.models.designations import DesignationLevel
from heritage.models.zones import ZoneKind

ART_29 = _("Cultural Relics Protection Law, Art. 29")


@dataclass(frozen=True)
class ZoneRule:
    """A row. `is_plain`: a paper of another body is refused; else it is taken, and the officer is warned."""

    kind: str
    levels: tuple[str, ...]
    authorities: tuple[Authority, ...]
    article: str | Promise
    is_plain: bool

    def is_met(self, decree: Decree) -> bool:
        return decree.authority in self.authorities


RULES = (
    ZoneRule(
        ZoneKind.PROTECTION,
        (DesignationLevel.COUNTY,),
        (Authority.COUNTY_GOVERNMENT,),
        IMPLEMENTING_8,
        is_plain=True,
    ),
    ZoneRule(
        ZoneKind.PROTECTION,
        (DesignationLevel.CITY,),
        (Authority.CITY_GOVERNMENT,),
        IMPLEMENTING_8,
        is_plain=True,
    ),
    ZoneRule(
        ZoneKind.PROTECTION,
        (DesignationLevel.PROVINCE, DesignationLevel.NATIONAL),
        (Authority.PROVINCIAL_GOVERNMENT,),
        IMPLEMENTING_8,
        is_plain=True,
    ),
    # The provincial government approves; the paper that announces it may be that of another body.
    ZoneRule(ZoneKind.CONTROL, PROTECTED, (Authority.PROVINCIAL_GOVERNMENT,), ART_29, is_plain=False),
)
#: Kinds that are drawn for a designation; the extent of the relic needs none.
DRAWN_FOR_DESIGNATION = frozenset(rule.kind for rule in RULES)


def rule_for(kind: str, level: str) -> ZoneRule | None:
    """Return the row of a zone of this kind around what has this level, None where the tables have none."""
    return next((rule for rule in RULES if rule.kind == kind and level in rule.levels), None)

"""The columns of an overview, in the order of the table: each a number of a division, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from heritage.four_haves.counting import HavesStanding
from heritage.gates.cases import CLOSED
from heritage.lifecycles.status import GRADES
from heritage.models.designations import DesignationLevel
from heritage.models.gate_overrides import GateKey
from heritage.overview.counts import HAVES, DivisionCounts
from heritage.overview.links import Links


@dataclass(frozen=True)
class Column:
    """A column of the table: its heading, the number of a division, and where it leads."""

    key: str
    label: str | Promise
    count: Callable[[DivisionCounts], int]
    url: Callable[[Links], str]
    group: str | Promise = ""


SITES, CASES = _("Heritage sites"), _("Relocation cases")


def _level(level: str) -> Column:
    label = DesignationLevel(level).label
    return Column(
        level, label, lambda row: row.levels[level], lambda to: to.level(level), _("Relics by level")
    )


def _haves(name: str) -> Column:
    label = HavesStanding(name).label
    return Column(
        f"haves_{name}", label, lambda row: row.haves[name], lambda to: to.haves(name), _("Four haves")
    )


def _closed(gate: str) -> Column:
    return Column(
        f"{gate}_closed",
        gate,
        lambda row: row.closed[gate],
        lambda to: to.cases(gate=f"{gate}-{CLOSED}"),
        _("Gates that are closed"),
    )


COLUMNS = (
    Column("sites", _("Recorded"), lambda row: row.sites, lambda to: to.sites(), SITES),
    Column(
        "surveyed",
        pgettext_lazy("coverage", "Surveyed"),
        lambda row: row.surveyed,
        lambda to: to.sites(surveyed="true"),
        SITES,
    ),
    Column(
        "unsurveyed",
        pgettext_lazy("coverage", "Not surveyed"),
        lambda row: row.unsurveyed,
        lambda to: to.sites(surveyed="false"),
        SITES,
    ),
    Column(
        "recognised",
        _("Recognised"),
        lambda row: row.recognised,
        lambda to: to.sites(recognition="recognised"),
        SITES,
    ),
    *(_level(level) for level in reversed(GRADES)),
    *(_haves(name) for name in HAVES),
    Column("cases", _("All"), lambda row: row.cases, lambda to: to.cases(), CASES),
    Column("alarms", _("Alarm"), lambda row: row.alarms, lambda to: to.cases(alarm="any"), CASES),
    *(_closed(gate) for gate in GateKey.values),
)
COLUMN = {column.key: column for column in COLUMNS}

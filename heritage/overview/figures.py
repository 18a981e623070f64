"""An overview ready to be shown: the numbers of one division, drawn, and those of each division below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now

from heritage.charts import Bar, Segment, bars, stacked
from heritage.dashboard.scope import Desk
from heritage.four_haves.counting import HavesStanding
from heritage.gates.readings import GateState
from heritage.lifecycles.status import GRADES
from heritage.models import Division
from heritage.models.designations import DesignationLevel
from heritage.models.gate_overrides import GateKey
from heritage.overview.columns import COLUMN, COLUMNS, Column
from heritage.overview.counts import HAVES, DivisionCounts, OverviewCounts, overview_counts
from heritage.overview.links import Links

HAVES_LABELS = {name: HavesStanding(name).label for name in HAVES}
#: The states of a gate in the order in which they are drawn.
GATE_STATES = (
    GateState.OPEN,
    GateState.OVERRIDDEN,
    GateState.PARTIAL,
    GateState.NO_RECORD,
    GateState.IDLE,
)


@dataclass(frozen=True)
class Cell:
    """A number that leads to its rows."""

    column: Column
    count: int
    url: str


@dataclass(frozen=True)
class Row:
    """A division of the table. `overview`: where its own overview is; blank for the division itself."""

    name: str
    counts: DivisionCounts
    cells: tuple[Cell, ...]
    overview: str
    survey: tuple[Segment, ...]


@dataclass(frozen=True)
class GateBar:
    """The cases by the state of one gate, as one bar in parts."""

    key: str
    label: str | Promise
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Overview:
    """All that is shown of one division, and of each division below it. `is_cut`: see OverviewCounts."""

    division: Division
    total: Row
    rows: tuple[Row, ...]
    steps: tuple[Bar, ...]
    levels: tuple[Bar, ...]
    haves: tuple[Segment, ...]
    late: Cell
    gates: tuple[GateBar, ...]
    is_cut: bool

    @property
    def table(self) -> tuple[Row, ...]:
        return (*self.rows, self.total)


def overview_of(desk: Desk, division: Division) -> Overview:
    """Return the overview of a division of the desk."""
    counts = overview_counts(desk.within(division))
    total = _row(division.full_name, counts, desk.within(division), Links(division), overview="")
    links = Links(division)
    return Overview(
        division=division,
        total=total,
        rows=tuple(_rows(desk, division, counts)),
        steps=_steps(total),
        levels=bars(
            (level, DesignationLevel(level).label, total.counts.levels[level], links.level(level))
            for level in reversed(GRADES)
        ),
        haves=stacked(
            ((name, HAVES_LABELS[name], total.counts.haves[name]) for name in ("complete", "partly", "none")),
            {name: links.haves(name) for name in HAVES_LABELS},
        ),
        late=_cell(total, "haves_late"),
        gates=tuple(_gate(gate, total.counts, links) for gate in GateKey),
        is_cut=counts.is_cut,
    )


def _steps(total: Row) -> tuple[Bar, ...]:
    """From the record to recognition, measured by all sites."""
    cells = [_cell(total, key) for key in ("sites", "surveyed", "unsurveyed", "recognised")]
    rows = ((cell.column.key, cell.column.label, cell.count, cell.url) for cell in cells)
    return bars(rows, whole=total.counts.sites)


def _cell(row: Row, key: str) -> Cell:
    return next(cell for cell in row.cells if cell.column.key == key)


def _gate(gate: GateKey, counts: DivisionCounts, links: Links) -> GateBar:
    parts = ((state.value, state.label, counts.gates[gate.value, state.value]) for state in GATE_STATES)
    urls = {state.value: links.cases(gate=f"{gate.value}-{state.value}") for state in GATE_STATES}
    return GateBar(gate.value, gate.label, stacked(parts, urls))


def _rows(desk: Desk, division: Division, counts: OverviewCounts) -> Iterator[Row]:
    """The divisions right below, and what belongs to the division itself where there is any."""
    below = [row for row in desk.divisions if row.parent_id == division.pk]
    for row in below:
        links = Links(row)
        yield _row(row.name_zh, counts, desk.within(row), links, overview=links.overview)
    own = _row(
        _now("%(division)s itself") % {"division": division.name_zh},
        counts,
        [division.collection_id],
        Links(division, is_own=True),
        overview="",
    )
    if below and any(cell.count for cell in own.cells):
        yield own


def _row(name: str, counts: OverviewCounts, ids: list[int], links: Links, *, overview: str) -> Row:
    found = counts.within(ids)
    return Row(
        name=name,
        counts=found,
        cells=tuple(Cell(column, column.count(found), column.url(links)) for column in COLUMNS),
        overview=overview,
        survey=stacked(
            (
                ("surveyed", COLUMN["surveyed"].label, found.surveyed),
                ("not_surveyed", COLUMN["unsurveyed"].label, found.unsurveyed),
            )
        ),
    )

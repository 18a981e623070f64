"""Write docs/lifecycles.md from the tables: `python -m scripts.write_lifecycles`. A test compares."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import django
from django.utils.translation import override

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from heritage.lifecycles import status  # noqa: E402 — the tables name models, which load after setup
from heritage.lifecycles.buildings import BUILDING, BUILDING_USE  # noqa: E402 — the same
from heritage.lifecycles.duties import DUTIES  # noqa: E402 — the same
from heritage.lifecycles.machine import Lifecycle, Transition  # noqa: E402 — the same
from heritage.lifecycles.national_industrial import NATIONAL_INDUSTRIAL  # noqa: E402 — the same
from heritage.lifecycles.parcels import PARCEL, PARCEL_USE  # noqa: E402 — the same
from heritage.lifecycles.recognition import RECOGNITION  # noqa: E402 — the same
from heritage.lifecycles.relocation import CASE  # noqa: E402 — the same
from scripts.duty_tables import EVIDENCE, ZONES, what_evidence_has, who_draws  # noqa: E402 — the same
from scripts.intervention_tables import HEAD, INTERVENTION_TABLES, who_decides  # noqa: E402 — the same

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "lifecycles.md"
TABLES = (
    RECOGNITION,
    status.IDENTITY,
    status.CANDIDACY,
    status.LISTING,
    status.RELIC_FATES,
    status.HISTORIC_BUILDING_FATES,
    status.LISTING_FATES,
    NATIONAL_INDUSTRIAL,
    *INTERVENTION_TABLES,
    CASE,
    PARCEL,
    PARCEL_USE,
    BUILDING,
    BUILDING_USE,
)
OPENING = """# Lifecycles

Written by `python -m scripts.write_lifecycles` from the tables in `heritage/lifecycles/`; not edited by
hand. What is no row here cannot happen: services refuse it, screens do not offer it. A row names who
decides, which papers must be there, who may enter it, and the article.

- A site or component has one legal identity in force at most; the database refuses a second.
- Raising supersedes the lower designation and keeps it with its papers.
- A decree announced here is complete (number, body, date); one taken over from a report may lack parts, and
  what rests on it is verified before anything else can be announced by it.
- A decree that is older than the record of the site stands in for its recognition: it was issued before the
  site could have been recognised here.
- What is not confirmed yet can be taken back, with the reason, by whoever made the move or by a reviewer;
  the log keeps both.
- Every move is confirmed by a reviewer who took no part in it. Until then the public is told what was
  confirmed before.
- The gates of a relocation are computed from the evidence whenever they are asked for. An override of a gate
  needs a paper and a second person and stays visible.
"""


def document() -> str:
    """Return the whole document in English, whatever the language of the process."""
    with override("en"):
        sections = [OPENING, *map(_section, TABLES), _interventions(), _duties()]
        return "\n".join(sections)


def _section(table: Lifecycle) -> str:
    states = [
        (f"`{state.key}`", state.label, "yes" if state.is_in_force else "", "yes" if state.is_final else "")
        for state in table.states
    ]
    return "\n".join(
        [
            f"## {table.label}\n",
            *_table(("state", "is called", "in force", "final"), states),
            "",
            *_table(
                ("move", "from", "to", "decides", "needs", "entered by", "article"),
                (_row(table, row) for row in table.transitions),
            ),
            "",
        ]
    )


def _interventions() -> str:
    """Every kind of application has a table for each identity; those above stand for their shapes."""
    return "\n".join(["## Who decides on an intervention\n", *_table(HEAD, who_decides()), ""])


def _row(table: Lifecycle, row: Transition) -> tuple[object, ...]:
    levels = f" ({', '.join(row.levels)})" if row.levels else ""
    replaced = f"; the former is `{row.replaces}`" if row.replaces else ""
    authorities = " or ".join(str(authority.label) for authority in row.authorities)
    return (
        table.move_labels.get(row.move) or status.MOVES[row.move],
        f"`{row.origin}`{levels}",
        f"`{row.target}`{replaced}",
        authorities,
        ", ".join(need.key for need in row.needs),
        row.right.label,
        row.article,
    )


def _duties() -> str:
    needs = {need.key: need.label for table in TABLES for row in table.transitions for need in row.needs}
    duties = [
        (
            duty.label,
            ", ".join(duty.levels),
            f"{duty.years} year" if duty.years else "none given",
            duty.article,
        )
        for duty in DUTIES
    ]
    return "\n".join(
        [
            "## What the needs are\n",
            *_table(
                ("need", "is"),
                ((key, str(label) % {"authorities": "as in the row"}) for key, label in needs.items()),
            ),
            "",
            "## What an announcement obliges to\n",
            *_table(("duty", "levels", "term after the approval", "article"), duties),
            "",
            "## What the evidence of a duty must have\n",
            *_table(EVIDENCE, what_evidence_has()),
            "",
            "## Who draws a zone\n",
            *_table(ZONES, who_draws()),
            "",
        ]
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield _line(head)
    yield _line("---" for _column in head)
    yield from map(_line, rows)


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Write the document."""
    DOCUMENT.write_text(document(), encoding="utf-8")
    print(f"{DOCUMENT.name} written", file=sys.stderr)


if __name__ == "__main__":
    main()

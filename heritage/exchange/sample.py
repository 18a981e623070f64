"""Loading the sample, each row whole or not at all: a broken run goes on where it stopped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from heritage.exchange.sample_areas import load_area, load_enterprise, load_zone
from heritage.exchange.sample_lookups import Item, Lookups, Sample, look_up
from heritage.exchange.sample_projects import (
    load_heritage_project,
    load_redevelopment,
    load_remediation,
    load_task,
)
from heritage.exchange.sample_record import load_site
from heritage.exchange.sample_store import State

Loader = Callable[[Item, Lookups], State]

# List of the file → its loader, in an order in which nothing refers to what comes later.
LOADERS: dict[str, Loader] = {
    "areas": load_area,
    "receiving_zones": load_zone,
    "heritage_items": load_site,
    "enterprises": load_enterprise,
    "heritage_projects": load_heritage_project,
    "remediation_projects": load_remediation,
    "redevelopment_projects": load_redevelopment,
    "tasks": load_task,
}


@dataclass(frozen=True)
class Outcome:
    """What became of one row: its id in the file, its name, and why it failed."""

    key: str
    name: str
    state: State
    reason: str = ""


# So many rows are one transaction: each commit costs a pass of the search index.
BATCH = 20


def load_sample(sample: Sample) -> Iterator[Outcome]:
    """Load a sample that has passed `read_sample`, and yield what became of each row once it is committed.

    A second run changes nothing. A record that an officer has touched is left alone; one whose row is
    missing is loaded again; one that differs from the file is brought up to it. `load_reference` comes first.
    """
    known = look_up(sample)
    rows = [(loader, item) for name, loader in LOADERS.items() for item in sample.get(name, [])]
    for start in range(0, len(rows), BATCH):
        with transaction.atomic():
            outcomes = [_load(loader, item, known) for loader, item in rows[start : start + BATCH]]
        yield from outcomes


def _load(loader: Loader, item: Item, known: Lookups) -> Outcome:
    name = item.get("name_zh") or item["title_zh"]
    try:
        with transaction.atomic():
            return Outcome(item["id"], name, loader(item, known))
    except (ValidationError, DatabaseError) as error:
        reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        return Outcome(item["id"], name, State.FAILED, reason)

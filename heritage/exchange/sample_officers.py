"""The made-up officers with whom the approval can be tried."""

import csv
from dataclasses import dataclass
from pathlib import Path

OFFICERS_FILE = Path(__file__).parent / "data" / "sample_officers.csv"


@dataclass(frozen=True)
class SampleOfficer:
    """A row of the file: `role` is a key of `heritage.roles.ROLES`, `division` a code in force."""

    username: str
    full_name: str
    role: str
    division: str


def read_sample_officers() -> list[SampleOfficer]:
    """Return the sample officers in the order in which they act on a record."""
    with OFFICERS_FILE.open(encoding="utf-8", newline="") as file:
        return [SampleOfficer(**row) for row in csv.DictReader(file)]

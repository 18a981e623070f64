"""The head of the chain: its last number and seal, which can be written down elsewhere."""

from dataclasses import dataclass

from django.db.models import Subquery

from heritage.audit.recording import HEAD
from heritage.audit.sealing import GENESIS
from heritage.models import AuditEntry, AuditHead


@dataclass(frozen=True)
class Head:
    """The last number and seal, as written down elsewhere: `NUMBER:SEAL`."""

    number: int
    seal: str

    def __str__(self) -> str:
        return f"{self.number}:{self.seal}"


def read_head() -> Head:
    """Return the head; before the first entry it is 0 with the seal of nothing."""
    row = AuditHead.objects.filter(pk=HEAD).first()
    return Head(row.number, row.digest or GENESIS) if row else Head(0, GENESIS)


def end_fits() -> bool:
    """Whether the last entry is the one that the head names: what can be asked on every page.

    One statement reads both: between two, somebody else's act might be sealed.
    """
    last = AuditEntry.objects.order_by("-number")
    heads = AuditHead.objects.filter(pk=HEAD).values_list("number", "digest")
    found = heads.annotate(last=Subquery(last.values("number")[:1]), seal=Subquery(last.values("digest")[:1]))
    if (row := found.first()) is None:
        return not AuditEntry.objects.exists()
    number, digest, last_number, last_seal = row
    return (number, digest) == (last_number or 0, last_seal or "")

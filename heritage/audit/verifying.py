"""Reading the whole chain again: what was changed, removed, exchanged or added beside the product."""

from collections.abc import Callable, Iterator, Mapping

from heritage.audit.faults import Fault, FaultKind
from heritage.audit.heads import Head, end_fits, read_head
from heritage.audit.recording import record
from heritage.audit.sealing import GENESIS, seal_of
from heritage.models import AuditEntry

CHUNK = 2000  # rows in memory at a time
VERIFIED = "heritage.audit_verified"


def verify(
    head: Head, *, written_down: Mapping[int, str] | None = None, step: Callable[[], object] = lambda: None
) -> Iterator[Fault]:
    """Yield every fault of the chain up to a head that was read before, in constant memory.

    Entries added meanwhile are left for the next time. `written_down`: seals by number that were kept
    elsewhere; only these show a chain that was rewritten from some entry to its end. `step` is called for
    every entry read.
    """
    expected = dict(written_down or {})
    before, seal = 0, GENESIS
    rows = AuditEntry.objects.filter(number__lte=head.number).order_by("number")
    for entry in rows.iterator(chunk_size=CHUNK):
        step()
        if entry.number != before + 1:
            yield _gap(before + 1, entry.number)
        elif entry.previous != seal:
            yield Fault(FaultKind.BROKEN, entry.number, f"seal before {seal}", entry.previous)
        if seal_of(entry) != entry.digest:
            yield Fault(FaultKind.CHANGED, entry.number, f"seal {seal_of(entry)}", entry.digest)
        if expected.pop(entry.number, entry.digest) != entry.digest:
            yield Fault(
                FaultKind.OTHER_CHAIN,
                entry.number,
                f"seal {(written_down or {})[entry.number]}",
                entry.digest,
            )
        before, seal = entry.number, entry.digest
    yield from _end(head, before, seal)
    for number, wanted in sorted(expected.items()):
        yield Fault(FaultKind.OTHER_CHAIN, number, f"seal {wanted}", "no such entry")


def _gap(first: int, found: int) -> Fault:
    return Fault(FaultKind.REMOVED, first, f"entry {first}", f"entry {found} next")


def _end(head: Head, last: int, seal: str) -> Iterator[Fault]:
    """Compare the end of the chain with the head."""
    if last < head.number:
        yield Fault(FaultKind.CUT, last + 1, f"entries up to {head.number}", f"{last} is the last")
    elif seal != head.seal:
        yield Fault(FaultKind.HEAD, head.number, f"seal {seal}", head.seal)
    beyond = AuditEntry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    if beyond > (now := read_head()).number:
        yield Fault(FaultKind.BEYOND, now.number + 1, f"{now.number} as the last", f"entries up to {beyond}")


def write_down(head: Head, fault_count: int) -> AuditEntry | None:
    """Record that the chain was checked and what was found; None where its end is not fit to go on from."""
    if not end_fits():
        return None
    data = {"number": head.number, "seal": head.seal, "fault_count": fault_count}
    return record(VERIFIED, data=data)

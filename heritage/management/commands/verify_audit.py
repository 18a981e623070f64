"""Read the audit log again from its first entry: was anything changed, removed, exchanged or put in?"""

import json
import re
import sys
from argparse import ArgumentTypeError
from collections import Counter
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandParser

from heritage.audit.faults import Fault
from heritage.audit.heads import Head, read_head
from heritage.audit.verifying import verify, write_down
from heritage.exchange.progress import Progress

BROKEN = 1  # 2, wrong usage, is what argparse exits with
SHOWN = 20
PROGRESS_STEP = 1000  # entries


def head_as_written(text: str) -> Head:
    """Read `NUMBER:SEAL` as an earlier run printed it."""
    found = re.fullmatch(r"([1-9]\d{0,17}):([0-9a-f]{64})", text.strip())
    if found is None:
        raise ArgumentTypeError(
            f"{text!r} is no head. Give NUMBER:SEAL as verify_audit printed it: "
            "a number from 1, a colon, 64 hexadecimal digits."
        )
    return Head(int(found[1]), found[2])


class Command(BaseCommand):
    """Reads only, but for one entry that says that the chain was checked and what was found."""

    help = (
        "Verify the audit log. Prints the head, NUMBER:SEAL: write it down elsewhere, and give it to a later "
        "run as --expect, which then finds a chain that was rewritten. Exits with 1 where it is broken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--expect",
            type=head_as_written,
            action="append",
            default=[],
            metavar="NUMBER:SEAL",
            help="a head that was written down earlier; may be given several times",
        )
        parser.add_argument("--json", action="store_true", help="write the result to standard output as JSON")

    def handle(self, *args, **options) -> None:
        head = read_head()
        progress = Progress(self.stderr, "Audit entries, in thousands", -(-head.number // PROGRESS_STEP))
        read = Counter[str]()

        def step() -> None:
            read["entries"] += 1
            if read["entries"] % PROGRESS_STEP == 0 or read["entries"] == head.number:
                progress.step()

        shown: list[Fault] = []
        fault_count = 0
        for fault in verify(head, written_down=_seals(options["expect"]), step=step):
            fault_count += 1
            if fault_count <= SHOWN:
                shown.append(fault)
        is_written_down = write_down(head, fault_count) is not None
        if options["json"]:
            self.stdout.write(_as_json(head, read["entries"], fault_count, shown, is_written_down))
        else:
            self.stdout.write(str(head))
        self.report(read["entries"], fault_count, shown, is_written_down)
        if fault_count:
            sys.exit(BROKEN)

    def report(self, read: int, fault_count: int, shown: list[Fault], is_written_down: bool) -> None:
        for fault in shown:
            self.stderr.write(str(fault))
        if fault_count > len(shown):
            self.stderr.write(f"… and {fault_count - len(shown)} more faults")
        if not is_written_down:
            self.stderr.write("This check could not be entered in the log: its end does not fit its head.")
        state = f"BROKEN, {fault_count} faults" if fault_count else "whole"
        self.stderr.write(f"{read} audit entries read; the chain is {state}.")


def _seals(heads: list[Head]) -> dict[int, str]:
    return {head.number: head.seal for head in heads}


def _as_json(head: Head, read: int, fault_count: int, shown: list[Fault], is_written_down: bool) -> str:
    return json.dumps(
        {
            "head": str(head),
            "entries": read,
            "is_whole": fault_count == 0,
            "is_written_down": is_written_down,
            "fault_count": fault_count,
            "faults": [asdict(fault) for fault in shown],
        }
    )

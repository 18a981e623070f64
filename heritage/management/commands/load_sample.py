"""Load the sample: Jilin's industrial heritage with its areas, enterprises, projects and tasks."""

import json
import sys
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from heritage.audit import record_run
from heritage.exchange.progress import Progress
from heritage.exchange.sample import Outcome, load_sample
from heritage.exchange.sample_file import SAMPLE_FILE, SampleFileError, read_sample
from heritage.exchange.sample_store import State
from heritage.models import Division

ROWS_FAILED, USAGE, INTERRUPTED = 1, 2, 130


class Command(BaseCommand):
    """Idempotent and resumable: a record is loaded whole or not at all, and a second run changes nothing."""

    help = "Load the sample records. Safe to run again; records that an officer has touched are left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--file",
            type=Path,
            default=SAMPLE_FILE,
            help="another file of the same format (default: the sample)",
        )
        parser.add_argument(
            "--json", action="store_true", help="write the summary to standard output as JSON"
        )

    def handle(self, *args, **options) -> None:
        sample = self._read(options["file"])
        total = sum(len(items) for items in sample.values())
        outcomes: list[Outcome] = []
        progress = Progress(self.stderr, "Sample records", total)
        try:
            for outcome in load_sample(sample):
                outcomes.append(outcome)
                progress.step()
        except KeyboardInterrupt:
            self.stderr.write(
                f"\nStopped after {len(outcomes)} of {total} records; these are loaded whole. "
                "Run load_sample again to go on."
            )
            sys.exit(INTERRUPTED)
        self._report(outcomes, as_json=options["json"])

    def _read(self, path: Path) -> dict[str, list[dict]]:
        codes = set(Division.objects.current().values_list("code", flat=True))
        if not codes:
            raise CommandError("There are no divisions yet. Run load_reference first.", returncode=USAGE)
        try:
            return read_sample(path, division_codes=codes)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=USAGE) from error
        except SampleFileError as error:
            faults = f"{len(error.faults)} fault{'s' if len(error.faults) > 1 else ''}"
            raise CommandError(
                f"{path.name} is refused, nothing was loaded. {faults}:\n{error}",
                returncode=ROWS_FAILED,
            ) from error

    def _report(self, outcomes: list[Outcome], *, as_json: bool) -> None:
        counts = Counter(outcome.state for outcome in outcomes)
        record_run("load_sample", {state.value: counts[state] for state in (State.CREATED, State.UPDATED)})
        failed = [outcome for outcome in outcomes if outcome.state is State.FAILED]
        kept = [outcome for outcome in outcomes if outcome.state is State.KEPT]
        if as_json:
            summary = {
                **{state.value: counts[state] for state in State},
                "kept_records": [outcome.key for outcome in kept],
                "failed_records": {outcome.key: outcome.reason for outcome in failed},
            }
            self.stdout.write(json.dumps(summary, ensure_ascii=False))
        self.stderr.write(
            f"Sample: {', '.join(f'{counts[state]} {state}' for state in State if counts[state])}."
        )
        for outcome in kept:
            self.stderr.write(f"  kept as officers left it: {outcome.name} ({outcome.key})")
        for outcome in failed:
            self.stderr.write(f"  failed: {outcome.name} ({outcome.key}): {outcome.reason}")
        if failed:
            raise CommandError(f"{len(failed)} records were not loaded.", returncode=ROWS_FAILED)

"""Load outlines of divisions from a GeoJSON file. They stay in the house: places are measured by them."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from heritage.audit import record_run
from heritage.exchange.outlines import Outcome, OutlineFileError, State, load_outlines, read_features
from heritage.exchange.progress import Progress
from heritage.geometry import SYSTEMS
from heritage.models import Division

ROWS_FAILED, USAGE = 1, 2
WRITTEN = (State.LOADED,)


class Command(BaseCommand):
    """Idempotent: an outline is replaced by the one in the file, and those not in the file stay."""

    help = "Load outlines of divisions, by which places are checked. They are never shown to anybody."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.geojson", help="a GeoJSON FeatureCollection")
        parser.add_argument(
            "--property",
            default="code",
            help="the property of each feature that holds the six-digit code (default: code)",
        )
        parser.add_argument(
            "--system",
            default="wgs84",
            choices=[system.key for system in SYSTEMS],
            help="the coordinate system of the file (default: wgs84)",
        )
        parser.add_argument(
            "--json", action="store_true", help="write what was done to standard output as JSON"
        )

    def handle(self, *args, **options) -> None:
        features = self._read(options["file"])
        progress = Progress(self.stderr, "Outlines", len(features))
        outcomes: list[Outcome] = []
        for outcome in load_outlines(features, code_property=options["property"], system=options["system"]):
            outcomes.append(outcome)
            progress.step()
        self._report(outcomes, as_json=options["json"])

    def _read(self, path: Path) -> list:
        if not Division.objects.exists():
            raise CommandError("There are no divisions yet. Run load_reference first.", returncode=USAGE)
        try:
            return read_features(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=USAGE) from error
        except OutlineFileError as error:
            raise CommandError(f"{path.name} is refused: {error}.", returncode=USAGE) from error

    def _report(self, outcomes: list[Outcome], *, as_json: bool) -> None:
        counts = Counter(outcome.state for outcome in outcomes)
        record_run("load_outlines", {state.value: counts[state] for state in WRITTEN})
        if as_json:
            summary = {state.value: counts[state] for state in State}
            features = [asdict(outcome) for outcome in outcomes]
            self.stdout.write(json.dumps({**summary, "features": features}, ensure_ascii=False))
        for outcome in outcomes:
            why = f": {outcome.reason}" if outcome.reason else ""
            what = " ".join(filter(None, (outcome.code or "—", outcome.name)))
            self.stderr.write(f"  feature {outcome.position}, {what}: {outcome.state}{why}")
        self.stderr.write(
            f"Outlines: {', '.join(f'{counts[state]} {state}' for state in State if counts[state])}."
        )
        if counts[State.FAILED]:
            raise CommandError(f"{counts[State.FAILED]} outlines were not loaded.", returncode=ROWS_FAILED)

"""Load what every installation needs: divisions, vocabularies, schemes, bodies, the approval workflow."""

import json

from django.core.management.base import BaseCommand, CommandParser

from heritage.audit import record_run
from heritage.exchange.reference import load_reference


class Command(BaseCommand):
    """Idempotent: a second run changes nothing."""

    help = (
        "Load the divisions of Jilin with their collections, the vocabularies, schemes and bodies, "
        "and the approval workflow. Safe to run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="write the counts to standard output as JSON")

    def handle(self, *args, **options) -> None:
        done = load_reference()
        record_run("load_reference", done)
        if options["json"]:
            self.stdout.write(json.dumps(done, ensure_ascii=False))
            return
        counts = ", ".join(f"{count} {what}" for what, count in done.items())
        self.stderr.write(f"Reference data: {counts or 'nothing to do'}.")

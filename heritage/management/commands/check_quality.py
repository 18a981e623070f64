"""Look at every site again and bring its quality flags up to date."""

import json
from collections import Counter

from django.core.management.base import BaseCommand, CommandError, CommandParser

from heritage.exchange.progress import Progress
from heritage.models import HeritageSite
from heritage.services.checking_quality import BATCH, batches, refresh_flags

INTERRUPTED, USAGE = 1, 2


class Command(BaseCommand):
    """Idempotent: each batch is written whole. What officers answered stays where nothing changed."""

    help = "Check the quality of all sites: evidence, places, dates, decrees, sites that resemble each other."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--after",
            default="",
            metavar="NUMBER",
            help="go on after this site, the last one of a run that was broken off",
        )
        parser.add_argument(
            "--json", action="store_true", help="write what was done to standard output as JSON"
        )

    def handle(self, *args, **options) -> None:
        try:
            waiting = batches(after=options["after"].upper())
        except HeritageSite.DoesNotExist as error:
            raise CommandError(f"There is no site {options['after']}.", returncode=USAGE) from error
        progress = Progress(self.stderr, f"Batches of {BATCH} sites", len(waiting))
        counts: Counter[str] = Counter()
        last = ""
        for pks in waiting:
            try:
                counts += refresh_flags(pks)
            except KeyboardInterrupt as error:
                again = f" Go on with --after {last}." if last else " Nothing is done yet."
                raise CommandError(f"Stopped.{again}", returncode=INTERRUPTED) from error
            last = HeritageSite.objects.values_list("number", flat=True).get(pk=pks[-1])
            progress.step()
        self._report(counts, sites=sum(map(len, waiting)), as_json=options["json"])

    def _report(self, counts: Counter[str], *, sites: int, as_json: bool) -> None:
        done = {"sites": sites, **{name: counts[name] for name in ("new", "changed", "gone")}}
        if as_json:
            self.stdout.write(json.dumps(done))
        self.stderr.write(f"Quality flags: {', '.join(f'{count} {name}' for name, count in done.items())}.")

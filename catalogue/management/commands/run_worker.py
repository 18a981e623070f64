"""`manage.py run_worker`: the second process of a site, for what no visitor should wait for."""

from argparse import ArgumentParser

from django.core.management import call_command
from django.core.management.base import BaseCommand

from catalogue.clock import start_clock


class Command(BaseCommand):
    """One process for both: each costs what loading the code costs, some 200 MB."""

    help = "Run queued tasks, publish what is due and index what was left over, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the two pauses."""
        parser.add_argument(
            "--interval", type=float, default=0.5, help="seconds between looks at the queue (0.5)"
        )
        parser.add_argument(
            "--every", type=float, default=5.0, help="seconds between rounds of the clock (5)"
        )

    def handle(self, *, interval: float, every: float, **options: object) -> None:
        """Start the clock, then work until a signal comes."""
        start_clock(every)
        call_command("db_worker", interval=interval, startup_delay=False, reload=False)

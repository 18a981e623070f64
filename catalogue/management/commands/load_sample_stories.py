"""Load the stories that are told from the sample's records."""

import json

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.sample_stories import SampleMissingError, load_sample_stories

USAGE = 2


class Command(BaseCommand):
    """Idempotent: stories that are there are left as their editors made them."""

    help = "Load the sample's stories and themes. Needs load_sample; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="write the new pages to standard output as JSON"
        )

    def handle(self, *args, **options) -> None:
        try:
            made = load_sample_stories()
        except SampleMissingError as error:
            raise CommandError(str(error), returncode=USAGE) from error
        if options["json"]:
            self.stdout.write(json.dumps({"made": made}))
        self.stderr.write(f"Stories made: {', '.join(made) or 'none, all are there'}.")

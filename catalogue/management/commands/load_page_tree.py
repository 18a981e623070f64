"""Make the editorial pages that every installation has."""

import json

from django.core.management.base import BaseCommand, CommandParser

from catalogue.page_tree import make_page_tree


class Command(BaseCommand):
    """Idempotent: a second run makes nothing."""

    help = (
        "Make the home page, the lists of stories and projects, and a page for each project without one. "
        "Safe to run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="write the counts to standard output as JSON")

    def handle(self, *args, **options) -> None:
        made = make_page_tree()
        if options["json"]:
            self.stdout.write(json.dumps(made, ensure_ascii=False))
        counts = ", ".join(f"{count} {kind}" for kind, count in made.items())
        self.stderr.write(f"Pages made: {counts or 'none, all are there'}.")

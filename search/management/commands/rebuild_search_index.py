"""Build the search index anew, beside the one that serves."""

import json
import sys

from django.core.management.base import BaseCommand

from search.engine import get_engine
from search.indexing import rebuild
from search.results import SearchUnavailableError

DEPENDENCY_DOWN = 3


class Command(BaseCommand):
    help = "Build a new generation of the search index and switch to it when it is whole."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON on stdout")
        parser.add_argument(
            "--if-needed", action="store_true", help="do nothing while a current generation answers"
        )

    def handle(self, *args, **options) -> None:
        engine = get_engine()
        before = engine.status()
        if options["if_needed"] and before.generation and not before.problem and not before.is_outdated:
            self.report(options, before, was_rebuilt=False)
            return
        try:
            rebuild(report=lambda count: self.stderr.write(f"{count} records read"))
        except SearchUnavailableError as error:
            self.stderr.write(f"The search index could not be rebuilt: {error}")
            sys.exit(DEPENDENCY_DOWN)
        self.report(options, engine.status(), was_rebuilt=True)

    def report(self, options, status, *, was_rebuilt: bool) -> None:
        outcome = {
            "generation": status.generation,
            "documents": status.document_count,
            "rebuilt": was_rebuilt,
        }
        if options["json"]:
            self.stdout.write(json.dumps(outcome))
        else:
            self.stderr.write("{generation}: {documents} records".format(**outcome))

"""Compare the search index with the database, and bring in what differs."""

import json
import sys

from django.core.management.base import BaseCommand

from search.checks import compare_index
from search.document_schema import DocumentKey
from search.indexing import drain
from search.outbox import note_change
from search.results import SearchUnavailableError

DIFFERENT, DEPENDENCY_DOWN = 1, 3
SHOWN = 20


class Command(BaseCommand):
    help = "Say which records the search index lacks, holds wrongly, or holds in an old version."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--repair", action="store_true", help="look at the differing records again")
        parser.add_argument("--json", action="store_true", help="print the differences as JSON on stdout")

    def handle(self, *args, **options) -> None:
        try:
            comparison = compare_index()
            if options["repair"] and not comparison.is_in_step:
                self.repair([*comparison.missing, *comparison.extra, *comparison.stale])
                comparison = compare_index()
        except SearchUnavailableError as error:
            self.stderr.write(f"The search index is not available: {error}")
            sys.exit(DEPENDENCY_DOWN)
        differences = {
            name: [f"{kind} {pk}" for kind, pk in keys]
            for name, keys in (
                ("missing", comparison.missing),
                ("extra", comparison.extra),
                ("stale", comparison.stale),
            )
        }
        if options["json"]:
            self.stdout.write(json.dumps({"checked": comparison.checked, **differences}))
        else:
            self.report(comparison.checked, differences)
        if not comparison.is_in_step:
            sys.exit(DIFFERENT)

    def report(self, checked: int, differences: dict[str, list[str]]) -> None:
        for name, keys in differences.items():
            more = f" … and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
            self.stderr.write(f"{name}: {len(keys)}  {', '.join(keys[:SHOWN])}{more}".rstrip())
        self.stderr.write(f"{checked} records ought to be in the index")

    @staticmethod
    def repair(keys: list[DocumentKey]) -> None:
        """Note the records as changed, and drain."""
        for kind in {key.kind for key in keys}:
            note_change(kind=kind, pks=tuple(key.pk for key in keys if key.kind == kind))
        drain()

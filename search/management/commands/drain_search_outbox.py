"""Bring pending changes into the search index, once or for as long as the site runs."""

import logging
import sys
import threading

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from search.indexing import drain
from search.results import SearchUnavailableError

logger = logging.getLogger(__name__)
DEPENDENCY_DOWN = 3
LONGEST_PAUSE = 30.0  # seconds between tries while the engine is down


class Command(BaseCommand):
    help = "Apply what waits in the search outbox; with --watch look again every SECONDS."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--watch", type=float, metavar="SECONDS", help="keep looking at this interval")

    def handle(self, *args, **options) -> None:
        if options["watch"]:
            self.watch(options["watch"])
            return
        try:
            self.stderr.write(f"{drain()} entries applied")
        except SearchUnavailableError as error:
            self.stderr.write(f"The search index is not available; nothing was lost: {error}")
            sys.exit(DEPENDENCY_DOWN)

    def watch(self, seconds: float) -> None:
        """Drain until the process is stopped; wait longer after each failure."""
        pause = seconds
        never = threading.Event()
        while not never.wait(pause):
            try:
                drain()
                pause = seconds
            except (SearchUnavailableError, OperationalError) as error:
                pause = min(pause * 2, LONGEST_PAUSE)
                logger.warning("search outbox not drained, next try in %.0f s: %s", pause, error)
            finally:
                close_old_connections()

"""`manage.py serve`: check that the site can run, then become the supervisor that runs it."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROOT = Path(__file__).resolve().parents[3]


class Command(BaseCommand):
    """Named, not imported: the supervisor belongs to `config`, the layer above this one."""

    help = "Run the site in the foreground: server and worker, started again when they die."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address to listen on."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", default=os.environ.get("PORT", "8000"), help="port ($PORT or 8000)")

    def handle(self, *, host: str, port: str, **options: object) -> None:
        """Refuse a database that is behind; else hand this process over, memory and all."""
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            raise CommandError(
                f"The database lacks {len(missing)} migrations, the first is {missing[0][0]}. "
                "Run: manage.py migrate",
                returncode=2,
            )
        connection.close()
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "config.serve", "--host", host, "--port", port])

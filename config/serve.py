"""Run the whole site in the foreground: server and worker, each started again when it dies.

    python -m config.serve [--host 127.0.0.1] [--port 8000]

`manage.py serve` checks settings and database first and then becomes this process. Exit codes: 0 stopped
by a signal, 2 the address cannot be used, 3 a program cannot stay up.
"""

import argparse
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from config.listening import AddressError, answers, read_port, refuse_taken_address
from config.supervisor import Program, ProgramFailedError, Supervisor

ROOT = Path(__file__).resolve().parent.parent
THREADS = "4"  # one process: the search index has one writer, and SQLite too
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - how to reach who listens everywhere
USAGE, DEPENDENCY_DOWN = 2, 3  # exit codes


def programs(host: str, port: int) -> list[Program]:
    """What makes up a running site."""
    manage = [sys.executable, str(ROOT / "manage.py")]
    server = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", THREADS),
        # Without the first, a killed worker ends the server; the second is 3.5 seconds by default.
        *("--respawn-failed-workers", "--respawn-interval", "0.5"),
        *("--workers-kill-timeout", "5", "--log-level", "warning", "config.wsgi:application"),
    ]
    return [Program("server", server), Program("worker", [*manage, "run_worker"])]


@dataclass
class Announcement:
    """Says once where the site is, when it answers there."""

    host: str
    port: int
    is_made: bool = False

    def __call__(self) -> None:
        host = ANY_ADDRESS.get(self.host, self.host)
        if not self.is_made and answers(host, self.port, "/healthz"):
            host = f"[{host}]" if ":" in host else host
            print(f"\n  网站已启动  The site is up:  http://{host}:{self.port}/", flush=True)
            print(f"  后台 Officers:               http://{host}:{self.port}/admin/", flush=True)
            print("  Ctrl-C 停止 stops everything.\n", flush=True)
            self.is_made = True


def main(arguments: list[str] | None = None) -> int:
    """Serve until a signal; return the exit code."""
    parser = argparse.ArgumentParser(prog="serve", description="Run server and worker together.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=os.environ.get("PORT", "8000"))
    options = parser.parse_args(arguments)
    logging.basicConfig(format="%(asctime)s serve: %(message)s", datefmt="%H:%M:%S", level=logging.INFO)
    try:
        port = read_port(options.port)
        refuse_taken_address(options.host, port)
        os.chdir(ROOT)  # the server imports config.wsgi from here
        Supervisor(programs(options.host, port)).run(on_tick=Announcement(options.host, port))
    except AddressError as error:
        print(error, file=sys.stderr)
        return USAGE
    except ProgramFailedError as error:
        print(error, file=sys.stderr)
        return DEPENDENCY_DOWN
    return 0


if __name__ == "__main__":
    sys.exit(main())

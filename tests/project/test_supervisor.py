"""The supervisor against real processes: they are killed, they fail, they are told to stop."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BACK_WITHIN = 5.0  # seconds, the promise of the README
PATIENCE = 15.0  # seconds before a test gives up on something that has no promise

# A program that starts a child of its own and writes both process ids as one line of a file.
FAMILY = """
import os, subprocess, sys, threading
child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
with open(sys.argv[1], "a") as file:
    file.write(f"{os.getpid()} {child.pid}\\n")
threading.Event().wait()
"""
SUPERVISE = """
import sys
from config.supervisor import Program, Supervisor
programs = [Program(path, [sys.executable, "-c", sys.argv[1], path]) for path in sys.argv[2:]]
Supervisor(programs, patience=2).run()
"""
FAIL = "import sys; sys.exit(7)"
STUBBORN = """
import os, signal, sys, threading
signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open(sys.argv[1], "a") as file:
    file.write(f"{os.getpid()}\\n")
threading.Event().wait()
"""


def wait_for(condition: Callable[[], object], within: float = PATIENCE) -> object:
    """Return the first true value of `condition`; fail when there is none in time."""
    deadline, never = time.monotonic() + within, threading.Event()
    while time.monotonic() < deadline:
        if found := condition():
            return found
        never.wait(0.02)
    pytest.fail(f"not within {within} seconds: {condition}")


def is_alive(pid: int) -> bool:
    """A process that has ended but was not reaped yet counts as dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def lives(path: Path) -> list[list[int]]:
    """The process ids of every start so far, whole lines only."""
    text = path.read_text() if path.exists() else ""
    return [[int(pid) for pid in line.split()] for line in re.findall(r"(.*)\n", text)]


@contextmanager
def supervised(program: str, *files: Path) -> Iterator[subprocess.Popen]:
    """Run a supervisor of one copy of `program` for each file; leave no process behind."""
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISE, program, *map(str, files)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield supervisor
    finally:
        supervisor.kill()
        for pid in [pid for path in files for life in lives(path) for pid in life if is_alive(pid)]:
            os.kill(pid, signal.SIGKILL)
        supervisor.communicate()


def test_a_killed_program_is_back_in_time_without_the_child_it_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "server"
    with supervised(FAMILY, path):
        wait_for(lambda: len(lives(path)) == 1)
        for killed in range(1, 4):
            leader, child = lives(path)[-1]
            os.kill(leader, signal.SIGKILL)
            wait_for(lambda expected=killed + 1: len(lives(path)) == expected, within=BACK_WITHIN)
            assert not is_alive(child)


def test_the_other_programs_are_left_alone_when_one_dies(tmp_path: Path) -> None:
    server, worker = tmp_path / "server", tmp_path / "worker"
    with supervised(FAMILY, server, worker):
        wait_for(lambda: lives(server) and lives(worker))
        os.kill(lives(worker)[0][0], signal.SIGKILL)
        wait_for(lambda: len(lives(worker)) == 2, within=BACK_WITHIN)
        assert len(lives(server)) == 1
        assert all(map(is_alive, lives(server)[0]))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_process_and_the_exit_code_is_0(tmp_path: Path, number: int) -> None:
    paths = [tmp_path / "server", tmp_path / "worker"]
    with supervised(FAMILY, *paths) as supervisor:
        wait_for(lambda: all(map(lives, paths)))
        supervisor.send_signal(number)
        assert supervisor.wait(PATIENCE) == 0
        pids = [pid for path in paths for pid in lives(path)[0]]
        wait_for(lambda: not any(map(is_alive, pids)))


def test_a_program_that_does_not_heed_the_request_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "server"
    with supervised(STUBBORN, path) as supervisor:
        wait_for(lambda: lives(path))
        supervisor.terminate()
        assert supervisor.wait(PATIENCE) == 0
        wait_for(lambda: not is_alive(lives(path)[0][0]))


def test_the_programs_end_when_the_supervisor_itself_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "worker"
    with supervised(FAMILY, path) as supervisor:
        wait_for(lambda: lives(path))
        supervisor.kill()
        wait_for(lambda: not is_alive(lives(path)[0][0]))


def test_a_program_that_always_fails_stops_all_and_is_named(tmp_path: Path) -> None:
    with supervised(FAIL, tmp_path / "server") as supervisor:
        _, errors = supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 1
    assert f"ProgramFailedError: {tmp_path}/server ended by itself 5 times in a row" in errors
    assert "exit code 7" in errors


@pytest.mark.drill
def test_programs_killed_in_any_order_at_any_moment_come_back(tmp_path: Path) -> None:
    rounds, chance = int(os.environ.get("DRILL_ROUNDS", "30")), random.Random(20141229)
    paths = [tmp_path / "server", tmp_path / "worker"]
    with supervised(FAMILY, *paths):
        wait_for(lambda: all(map(lives, paths)))
        for _ in range(rounds):
            path = chance.choice(paths)
            count, (leader, child) = len(lives(path)), lives(path)[-1]
            os.kill(leader, signal.SIGKILL)
            wait_for(lambda path=path, count=count: len(lives(path)) > count, within=BACK_WITHIN)
            assert not is_alive(child)
        assert sum(len(lives(path)) for path in paths) == rounds + len(paths)

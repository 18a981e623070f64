"""Keep a few programs running: start them, start again what dies, stop all of them together.

Linux only: it waits with sigtimedwait and ties the programs to its own life with PR_SET_PDEATHSIG.
It imports nothing of Django, so that it stays small while the programs do the work.
"""

import ctypes
import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)

STOPPING = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
WATCHED = STOPPING | {signal.SIGCHLD}
TICK = 0.2  # seconds between two looks when nothing happens
STEADY_AFTER = 5.0  # seconds: who lived longer starts with a clean record
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 2.0  # seconds before a restart; 2 + a start stays under 5
FAILURES_ALLOWED = 5  # in a row, each within STEADY_AFTER, by the program's own exit
PATIENCE = 10.0  # seconds a program has to stop when asked

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None, use_errno=True)


class ProgramFailedError(Exception):
    """A program exits by itself as soon as it is started, every time."""


@dataclass(frozen=True)
class Program:
    """What to run, under the name the log gives it."""

    name: str
    command: Sequence[str]


@dataclass
class _Running:
    program: Program
    process: subprocess.Popen | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    short_lives: int = 0
    failures: int = 0

    def start_if_due(self, inherited_mask: set) -> None:
        if self.process is not None or time.monotonic() < self.due_at:
            return
        supervisor = os.getpid()

        def become_child() -> None:
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != supervisor:  # it died before the line above took effect
                os._exit(1)
            signal.pthread_sigmask(signal.SIG_SETMASK, inherited_mask)

        self.process = subprocess.Popen(
            self.program.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=become_child,  # noqa: PLW1509 - safe: this process has one thread
        )
        self.started_at = time.monotonic()

    def bury_if_dead(self) -> None:
        """Kill what a dead program left behind, then note when it is due again.

        The group is killed before its leader is reaped: until then nobody else can get its id.
        """
        if self.process is None or not _has_exited(self.process.pid):
            return
        _signal_group(self.process.pid, signal.SIGKILL)
        code = self.process.wait()
        lived = time.monotonic() - self.started_at
        self.process = None
        self.short_lives = self.short_lives + 1 if lived < STEADY_AFTER else 0
        self.failures = self.failures + 1 if lived < STEADY_AFTER and code >= 0 else 0
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2**self.short_lives)
        self.due_at = time.monotonic() + pause
        logger.warning("%s %s; starting it again", self.program.name, _how_it_ended(code))
        if self.failures >= FAILURES_ALLOWED:
            raise ProgramFailedError(
                f"{self.program.name} ended by itself {self.failures} times in a row, the last time with "
                f"exit code {code}. Its own message stands above; the command is: "
                f"{' '.join(self.program.command)}"
            )


@dataclass
class Supervisor:
    """Runs programs, each in a process group of its own, until a signal says stop."""

    programs: Sequence[Program]
    patience: float = PATIENCE
    _running: list[_Running] = field(default_factory=list, init=False)

    def run(self, on_tick: Callable[[], None] = lambda: None) -> None:
        """Return when SIGINT, SIGTERM or SIGHUP has come and every process is gone.

        `on_tick` is called a few times a second. Raises ProgramFailedError when a program cannot stay up.
        """
        for number in STOPPING:  # a shell that starts us in the background had SIGINT ignored
            signal.signal(number, signal.default_int_handler)
        inherited_mask = signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        self._running = [_Running(program) for program in self.programs]
        try:
            while not self._told_to_stop():
                for each in self._running:
                    each.bury_if_dead()
                    each.start_if_due(inherited_mask)
                on_tick()
        finally:
            self._stop_all()
            signal.pthread_sigmask(signal.SIG_SETMASK, inherited_mask)

    def _told_to_stop(self) -> bool:
        received = signal.sigtimedwait(WATCHED, TICK)
        return received is not None and received.si_signo in STOPPING

    def _stop_all(self) -> None:
        """Ask every group to end; kill what has not ended in time, or at once on a second signal."""
        processes = [each.process for each in self._running if each.process is not None]
        for process in processes:
            _signal_group(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline and not all(_has_exited(process.pid) for process in processes):
            if self._told_to_stop():
                break
        for process in processes:
            _signal_group(process.pid, signal.SIGKILL)
            process.wait()


def _has_exited(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _signal_group(leader: int, number: signal.Signals) -> None:
    try:
        os.killpg(leader, number)
    except ProcessLookupError:
        pass  # the whole group is gone, which is what was wanted


def _how_it_ended(code: int) -> str:
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

"""Try what the README promises of `make demo`, as a newcomer would: standard library only.

The first page within three minutes, logins shown, a second start within seconds with the data kept, a
killed worker back within five seconds, nothing left after Ctrl-C.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from config.listening import answers

ROOT = Path(__file__).resolve().parent.parent
FIRST_PAGE, SECOND_START, BACK, STOPPED = 180.0, 20.0, 5.0, 15.0  # seconds
LOGIN = re.compile(r"^[a-z0-9-]+ +\w{4}-\w{4}-\w{4}-\w{4}", re.MULTILINE)


class PromiseBrokenError(Exception):
    """The demo did not do what the README says."""


def main() -> int:
    """Run the demo twice in a data folder of its own; return 1 with a sentence when a promise is broken."""
    try:
        with tempfile.TemporaryDirectory(prefix="heritage demo ") as folder:
            with running_demo(Path(folder)) as (port, output):
                within(FIRST_PAGE, "the first page", lambda: answers("127.0.0.1", port, "/"))
                if not LOGIN.search(output.read_text(encoding="utf-8")):
                    raise PromiseBrokenError("the logins of the sample officers were not shown")
                kill_and_see_them_back(Path(folder), port)
            with running_demo(Path(folder)) as (port, output):
                within(SECOND_START, "the second start", lambda: answers("127.0.0.1", port, "/"))
                if LOGIN.search(output.read_text(encoding="utf-8")):
                    raise PromiseBrokenError("the second start made logins again")
    except PromiseBrokenError as error:
        print(f"make demo: {error}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def running_demo(data_dir: Path) -> Iterator[tuple[int, Path]]:
    """Start `make demo` as a terminal does, press Ctrl-C at the end and see that nothing is left."""
    port, log = free_port(), data_dir / "demo.log"
    with log.open("w") as output:
        demo = subprocess.Popen(
            ["make", "demo", f"PORT={port}", f"DATA_DIR={data_dir}"],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield port, log
        os.killpg(demo.pid, signal.SIGINT)
        within(STOPPED, "the end after Ctrl-C", lambda: demo.poll() is not None)
        within(STOPPED, "the end of the last process", lambda: not processes_of(data_dir))
    except PromiseBrokenError:
        print(log.read_text(encoding="utf-8"), file=sys.stderr)
        raise
    finally:
        for process in processes_of(data_dir):
            os.kill(process, signal.SIGKILL)
        demo.wait()


def kill_and_see_them_back(data_dir: Path, port: int) -> None:
    """Kill the server's worker, then the queue's, as the kernel does when memory is short."""
    for killed in workers_of(data_dir):
        others = workers_of(data_dir) - {killed}
        os.kill(killed, signal.SIGKILL)

        def is_back(killed: int = killed, others: set[int] = others) -> bool:
            return bool(workers_of(data_dir) - {killed} - others) and answers("127.0.0.1", port, "/")

        within(BACK, "the site after a worker was killed", is_back)


def within(seconds: float, what: str, condition: Callable[[], object]) -> None:
    """Wait for a promise and print how long it took."""
    started, never = time.monotonic(), threading.Event()
    while not condition():
        if time.monotonic() - started > seconds:
            raise PromiseBrokenError(f"{what} did not come within {seconds:g} seconds")
        never.wait(0.1)
    print(f"{what}: {time.monotonic() - started:.1f} s", flush=True)


def processes_of(data_dir: Path) -> list[int]:
    """Find the processes that were given this data folder, this one and finished ones excepted."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue  # gone, or not ours to read
        if f"DATA_DIR={data_dir}\0".encode() in environment:
            found.append(int(folder.name))
    return found


def workers_of(data_dir: Path) -> set[int]:
    """Find those that do the work: not the supervisor, not the server's main process."""
    return set(filter(is_worker, processes_of(data_dir)))


def is_worker(process: int) -> bool:
    """Whether this is a child of the server, or the process that works the queue."""
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
        parent = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1]
        parent_command = Path(f"/proc/{parent}/cmdline").read_bytes()
    except OSError:
        return False  # it or its parent has just ended
    return b"run_worker" in command or (b"granian" in command and b"granian" in parent_command)


def free_port() -> int:
    """Let the system choose a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())

"""`make demo`: from a clone to a running site, in the foreground, with data that stays.

Every step that has been done for this state of the code is skipped, so the second run starts in seconds.
The sample is loaded once for each DATA_DIR: what officers changed since is theirs. `make demo
SEARCH=elasticsearch` searches on a node of its own; exit code 3 where it cannot be had.
"""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from config.listening import AddressError, read_port, refuse_taken_address
from scripts.elasticsearch_archive import NodeUnavailableError
from scripts.elasticsearch_node import running_node
from scripts.environment import ROOT, EnvironmentFailedError, ensure

HOST = "127.0.0.1"
CODE = ("accounts", "catalogue", "config", "heritage", "locale", "media", "search", "static", "templates")
WHEN_CODE_CHANGED = [
    ("database", ["migrate", "--no-input", "--verbosity", "0"]),
    ("reference data", ["load_reference"]),
    ("public pages", ["load_page_tree"]),
    ("static files", ["collectstatic", "--no-input", "--verbosity", "0"]),
    ("search index", ["rebuild_search_index"]),
]
ONCE = [
    ("sample", ["load_sample"]),
    ("sample stories", ["load_sample_stories"]),
    ("sample officers", ["create_officer", "--sample"]),
]


class StepFailedError(Exception):
    """A management command did not succeed; what it wrote stands above."""


def main() -> int:
    """Prepare and serve; return an exit code only when the site could not be started."""
    try:
        port = read_port(os.environ.get("PORT") or "8000")
        refuse_taken_address(HOST, port)
        python = ensure("runtime")
        data_dir = Path(os.environ.get("DATA_DIR") or ROOT / "var").absolute()
        settings = settings_of_the_demo(port, data_dir)
        if os.environ.get("SEARCH") == "elasticsearch":
            return serve_with_a_node(python, port, data_dir, settings)
        prepare(python, data_dir, settings)
    except AddressError as error:
        print(error, file=sys.stderr)
        return 2
    except (EnvironmentFailedError, StepFailedError) as error:
        print(error, file=sys.stderr)
        return 1
    except NodeUnavailableError as error:
        print(f"SEARCH=elasticsearch: {error}", file=sys.stderr)
        return 3
    return become_the_site(python, port, settings)


def become_the_site(python: Path, port: int, settings: dict[str, str]) -> NoReturn:
    """Hand this process over, so that signals and the exit code are those of the site."""
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(python, serving(python, port), settings)


def serve_with_a_node(python: Path, port: int, data_dir: Path, settings: dict[str, str]) -> int:
    """Serve beside an Elasticsearch node that lives as long as the demo; its index is built at each start."""
    with running_node() as node:
        settings |= {"ELASTICSEARCH_URL": node.url, "ELASTICSEARCH_REPLICAS": "0"}
        prepare(python, data_dir, settings)
        run_step("search index", [str(python), "manage.py", "rebuild_search_index"], settings)
        site = subprocess.Popen(serving(python, port), cwd=ROOT, env=settings, start_new_session=True)
        for sent in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sent, lambda number, _frame: site.send_signal(number))
        return site.wait()


def serving(python: Path, port: int) -> list[str]:
    return [str(python), "manage.py", "serve", "--host", HOST, "--port", str(port)]


def settings_of_the_demo(port: int, data_dir: Path) -> dict[str, str]:
    """Production settings for plain HTTP on this machine; what the caller has set wins."""
    return {
        "BASE_URL": f"http://{HOST}:{port}",
        "EMAIL_URL": f"file:///{data_dir}/mail",
        "LOG_LEVEL": "WARNING",
        **os.environ,
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "PYTHONUNBUFFERED": "1",
    }


def prepare(python: Path, data_dir: Path, settings: dict[str, str]) -> None:
    """Do the steps that are due; what they tell the operator (the logins) is repeated at the end."""
    data_dir.mkdir(parents=True, exist_ok=True)
    code, sample = data_dir / "prepared-for", data_dir / "sample-loaded"
    wanted, told = fingerprint(), []
    code_changed = not (code.exists() and code.read_text() == wanted)
    steps = (WHEN_CODE_CHANGED if code_changed else []) + ([] if sample.exists() else ONCE)
    try:
        for name, command in steps:
            told.append(run_step(name, [str(python), "manage.py", *command], settings))
            if (name, command) == ONCE[-1]:
                sample.touch()
    finally:
        print("".join(told), end="", flush=True)
    code.write_text(wanted)


def run_step(name: str, command: list[str], settings: dict[str, str]) -> str:
    """Run one command and return what it wrote to standard output; its progress is shown as it comes."""
    print(f"{name} …", file=sys.stderr, flush=True)
    started = time.monotonic()
    finished = subprocess.run(
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if finished.returncode != 0:
        raise StepFailedError(f"{finished.stdout}{name}: failed with exit code {finished.returncode}.")
    print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return finished.stdout


def fingerprint() -> str:
    """Name the state of everything the steps depend on."""
    digest = hashlib.sha256((ROOT / "requirements" / "runtime.txt").read_bytes())
    for path in files_of_the_code():
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def files_of_the_code() -> Iterator[Path]:
    """Every file of ours the running site reads, in a fixed order."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


if __name__ == "__main__":
    sys.exit(main())

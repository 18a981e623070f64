"""Make a virtual environment that holds exactly what a lock file says.

    python3 -m scripts.environment runtime|dev

Prints the path of its interpreter. An environment made from the same lock by the same Python is kept.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST, FIRST_UNTRIED = (3, 11), (3, 13)
FOLDERS = {
    "runtime": Path(os.environ.get("VENV", ROOT / ".venv-run")),
    "dev": Path(os.environ.get("VENV_DEV", ROOT / ".venv-dev")),
}


class EnvironmentFailedError(Exception):
    """The environment could not be made; the text says what to do."""


def ensure(kind: str) -> Path:
    """Return the interpreter of the environment, made now if it is missing or its lock has changed."""
    refuse_other_pythons(sys.version_info[:2])
    lock, folder = ROOT / "requirements" / f"{kind}.txt", FOLDERS[kind].absolute()
    interpreter, mark = folder / "bin" / "python", folder / "made-from"
    wanted = fingerprint(lock)
    if mark.exists() and mark.read_text() == wanted and interpreter.exists():
        return interpreter
    print(f"Making {folder.name} from requirements/{lock.name} (once, about a minute) …", file=sys.stderr)
    build(folder, lock)
    mark.write_text(wanted)
    return interpreter


def refuse_other_pythons(version: tuple[int, int]) -> None:
    """Raise EnvironmentFailedError for a Python that the lock was not resolved for."""
    if not OLDEST <= version < FIRST_UNTRIED:
        raise EnvironmentFailedError(
            f"This is Python {version[0]}.{version[1]}; the site runs on 3.11 and 3.12. "
            "Install one of them and name it, for example: make demo PYTHON=python3.11"
        )


def fingerprint(lock: Path) -> str:
    """Name the contents of a lock together with the Python that reads it."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"


def build(folder: Path, lock: Path) -> None:
    """Make the environment from nothing: leftovers of another lock are not trusted."""
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=True).create(folder)
    except (subprocess.CalledProcessError, ImportError) as error:
        raise EnvironmentFailedError(
            "Python's venv module does not work here. On Debian: apt install python3-venv"
        ) from error
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    exact = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    finished = subprocess.run([str(folder / "bin" / "python"), *install, *exact], check=False)
    if finished.returncode != 0:
        raise EnvironmentFailedError(
            "pip could not install what the lock names; its message stands above. Without a network, or "
            "behind a mirror, set PIP_INDEX_URL or PIP_FIND_LINKS and run the same command again."
        )


if __name__ == "__main__":
    try:
        print(ensure(sys.argv[1]))
    except EnvironmentFailedError as failure:
        sys.exit(str(failure))

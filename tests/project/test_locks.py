"""The locks are what pyproject.toml asks for, each line with its hashes."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {
    "runtime": PROJECT["project"]["dependencies"],
    "dev": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
}


def blocks(kind: str) -> list[str]:
    """The entries of a lock: a requirement with its continuation lines."""
    text = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    return re.split(r"\n(?=[a-zA-Z0-9])", text)


def pins(kind: str) -> dict[str, set[str]]:
    """The versions a lock names for each package; some differ by Python version or platform."""
    found: dict[str, set[str]] = {}
    for block in blocks(kind):
        requirement = Requirement(block.split("\\")[0].strip())
        found.setdefault(canonicalize_name(requirement.name), set()).add(str(requirement))
    return found


@pytest.mark.parametrize("kind", WANTED)
def test_every_requirement_is_locked_within_its_range(kind: str) -> None:
    locked = pins(kind)
    for line in WANTED[kind]:
        wanted = Requirement(line)
        for pin in locked[canonicalize_name(wanted.name)]:
            (exact,) = Requirement(pin).specifier
            assert wanted.specifier.contains(exact.version), f"{pin} is not {line}: run make lock"


@pytest.mark.parametrize("kind", WANTED)
def test_every_locked_package_has_a_hash(kind: str) -> None:
    assert [block for block in blocks(kind) if "--hash=sha256:" not in block] == []


def test_tests_run_on_the_packages_that_serve() -> None:
    runtime, dev = pins("runtime"), pins("dev")
    assert {name: dev.get(name) for name in runtime} == runtime


def test_this_environment_is_the_locked_one() -> None:
    for line in WANTED["dev"]:
        name = canonicalize_name(Requirement(line).name)
        pinned = [Requirement(pin) for pin in pins("dev")[name]]
        here = [pin for pin in pinned if pin.marker is None or pin.marker.evaluate()]
        assert [pin.specifier.contains(version(name)) for pin in here] == [True], f"{name} {version(name)}"

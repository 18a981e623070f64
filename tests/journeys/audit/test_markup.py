"""The markup of every public page, in both languages, before the Nu HTML checker (docs/decisions/0008)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from tests.journeys.audit.public_pages import PublicPage
from tests.journeys.conftest import ROOT

pytestmark = pytest.mark.audit

CHECKER = ROOT / "scripts/html_checker/node_modules/vnu-jar/build/dist/vnu.jar"
BROKEN = "<!doctype html><html lang=en><title>t</title><ul><p>no item</p></ul></html>"


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks the files named after it."""
    java = shutil.which("java")
    if java is None or not CHECKER.exists():
        pytest.skip(
            "needs the Nu HTML checker: install a Java runtime (default-jre-headless), "
            "then run `npm ci --prefix scripts/html_checker`"
        )
    return [java, "-Xss4m", "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json"]


def complaints(checker: list[str], folder: Path, pages: dict[str, str]) -> list[str]:
    """Return what the checker says of pages by name, each line with the place."""
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[path.as_uri().replace("///", "/", 1)] = name
    finished = subprocess.run(
        [*checker, *map(str, sorted(folder.glob("*.html")))],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [
        f"{names[message['url']]}:{message['lastLine']}: {message['message']}"
        for message in json.loads(finished.stdout)["messages"]
    ]


def test_the_markup_of_every_page_is_right(
    checker: list[str], tmp_path: Path, public_pages: list[PublicPage]
) -> None:
    pages = {str(page): page.html for page in public_pages} | {"error 500": render_to_string("500.html")}
    assert complaints(checker, tmp_path, pages) == []


def test_the_checker_would_have_found_something(checker: list[str], tmp_path: Path) -> None:
    found = complaints(checker, tmp_path, {"broken": BROKEN})
    assert [line.partition(": ")[0] for line in found] == ["broken:1"]

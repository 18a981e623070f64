"""What the documents promise is there, and what is there is documented."""

import ast
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
OURS = ("accounts", "catalogue", "config", "heritage", "media", "search")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DEPLOYMENT = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def first_column(heading: str) -> set[str]:
    """The names in the first column of the table below a heading of docs/deployment.md."""
    section = DEPLOYMENT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([A-Za-z_]+)` \|", section, re.MULTILINE))


def test_every_environment_variable_is_documented() -> None:
    readers = [ROOT / "config" / name for name in ("env.py", "search_engine.py")]
    read = {
        call.args[0].value
        for reader in readers
        for call in ast.walk(ast.parse(reader.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.args
    }
    assert first_column("Environment variables") == read


def test_every_command_is_documented() -> None:
    ours = {name for name, app in get_commands().items() if app in OURS}
    assert first_column("Commands of ours") == ours


def test_every_target_of_the_makefile_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    broken = [
        link
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / link).exists()
    ]
    assert broken == []


def test_decisions_are_numbered_without_a_gap_and_have_the_same_parts() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    parts = [re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) for path in decisions]
    assert parts == [["Context", "Decision", "Why", "What follows"]] * len(decisions)

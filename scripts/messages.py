"""Where the translated messages are, and how they are read from sources, templates and catalogues."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
OWN = LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po"
SOURCES = ("accounts", "catalogue", "config", "heritage", "media", "search", "templates")
KEYWORDS: dict[str, tuple | None] = {
    "_": None,
    "_now": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
METHODS = [("**.py", "python"), ("**.html", "scripts.messages:extract_template")]
STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
CALL = re.compile(rf"\b(n?p?gettext|_)(\((?:[^()\"']|{STRING})*\))", re.DOTALL)


def catalogues() -> list[Path]:
    """Every catalogue of ours: the site's own, and what completes the Chinese of Wagtail."""
    return sorted(LOCALE.rglob("LC_MESSAGES/*.po"))


def read(path: Path, *, is_strict: bool = True) -> Catalog:
    """Read a catalogue. What babel cannot read raises PoFileError, unless it may be mended."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, abort_invalid=is_strict)


def new_catalogue(title: str = "Chinese of this site's own messages") -> Catalog:
    """Return an empty catalogue whose header never changes, so that only messages make a difference."""
    return Catalog(
        locale="zh_Hans",
        domain="django",
        header_comment=(
            f"# {title}.\n# `make messages` keeps the messages up to date; the Chinese is by hand."
        ),
        project="heritage",
        version="1",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        revision_date=datetime(2026, 1, 1, tzinfo=UTC),
        last_translator="the maintainers",
        language_team="zh_Hans",
        msgid_bugs_address="CONTRIBUTING.md",
        fuzzy=False,
    )


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in a fixed order, without line numbers: they change when no message does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)


def messages_in_use() -> Catalog:
    """Collect every message that the code and the templates ask for, with the files that do."""
    found = new_catalogue()
    for folder in SOURCES:
        extracted = extract_from_dir(
            ROOT / folder, METHODS, {}, KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
        )
        for name, _line, message, comments, context in extracted:
            found.add(message, locations=[(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
    return found


def extract_template(file: IO[bytes], keywords: dict, comment_tags: list, options: dict) -> Iterator[tuple]:
    """Babel's extraction method for Django templates, by the reader that Django itself uses.

    Yields (line, function, arguments, comments) as babel asks of every method.
    """
    if not settings.configured:
        settings.configure()
        django.setup()
    source = templatize(file.read().decode("utf-8"))
    for call in CALL.finditer(source):
        (expression,) = (node for node in ast.walk(ast.parse(call[0])) if isinstance(node, ast.Call))
        arguments = tuple(node.value if isinstance(node, ast.Constant) else None for node in expression.args)
        line = source.count("\n", 0, call.start()) + 1
        yield line, call[1], arguments if len(arguments) > 1 else arguments[0], []

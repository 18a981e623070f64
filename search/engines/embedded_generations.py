"""Generations of the embedded index: directories beside each other, and a file naming the current one.

Local disk only: Tantivy maps files into memory and locks them, which network file systems do not do well.
"""

import json
import os
import re
import shutil
import struct
import zlib
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from search.index_fields import SCHEMA_HASH
from search.results import SearchUnavailableError
from search.text import CHAIN_VERSION

POINTER = "current"
# Holds the reason; a generation with it is not read again.
DAMAGE_MARK = "DAMAGED"
FORMAT = f"{SCHEMA_HASH}-{CHAIN_VERSION}-{version('tantivy')}"
NAME = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]+-[0-9a-f]+-[0-9A-Za-z.+]+")

# Tantivy ends each segment file with {"version": …, "crc": …}, its length and this number.
FOOTER_MAGIC = 1337
FOOTER_TAIL = struct.Struct("<II")


class GenerationDirectory:
    """The directory that holds all generations."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self.root = Path(root)
        self._pointer = self.root / POINTER  # read by every search

    def path(self, name: str) -> Path:
        """Where a generation lives. Raises SearchUnavailableError for a name that is none."""
        if not NAME.fullmatch(name):
            raise SearchUnavailableError(
                f"{name!r} is not the name of a search index generation; run manage.py rebuild_search_index."
            )
        return self.root / name

    def new_name(self) -> str:
        return f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{FORMAT}"

    def names(self) -> list[str]:
        """All generations, oldest first."""
        if not self.root.is_dir():
            return []
        return sorted(entry.name for entry in self.root.iterdir() if NAME.fullmatch(entry.name))

    def current(self) -> str:
        """The generation that answers. Raises SearchUnavailableError if there is none that can."""
        name = self.pointed_to()
        self.refuse_damaged(name)
        return name

    def pointed_to(self) -> str:
        """The generation that was promoted last, whatever its state."""
        try:
            return self._pointer.read_text("ascii").strip()
        except FileNotFoundError:
            raise SearchUnavailableError(
                f"There is no search index in {self.root}; run manage.py rebuild_search_index."
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise SearchUnavailableError(f"{self._pointer} cannot be read: {error}") from error

    def point_to(self, name: str) -> None:
        """Make a generation the current one; a reader sees the old name or the new one, never half of it."""
        if not (self.path(name) / "meta.json").is_file():
            raise SearchUnavailableError(f"The search index generation {name} is not there; rebuild it.")
        draft = self.root / f"{POINTER}.{os.getpid()}"
        with draft.open("w", encoding="ascii") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._pointer)
        directory = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)

    def remove(self, name: str) -> None:
        """Delete a generation; readers that have it open finish with it."""
        shutil.rmtree(self.path(name), ignore_errors=True)

    def mark_damaged(self, name: str, reason: str) -> None:
        (self.path(name) / DAMAGE_MARK).write_text(reason, "utf-8")

    def refuse_damaged(self, name: str) -> None:
        """Raise SearchUnavailableError for a generation marked as damaged."""
        mark = self.path(name) / DAMAGE_MARK
        if mark.exists():
            raise SearchUnavailableError(
                f"The search index {name} is damaged ({mark.read_text('utf-8')}); "
                "run manage.py rebuild_search_index."
            )


def damaged_files(path: Path) -> list[str]:
    """Names of segment files whose content is not what was written. Reads all of them."""
    return sorted(
        file.name
        for file in path.iterdir()
        if file.suffix not in ("", ".json", ".lock") and _is_damaged(file)
    )


def _is_damaged(file: Path) -> bool:
    content = memoryview(file.read_bytes())
    try:
        length, magic = FOOTER_TAIL.unpack(content[-FOOTER_TAIL.size :])
        footer = json.loads(bytes(content[-FOOTER_TAIL.size - length : -FOOTER_TAIL.size]))
        return magic != FOOTER_MAGIC or zlib.crc32(content[: -FOOTER_TAIL.size - length]) != footer["crc"]
    except (struct.error, ValueError, KeyError, TypeError):
        return True

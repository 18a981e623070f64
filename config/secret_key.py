"""The key that signs sessions and links, kept where the data are."""

import os
import tempfile
from pathlib import Path
from secrets import token_urlsafe


def kept_secret_key(data_dir: Path) -> str:
    """Read the installation's key, or make it: of two processes starting together the first one's counts."""
    path = data_dir / "secret-key"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=data_dir, encoding="ascii") as fresh:  # rights 0600
            fresh.write(token_urlsafe(50))
            fresh.flush()
            try:
                os.link(fresh.name, path)
            except FileExistsError:
                pass  # the other process was first
    return path.read_text(encoding="ascii")

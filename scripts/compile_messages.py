"""`make messages`, second half: write each .mo beside its .po, without Debian's gettext.

The result depends on the .po alone, so a test can compare byte for byte.
"""

import io
import sys
from pathlib import Path

from babel.messages.mofile import write_mo

from scripts.messages import ROOT, catalogues, read


def compiled(path: Path) -> bytes:
    """Return the bytes of the .mo that belongs to this .po; fuzzy messages are left out."""
    buffer = io.BytesIO()
    write_mo(buffer, read(path))
    return buffer.getvalue()


def main() -> None:
    """Compile every catalogue under locale/."""
    for path in catalogues():
        path.with_suffix(".mo").write_bytes(compiled(path))
        print(f"{path.relative_to(ROOT).with_suffix('.mo')} written", file=sys.stderr)


if __name__ == "__main__":
    main()

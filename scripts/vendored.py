"""Files of others under static/vendor/NAME-VERSION/: each with a licence, all listed with their hashes.

python -m scripts.vendored        compare the files with static/vendor/SHA256SUMS
python -m scripts.vendored write  list them anew, after a reviewed update
"""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
LIST = VENDOR / "SHA256SUMS"  # as sha256sum writes it: sha256sum --check reads it too


def listed() -> dict[str, str]:
    """Return the hash that the list gives each file."""
    if not LIST.exists():
        return {}
    pairs = [line.split("  ", 1) for line in LIST.read_text(encoding="utf-8").splitlines()]
    return {name: digest for digest, name in pairs}


def present() -> dict[str, str]:
    """Return the hash of each file that is there."""
    files = sorted(path for path in VENDOR.rglob("*") if path.is_file() and path != LIST)
    return {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def differences() -> list[str]:
    """Say in one sentence each what is changed, missing, not listed or without a licence."""
    wanted, found = listed(), present()
    folders = {name.split("/", 1)[0] for name in found}
    licensed = {name.split("/", 1)[0] for name in found if "LICEN" in name.upper()}
    return [
        *(f"{name} is not in SHA256SUMS" for name in sorted(found.keys() - wanted.keys())),
        *(f"{name} is missing" for name in sorted(wanted.keys() - found.keys())),
        *(
            f"{name} was changed"
            for name in sorted(wanted.keys() & found.keys())
            if wanted[name] != found[name]
        ),
        *(f"{folder} has no licence" for folder in sorted(folders - licensed)),
    ]


def main(arguments: list[str]) -> int:
    """Compare, or write the list."""
    if arguments == ["write"]:
        lines = [f"{digest}  {name}\n" for name, digest in present().items()]
        LIST.write_text("".join(lines), encoding="utf-8")
        return 0
    print("\n".join(differences()), end="")
    return 1 if differences() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`make messages`, first half: bring the catalogues up to what code, templates and dependencies ask for."""

import sys

from babel.messages.catalog import Catalog

from scripts.dependency_messages import COMPLETING, all_strings, completed
from scripts.messages import OWN, ROOT, messages_in_use, new_catalogue, read, write


def main() -> None:
    """Add new messages untranslated, keep every translation still asked for; then say what is open."""
    for path, catalogue in {
        OWN: own(),
        **{path: completed(domain) for domain, path in COMPLETING.items()},
    }.items():
        write(path, catalogue)
        missing = [message for message in catalogue if message.id and not all_strings(message)]
        count = f"{len(catalogue)} messages, {len(missing)} to translate"
        print(f"{path.relative_to(ROOT)}: {count}", file=sys.stderr)


def own() -> Catalog:
    """Return the messages in use with the Chinese they have so far."""
    known = read(OWN, is_strict=False) if OWN.exists() else new_catalogue()
    catalogue = messages_in_use()
    for message in catalogue:
        before = known.get(message.id, message.context) if message.id else None
        if before is not None and type(before.id) is type(message.id):
            message.string = before.string
    return catalogue


if __name__ == "__main__":
    main()

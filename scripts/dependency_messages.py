"""What the Chinese of our dependencies lacks, and where this site says it differently.

Wagtail's Chinese is about four fifths complete. locale/dependencies/ holds the rest: messages that an
installed package has in English only, and those we word otherwise (its collections are our divisions).
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from scripts.messages import LOCALE, new_catalogue, read

PACKAGES = (
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django",
    "taggit",
    "wagtail",
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
)
DOMAINS = ("django", "djangojs")
COMPLETING = {domain: LOCALE / f"dependencies/zh_Hans/LC_MESSAGES/{domain}.po" for domain in DOMAINS}


def lacking(domain: str) -> list[Message]:
    """List the messages of the installed packages that have no Chinese of their own."""
    chinese = {key(message) for message in _messages(domain, "zh_Hans") if all_strings(message)}
    found = {key(message): message for message in _messages(domain, "en") if key(message) not in chinese}
    return list(found.values())


def completed(domain: str) -> Catalog:
    """Return our catalogue with what is lacking now; translations are kept, also of what we reword."""
    path = COMPLETING[domain]
    kept = read(path) if path.exists() else new_catalogue()
    catalogue = new_catalogue("What the Chinese of our dependencies lacks or says otherwise")
    for message in [*kept, *lacking(domain)]:
        if message.id and catalogue.get(_first(message), message.context) is None:
            catalogue.add(message.id, message.string or "", context=message.context)
    return catalogue


def key(message: Message) -> tuple[str, str | None]:
    """Return what gettext looks a message up by."""
    return _first(message), message.context


def all_strings(message: Message) -> bool:
    """Whether every form is translated, and not merely guessed."""
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return not message.fuzzy and all(strings)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _messages(domain: str, language: str) -> Iterator[Message]:
    for package in PACKAGES:
        folder = Path(str(files(package)))
        for base in (folder, folder / "conf"):  # Django keeps its own beside its settings
            path = base / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            if path.exists():
                with path.open("rb") as file:
                    yield from (message for message in read_po(file, locale=language) if message.id)

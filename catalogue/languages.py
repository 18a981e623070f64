"""The same page in the other language, and its one address for citing."""

from django.conf import settings
from django.http import HttpRequest


def page_addresses(request: HttpRequest) -> dict[str, str]:
    """Give every template the address of this page in the other language, and its canonical address."""
    return {
        "other_language_url": other_language_url(request.get_full_path()),
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
    }


def other_language_url(path: str) -> str:
    """Return the same path and query in the other language.

    >>> other_language_url("/search/?q=a"), other_language_url("/en/")
    ('/en/search/?q=a', '/')
    """
    if path == "/en" or path.startswith(("/en/", "/en?")):
        return path[len("/en") :] or "/"
    return f"/en{path}"

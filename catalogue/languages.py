"""The same page in the other language, and its one address for citing."""

from django.conf import settings
from django.http import HttpRequest


def page_addresses(request: HttpRequest) -> dict:
    """Give every template the addresses of this page: in each language, and the canonical one."""
    path = request.get_full_path()
    chinese, english = sorted((path, other_language_url(path)), key=is_english)
    site = settings.WAGTAILADMIN_BASE_URL
    return {
        "other_language_url": other_language_url(path),
        "canonical_url": f"{site}{request.path}",
        "alternate_urls": {"zh-Hans": site + chinese, "en": site + english, "x-default": site + chinese},
    }


def is_english(path: str) -> bool:
    """Whether an address is that of an English page.

    >>> is_english("/en/search/"), is_english("/energy/")
    (True, False)
    """
    return path == "/en" or path.startswith(("/en/", "/en?"))


def other_language_url(path: str) -> str:
    """Return the same path and query in the other language.

    >>> other_language_url("/search/?q=a"), other_language_url("/en/")
    ('/en/search/?q=a', '/')
    """
    if is_english(path):
        return path[len("/en") :] or "/"
    return f"/en{path}"

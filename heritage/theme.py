"""The look of the officers' screens: Wagtail's own variables with the values of our design."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

SHEETS = ("officers/tokens.css", "officers/frame.css", "officers/work.css")


def insert_global_admin_css() -> SafeString:
    """Link the sheets after Wagtail's own, so that equal rules of ours win."""
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in SHEETS))

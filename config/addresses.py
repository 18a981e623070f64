"""Public addresses of records; `heritage` learns them from the settings alone."""

from django.urls import reverse


def site_address(site) -> str:
    """Return the address of a site's page; the list while it has no number yet."""
    return reverse("site", args=[site.number]) if site.number else reverse("site_list")

"""Where a flag is mended: the address that lands on the field."""

from django.urls import reverse

from heritage.models import Component, HeritageSite, QualityFlag, Survey
from heritage.models.quality_flags import FlagKind

#: Groups of rows within the form have no field of their own: their heading is landed on.
ROWS = ("citations", "events", "names", "reuses")


def landing_url(flag: QualityFlag) -> str:
    """Return where the officer goes to mend what the flag is about. No query; a resemblance is compared."""
    if flag.kind == FlagKind.RESEMBLES:
        return reverse("heritage_sites_compare", args=[flag.site_id, flag.other_id])
    if flag.field == "designations":
        return reverse("heritage_site_status", args=[flag.site_id])
    if survey := flag.particulars.get("survey_pk"):
        return reverse(Survey.snippet_viewset.get_url_name("inspect"), args=[survey])
    if component := flag.particulars.get("component_pk"):
        address = reverse(Component.snippet_viewset.get_url_name("edit"), args=[component])
        return f"{address}#id_typed_shape"
    return f"{edit_url(flag.site_id)}#{anchor_of(flag.field)}"


def anchor_of(field: str) -> str:
    """Return the id in the form of a site at which a field, or a group of rows, stands."""
    return f"id_{field}-FORMS" if field in ROWS else f"id_{field}"


def edit_url(site_pk: int) -> str:
    return reverse(HeritageSite.snippet_viewset.get_url_name("edit"), args=[site_pk])

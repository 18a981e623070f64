"""The public addresses of records, from what disclosure hands out."""

from django.urls import reverse

from heritage.disclosure import LinkedRecord, PublicComponent, RelatedRecord
from heritage.models.named import in_current_language


def site_link(record: RelatedRecord) -> dict:
    """Name and address of a site in the language of the page."""
    return {
        "name": in_current_language(record.name_zh, record.name_en),
        "url": reverse("site", args=[record.number]),
        "number": record.number,
    }


def record_link(record: LinkedRecord) -> dict:
    """Name and address of a project, area or enterprise in the language of the page."""
    return {
        "name": in_current_language(record.name_zh, record.name_en),
        "url": reverse(record.kind, args=[record.slug]),
    }


def component_address(component: PublicComponent) -> str:
    return reverse("component", args=[component.site.number, component.ordinal])

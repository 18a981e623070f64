"""Photographs: licensed, credited, and placed on a public record."""

from heritage.disclosure.records import is_public
from heritage.models import HeritageSite
from media.models import Photograph


def may_see_photograph(photograph: Photograph) -> bool:
    """Whether the public may see a photograph: licensed, credited, and placed on a public record."""
    return (
        photograph.is_publishable
        and HeritageSite.objects.filter(is_public(), photographs__photograph=photograph).exists()
    )

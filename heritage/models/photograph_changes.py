"""A photograph knows nothing of heritage; the sites that show it read differently when it changes."""

from heritage.changes import record_changed
from media.models import Photograph


def announce_photograph(*, instance: Photograph, **_signal: object) -> None:
    """Announce the sites of a photograph that is saved, or is about to go; bound to its signals."""
    record_changed("site", instance.site_uses.values_list("site_id", flat=True))

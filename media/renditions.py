"""Derivatives without metadata: Wagtail's own keep what the camera wrote, the place of the shot too."""

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

#: What a viewer needs beside the pixels; all else (EXIF, GPS, XMP, comments) stays with the master.
KEPT = frozenset({"icc_profile", "transparency"})


class PixelsOnly(FilterOperation):
    """Forget what the file says beside its pixels. The last operation: turning the picture needs EXIF."""

    def construct(self) -> None:
        """Take no parameters."""

    def run(self, willow, image, env):
        for key in set(willow.image.info) - KEPT:
            del willow.image.info[key]
        return willow


class StrippedFilter(Filter):
    """A filter whose derivatives hold no metadata."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        return [*super().filter_operations, PixelsOnly("pixels only")]

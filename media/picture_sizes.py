"""The derivatives of a photograph that public pages show: three widths, three formats, never enlarged."""

from wagtail.images.models import Filter

from media.models import Photograph, Rendition

WIDTHS = (400, 800, 1600)  # pixels
FORMATS = (
    "avif",
    "webp",
    "jpeg",
)  # the smallest files first, as browsers choose; every browser reads the last
FORMAT_OF_SPEC = {f"width-{width}|format-{format}": format for format in FORMATS for width in WIDTHS}


def wanted_specs(photograph: Photograph) -> list[str]:
    """Return the filters of the derivatives it needs: up to the first width that holds all of it."""
    widths = [width for width in WIDTHS if width < photograph.width]
    if len(widths) < len(WIDTHS):
        widths.append(WIDTHS[len(widths)])
    return [f"width-{width}|format-{format}" for width in widths for format in FORMATS]


def missing_specs(photograph: Photograph) -> list[str]:
    """Return those that have not been made yet; reads prefetched renditions."""
    made = {rendition.filter_spec for rendition in photograph.renditions.all()}
    return [spec for spec in wanted_specs(photograph) if spec not in made]


def make_missing(photograph: Photograph) -> list[Rendition]:
    """Make what is missing, the smallest first; a second or so for each in AVIF. Raises OSError."""
    return [photograph.create_rendition(Filter(spec=spec)) for spec in missing_specs(photograph)]

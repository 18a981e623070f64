"""The plants of a project side by side on one ground line, drawn by type, in the order of their years."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalogue.drawings import drawing_of
from catalogue.schematics import sheet_of
from catalogue.schematics.sheet import GROUND
from catalogue.schematics.strokes import SHEET_WIDTH
from catalogue.schematics.types import SCHEMATIC_TYPES, UNKNOWN
from heritage.disclosure import SiteSummary
from heritage.models.named import in_current_language

MOST = 6
CUT = GROUND + 2


def draw_frieze(sites: Sequence[SiteSummary]) -> SafeString:
    """Return the SVG; sites whose type has no drawing are left out. Answers "" where none remains."""
    drawn = [(site, drawing) for site in sites if (drawing := drawing_of(site)).key != UNKNOWN][:MOST]
    if not drawn:
        return SafeString("")
    width = len(drawn) * SHEET_WIDTH
    parts = []
    for i, (_site, drawing) in enumerate(drawn):
        sheet = sheet_of(drawing.key)
        sheet.strokes = [stroke for stroke in sheet.strokes if stroke.classes != "g"]
        parts.append(
            f'<svg class="d" x="{i * SHEET_WIDTH}" y="0" width="{SHEET_WIDTH}" height="{CUT}"'
            f' viewBox="0 0 {SHEET_WIDTH} {CUT}" aria-hidden="true">{sheet.as_svg()}</svg>'
        )
    names = "; ".join(
        f"{in_current_language(site.name_zh, site.name_en)} ({SCHEMATIC_TYPES[drawing.key].label})"
        for site, drawing in drawn
    )
    title = _("Schematic, not a real view: %(type)s") % {"type": names}
    return SafeString(
        f'<svg class="frieze" viewBox="0 0 {width} {CUT + 4}" role="img"><title>{escape(title)}</title>'
        f'{"".join(parts)}<path class="ground" d="M0 {GROUND}H{width}"/></svg>'
    )

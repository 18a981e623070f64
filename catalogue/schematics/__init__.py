"""Schematic line drawings by type: what a kind of works looks like, never what one works looked like.

Each is drawn by a function from the few parameters a record can state (24 stalls; 1 of 11 houses lost).
Red draws only the organ that makes the type. Every place that shows one captions it 示意图 · 非实景.
"""

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalogue.schematics.sheet import SchematicError, Sheet
from catalogue.schematics.strokes import SHEET_HEIGHT, SHEET_WIDTH
from catalogue.schematics.types import SCHEMATIC_TYPES, UNKNOWN, SchematicType

__all__ = ["SchematicError", "draw_schematic", "schematic_for", "schematic_notes", "sheet_of"]


def schematic_for(*type_words: str) -> str:
    """The key of the drawing for a record's Chinese type; further words (its industry) may follow.

    >>> schematic_for("化工厂／造粒塔")
    'prilling'
    """
    words = " ".join(type_words)
    for key, schematic in SCHEMATIC_TYPES.items():
        if any(keyword in words for keyword in schematic.keywords):
            return key
    return UNKNOWN


def draw_schematic(
    key: str, *, thumbnail: bool = False, is_lost: bool = False, **parameters: object
) -> SafeString:
    """An ``<svg>`` without style, id or script, safe to put into a page.

    ``thumbnail`` leaves out what is too fine for 148 px; ``is_lost`` dashes the whole; ``parameters`` are
    those of the type (``stalls``, ``total`` and ``lost``, ``ends_kept``, ``mark``).

    Raises:
        SchematicError: no such type, a parameter it does not have, or a value it cannot show.
    """
    sheet = sheet_of(key, **parameters)
    if is_lost:
        sheet.mark_lost()
    size = "thumb" if thumbnail else "sheet"
    return SafeString(
        f'<svg class="sch d sch--{size}" viewBox="0 0 {SHEET_WIDTH} {SHEET_HEIGHT}" role="img">'
        f"<title>{escape(_title(_type(key)))}</title>{sheet.as_svg(thumbnail=thumbnail)}</svg>"
    )


def schematic_notes(key: str, *, is_lost: bool = False, **parameters: object) -> list[str]:
    """The sentences of the 说明 beside a drawing: what it is, what is red, what is dashed, what is counted.

    Takes what :func:`draw_schematic` takes.
    """
    schematic = _type(key)
    if key == UNKNOWN:
        return [_("There is no drawing of this type yet; the dashed gable only keeps its place.")]
    notes = [
        _("Drawn after the type “%(type)s”; neither a real view nor a survey.") % {"type": schematic.label}
    ]
    if is_lost:
        notes.append(_("Dashed lines: what stood here is gone."))
    elif parameters.get("ends_kept"):
        notes.append(_("Red marks the two ends that stand, dashes what is gone; lengths are not to scale."))
    elif schematic.organ:
        notes.append(
            _("Red marks %(organ)s, the key part of this type; it does not mean that it survives.")
            % {"organ": schematic.organ}
        )
    elif key == "memorial":
        notes.append(_("Memorial sites are drawn without red."))
    if stalls := parameters.get("stalls"):
        notes.append(_("The record states %(count)s stalls; as many are drawn.") % {"count": stalls})
    if total := parameters.get("total"):
        count = {"total": total, "lost": parameters.get("lost", 0)}
        notes.append(_("The record states %(total)s buildings, %(lost)s of them gone (dashed).") % count)
    return notes


def sheet_of(key: str, **parameters: object) -> Sheet:
    """The strokes of a drawing, for pages that compose several into one."""
    try:
        return _type(key).draw(**parameters)
    except TypeError as error:
        message = f"schematic {key!r} does not take {', '.join(parameters) or 'no parameters'}: {error}"
        raise SchematicError(message) from error


def _type(key: str) -> SchematicType:
    try:
        return SCHEMATIC_TYPES[key]
    except KeyError:
        message = f"no schematic {key!r}; there are {', '.join(SCHEMATIC_TYPES)}"
        raise SchematicError(message) from None


def _title(schematic: SchematicType) -> str:
    return _("Schematic, not a real view: %(type)s") % {"type": schematic.label}

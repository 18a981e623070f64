"""Words for the codes that facets, results and records carry."""

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

KIND_LABELS = {
    "site": _("Heritage site"),
    "component": _("Component"),
    "project": _("Heritage project"),
    "area": _("Old industrial area"),
    "enterprise": _("Enterprise"),
    "page": _("Page"),
}
MATCHED_LABELS = {
    "name": _("name"),
    "name_en": _("English name"),
    "former_names": _("other names"),
    "place": _("place"),
    "description": pgettext_lazy("public site", "description"),
    "description_en": _("description (English)"),
    "current_use": _("present use"),
    "sources": _("sources"),
    "type": pgettext_lazy("public site", "type"),
    "industry": pgettext_lazy("public site", "industry"),
    "condition": pgettext_lazy("public site", "condition"),
    "listed_name": pgettext_lazy("public site", "name as listed"),
    "site": pgettext_lazy("public site", "name of the site"),
    "wording": pgettext_lazy("public site", "wording of the document"),
    "outcome": pgettext_lazy("public site", "what became of it"),
    "text": _("text"),
    "code": _("number"),
    "pinyin": _("pinyin"),
}


def in_english() -> bool:
    """Whether the page is read in English."""
    return (get_language() or "").startswith("en")

"""Why a value is missing: a blank field says nothing, this says why."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class AbsenceReason(models.TextChoices):
    NOT_SURVEYED = "not_surveyed", _("Not surveyed yet")
    UNKNOWN = "unknown", _("Not known from the sources found")
    REFUSED = "refused", _("Access or information refused")
    NOT_APPLICABLE = "not_applicable", _("Does not apply")


ABSENCE_FIELDS = {
    "place": _("Point on the map"),
    "dating": _("Dating"),
    "description": _("Description"),
    "condition": _("Condition"),
    "current_use": _("Present use"),
}


def validate_absences(value: object) -> None:
    """Accept only a mapping of known fields to known reasons; ValidationError says which is not."""
    if not isinstance(value, dict):
        raise ValidationError(_("This must say for each missing value why it is missing."))
    for field, reason in value.items():
        if field not in ABSENCE_FIELDS:
            raise ValidationError(
                _("“%(field)s” is not a value that can be marked missing."), params={"field": field}
            )
        if reason not in AbsenceReason.values:
            raise ValidationError(
                _("“%(reason)s” is not one of the reasons: %(known)s."),
                params={"reason": reason, "known": "、".join(str(label) for label in AbsenceReason.labels)},
            )

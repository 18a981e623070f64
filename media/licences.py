"""The licences under which a photograph or document may be shown, in the order they are offered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """`NONE` is the default: without a stated licence nothing is published."""

    NONE = "none", _("No licence recorded: internal only")
    OWN = "own", _("Own work of this institution, may be published")
    PERMISSION = "permission", _("Published with the permission of the rights holder")
    CC_BY_4 = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA_4 = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("Public domain")


PUBLISHABLE = frozenset(set(Licence.values) - {Licence.NONE})

# Where the text of a licence stands; the others have no text beside their name.
DEEDS: dict[str, str] = {
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA_4: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
}

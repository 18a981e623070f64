"""The one character in the box of each duty: 划 标 档 人, and 备 for the filing."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from heritage.models.fulfilled_duties import DutyKey

MARKS: dict[str, str | Promise] = {
    DutyKey.ZONE: pgettext_lazy("mark of a duty", "Z"),
    DutyKey.MARKER: pgettext_lazy("mark of a duty", "M"),
    DutyKey.ARCHIVE: pgettext_lazy("mark of a duty", "A"),
    DutyKey.CUSTODIAN: pgettext_lazy("mark of a duty", "P"),
    DutyKey.FILING: pgettext_lazy("mark of a duty", "F"),
}

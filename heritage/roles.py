"""The roles of officers, and what each may do in the collection of a division."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.models.divisions import DivisionLevel

EDIT = ("add", "change")
READING = frozenset(
    {"view", "change", "delete", "publish", "lock", "unlock"}
    | {f"review_{level}" for level in DivisionLevel.values}
)


@dataclass(frozen=True)
class Role:
    """A role: at which level it exists, and its actions on drafted records, plain ones, files and pages."""

    key: str
    label: Promise
    levels: tuple[DivisionLevel, ...]
    record_actions: tuple[str, ...]
    plain_actions: tuple[str, ...] = EDIT
    file_actions: tuple[str, ...] = ("add", "change", "choose")
    page_actions: tuple[str, ...] = ()  # in the whole tree of public pages, which knows no divisions


_ALL = (DivisionLevel.COUNTY, DivisionLevel.CITY, DivisionLevel.PROVINCE)
ROLES = {
    role.key: role
    for role in (
        Role("surveyor", _("Surveyor"), _ALL, EDIT),
        Role("county_officer", _("County officer"), (DivisionLevel.COUNTY,), (*EDIT, "review_county")),
        Role("city_reviewer", _("City reviewer"), (DivisionLevel.CITY,), (*EDIT, "review_city")),
        Role(
            "provincial_reviewer",
            _("Provincial reviewer"),
            (DivisionLevel.PROVINCE,),
            (*EDIT, "review_province"),
        ),
        # Wagtail asks for `publish` to withdraw. Publishing itself goes through approval only, for everyone.
        Role(
            "administrator",
            _("Administrator"),
            _ALL,
            (*EDIT, "delete", "publish", "lock", "unlock"),
            (*EDIT, "delete"),
        ),
        # Writes the public pages: reads all records, so as to place them, and changes none.
        Role(
            "editor",
            _("Editor of public pages"),
            (DivisionLevel.PROVINCE,),
            ("view",),
            ("view",),
            ("add", "choose"),
            (*EDIT, "publish"),
        ),
    )
}

"""Identities in words and seals: what is in force, what is to be verified, what is past."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from heritage.dating import describe
from heritage.disclosure import PublicDesignation
from heritage.models.designations import DesignationLevel, DesignationStatus, SchemeStanding
from heritage.models.named import in_current_language
from heritage.models.sources import Confidence

Seal = tuple[str, tuple[str, str], str | Promise]

# Level of a relic → class of its seal, the seal's two lines, the tag.
RELIC_SEALS: dict[str, Seal] = {
    DesignationLevel.NATIONAL: ("national", ("全国", "重点"), pgettext_lazy("seal", "national")),
    DesignationLevel.PROVINCE: ("province", ("省级", "文保"), pgettext_lazy("seal", "provincial")),
    DesignationLevel.CITY: ("city", ("市级", "文保"), pgettext_lazy("seal", "municipal")),
    DesignationLevel.COUNTY: ("county", ("县级", "文保"), pgettext_lazy("seal", "county")),
    DesignationLevel.REGISTERED: ("registered", ("登记", "文物"), pgettext_lazy("seal", "registered")),
}
RELIC_LEVELS: dict[str, str | Promise] = {
    DesignationLevel.NATIONAL: pgettext_lazy("level of a relic", "national"),
    DesignationLevel.PROVINCE: pgettext_lazy("level of a relic", "provincial"),
    DesignationLevel.CITY: pgettext_lazy("level of a relic", "municipal"),
    DesignationLevel.COUNTY: pgettext_lazy("level of a relic", "county"),
    DesignationLevel.REGISTERED: pgettext_lazy("level of a relic", "ungraded"),
}
TO_VERIFY = ("verify", ("身份", "待核"), pgettext_lazy("seal", "to verify"))
# Standing of any other scheme → the same. Honorary titles have no seal.
OTHER_SEALS: dict[str, Seal] = {
    SchemeStanding.HISTORIC_BUILDING: (
        "registered",
        ("历史", "建筑"),
        pgettext_lazy("seal", "historic building"),
    ),
    SchemeStanding.AREA: ("registered", ("历史", "街区"), pgettext_lazy("seal", "protected area")),
}
INDUSTRIAL_HERITAGE = "国家工业遗产"
INDUSTRY_SEAL = ("industry", ("工业", "遗产"), pgettext_lazy("seal", "industrial heritage"))


@dataclass(frozen=True)
class Identity:
    """One identity as a page shows it; `seal_class` is blank where there is no seal."""

    seal_class: str
    seal_lines: tuple[str, str]
    tag: str
    scheme_label: str
    level_label: str
    status_label: str
    is_in_force: bool
    is_to_verify: bool
    name_as_listed: str
    batch: str
    list_number: str
    announced_by: str
    announced_on: str
    document_number: str
    confidence_label: str
    component: str
    marks: list[dict] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Scheme and level in one: 全国重点文物保护单位."""
        return _title(self.scheme_label, self.level_label)


def identity(row: PublicDesignation, sources: Iterable[dict] = ()) -> Identity:
    """Put an identity into the words of the page's language, with the rows of the sources that tell of it."""
    seal_class, lines, tag = _seal(row)
    decree = row.decree
    scheme = in_current_language(row.scheme_zh, row.scheme_en)
    return Identity(
        seal_class=seal_class,
        seal_lines=lines,
        tag=str(tag) or scheme,
        scheme_label=scheme,
        level_label=_level(row),
        status_label=_status(row),
        is_in_force=row.is_in_force,
        is_to_verify=row.is_to_verify,
        name_as_listed=row.name_as_listed,
        batch=row.batch,
        list_number=row.list_number,
        announced_by=in_current_language(decree.issued_by_zh, decree.issued_by_en) if decree else "",
        announced_on=_announced_on(row),
        document_number=decree.document_number if decree else "",
        confidence_label=str(Confidence(row.confidence).label) if row.confidence else "",
        component=row.component,
        marks=[source for source in sources if source["title"] in row.sources],
    )


def leading_tag(designations: tuple[PublicDesignation, ...]) -> dict:
    """The tag of a row: the first identity in force, else one to be verified, else that none was found."""
    for row in designations:
        if row.is_in_force or row.is_to_verify:
            seal_class, _lines, tag = _seal(row)
            scheme = in_current_language(row.scheme_zh, row.scheme_en)
            return {
                "seal_class": seal_class or "plain",
                "label": str(tag) or scheme,
                "title": f"{_title(scheme, _level(row))} {_status(row)}".strip(),
            }
    return {
        "seal_class": "none",
        "label": pgettext("seal", "none found"),
        "title": pgettext("public site", "No announced protection was found"),
    }


def _title(scheme: str, level: str) -> str:
    if not level:
        return scheme
    return pgettext("identity", "%(scheme)s, %(level)s") % {"scheme": scheme, "level": level}


def _seal(row: PublicDesignation) -> Seal:
    if row.is_to_verify:
        return TO_VERIFY
    if row.scheme_zh == INDUSTRIAL_HERITAGE:
        return INDUSTRY_SEAL
    if row.standing == SchemeStanding.RELIC:
        return RELIC_SEALS.get(row.level, ("", ("", ""), ""))
    return OTHER_SEALS.get(row.standing, ("", ("", ""), ""))


def _level(row: PublicDesignation) -> str:
    """The level of a relic; the other schemes have none that means anything beside their name."""
    if row.standing != SchemeStanding.RELIC:
        return ""
    if row.level in ("", DesignationLevel.UNKNOWN):
        return pgettext("public site", "level to be verified")
    return str(RELIC_LEVELS[row.level])


def _status(row: PublicDesignation) -> str:
    """Nothing while plainly in force; else the state, in words."""
    if row.is_to_verify:
        return pgettext("public site", "to be verified; not counted as in force")
    if row.status == DesignationStatus.IN_FORCE:
        return ""
    return str(DesignationStatus(row.status).label)


def _announced_on(row: PublicDesignation) -> str:
    if row.decree is None:
        return ""
    if row.decree.announced_edtf:
        return describe(row.decree.announced_edtf, in_current_language("zh", "en"))
    return row.decree.announced_on.isoformat() if row.decree.announced_on else ""

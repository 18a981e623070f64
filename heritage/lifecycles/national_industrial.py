"""Lifecycle E, National Industrial Heritage 国家工业遗产 of the Ministry of Industry; no legal identity.

It may stand beside a cultural relic or a historic building. The order of the steps is that of the notices on
the batches; the text of the 国家工业遗产管理办法 was not at hand, so nothing here is cited from it.
"""

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Lifecycle, State, Transition
from heritage.lifecycles.nomination_papers import (
    APPLICATION,
    CORE_ITEMS,
    EXPERT_REVIEW,
    NAMED,
    NAMED_BATCH,
    PUBLIC_NOTICE,
    PUBLICITY,
    PUBLICITY_OVER,
    SCAN,
    SECOND,
    SITE_CHECK,
    WHY,
)
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE
from heritage.lifecycles.relocation_papers import DRAWN_UP_BY, HAPPENED_ON, PAPER
from heritage.lifecycles.rights import NOMINATING
from heritage.models.decrees import Authority
from heritage.models.nominations import NominationState

#: The list that a nomination leads to, by its key in the reference data.
SCHEME_KEY = "mii_heritage"

NOTICE = _(
    "Notice of the Ministry on the fifth batch of National Industrial Heritage, 工信部政法函〔2021〕332号"
)
UNVERIFIED = _("the procedure of the Ministry is not verified; an exception")

MOVES = {
    "apply": _("Record the application of the owner"),
    "recommend": _("Record the recommendation"),
    "review": _("Record the review by experts"),
    "check_site": _("Record the check on site"),
    "publicise": _("Record the publicity"),
    "designate": _("Record the designation"),
    "reject": _("Record the rejection"),
    "revoke": _("Revoke"),
}
RECOMMENDING = (Authority.PROVINCIAL_INDUSTRY, Authority.CENTRAL_ENTERPRISE)
MINISTRY = (Authority.STATE_DEPARTMENT,)
DECISION = (*COMPLETE_DECREE, AUTHORITY)
EXPERTISE = (DRAWN_UP_BY, HAPPENED_ON)

IN_ORDER = (
    (
        "apply",
        NominationState.DRAFT,
        NominationState.APPLIED,
        (APPLICATION, HAPPENED_ON, CORE_ITEMS),
        (),
    ),
    ("recommend", NominationState.APPLIED, NominationState.RECOMMENDED, DECISION, RECOMMENDING),
    ("review", NominationState.RECOMMENDED, NominationState.REVIEWED, (EXPERT_REVIEW, *EXPERTISE), ()),
    ("check_site", NominationState.REVIEWED, NominationState.SITE_CHECKED, (SITE_CHECK, *EXPERTISE), ()),
    ("publicise", NominationState.SITE_CHECKED, NominationState.PUBLICISED, (PUBLIC_NOTICE, PUBLICITY), ()),
    (
        "designate",
        NominationState.PUBLICISED,
        NominationState.DESIGNATED,
        (*DECISION, NAMED, NAMED_BATCH, CORE_ITEMS, PUBLICITY_OVER),
        MINISTRY,
    ),
)
BEFORE_DESIGNATION = tuple(origin for _move, origin, _target, _needs, _authorities in IN_ORDER)
ENDED = frozenset({NominationState.REJECTED, NominationState.REVOKED})

NATIONAL_INDUSTRIAL = Lifecycle(
    key="national_industrial",
    label=_("National Industrial Heritage"),
    states=tuple(
        State(
            state.value,
            state.label,
            NOTICE,
            is_in_force=state == NominationState.DESIGNATED,
            is_final=state in ENDED,
        )
        for state in NominationState
    ),
    transitions=(
        *(
            Transition(move, origin, target, NOTICE, needs, NOMINATING, authorities)
            for move, origin, target, needs, authorities in IN_ORDER
        ),
        *(
            Transition(
                "reject", origin, NominationState.REJECTED, NOTICE, (PAPER, HAPPENED_ON, WHY), NOMINATING
            )
            for origin in BEFORE_DESIGNATION
        ),
        Transition(
            "revoke",
            NominationState.DESIGNATED,
            NominationState.REVOKED,
            UNVERIFIED,
            (*DECISION, SCAN, WHY, SECOND),
            NOMINATING,
            MINISTRY,
        ),
    ),
    move_labels=MOVES,
)

#: What may still be written into a nomination, by its state: what was decided on is not altered afterwards.
_WHILE_OPEN = (
    "applicant",
    "name_as_listed",
    "core_items",
    "core_items_words",
    "batch",
    "publicised_from",
    "publicised_to",
    "note",
)
FIELDS_OPEN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(BEFORE_DESIGNATION, _WHILE_OPEN),
    NominationState.DESIGNATED: ("plaque_on", "note"),
    **dict.fromkeys(ENDED, ("note",)),
}

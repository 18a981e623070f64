"""What docs/lifecycles.md tells of interventions: who decides on what, and one table of each shape."""

from collections.abc import Iterator

from heritage.lifecycles.identities import Identity
from heritage.lifecycles.inapplicable import REASONS
from heritage.lifecycles.interventions import table_of
from heritage.lifecycles.rulings import RULINGS, Ruling
from heritage.models.interventions import InterventionKind as Kind

#: Decided after an opinion; decided, with what is salvaged; a licensed repair; only filed.
INTERVENTION_TABLES = (
    table_of(Kind.RELOCATE, Identity.PROVINCE),
    table_of(Kind.DEMOLISH, Identity.COUNTY),
    table_of(Kind.REPAIR, Identity.CITY),
    table_of(Kind.TRANSFER, Identity.COUNTY),
)
HEAD = ("application", "about", "decides", "opinion first", "article")


def who_decides() -> Iterator[tuple[object, ...]]:
    """Yield one row for every kind and identity: its ruling, or why there is none."""
    for kind in Kind:
        for identity in Identity:
            about = (kind.label, f"{identity.label} (`{identity}`)")
            ruling = RULINGS.get((kind, identity))
            if ruling is None:
                needed, article = REASONS[kind, identity]
                yield (*about, "refused", f"needed: {needed}", article)
            else:
                yield (
                    *about,
                    _decides(ruling),
                    " or ".join(str(body.label) for body in ruling.heard),
                    ruling.article,
                )


def _decides(ruling: Ruling) -> str:
    label = str(ruling.authority.label)
    return f"nobody; filed with: {label}" if ruling.is_filing else label

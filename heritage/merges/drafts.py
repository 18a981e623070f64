"""The draft that a merge leaves: what was chosen, with the names and the evidence of both records."""

import uuid
from collections.abc import Mapping

from heritage.merges.parts import Copies, add_parts, other_name
from heritage.merges.values import GROUPS, Choice, has_value, take_values
from heritage.models import HeritageSite, SiteName


def write_draft(
    target: HeritageSite, merged: HeritageSite, made: Mapping[str, Choice]
) -> tuple[list[str], Copies]:
    """Bring the merged record into a draft, in memory; return the groups of values and the parts it got.

    A name that is no longer the first one stays as another name, and sources go with what they support.
    """
    given_up = {
        group.statement
        for group in GROUPS
        if group.statement and made[group.key] == Choice.MERGED and has_value(target, group)
    }
    old_name, key = target.name_zh, uuid.uuid5(uuid.NAMESPACE_OID, f"kept:{target.number}")
    taken = take_values(target, merged, made)
    if "name_zh" in given_up and old_name != target.name_zh:
        name = SiteName(**other_name(key, old_name), sort_order=target.names.count())
        target.names.add(name)
    for citation in list(target.citations.all()):
        if citation.statement in given_up and not citation.claim:
            citation.statement = f"name:{key}" if citation.statement == "name_zh" else ""
            target.citations.add(citation)
    return taken, add_parts(target, merged, made)

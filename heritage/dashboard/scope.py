"""Whose work it is: the divisions in which an officer reads, and the widest among them."""

from dataclasses import dataclass

from accounts.models import User
from heritage.models import Division, HeritageSite
from heritage.policies import readable_collection_ids


@dataclass(frozen=True)
class Desk:
    """An officer with her divisions. `own` are those below no other of hers: one, for most officers."""

    user: User
    divisions: tuple[Division, ...]
    own: tuple[Division, ...]

    @property
    def collection_ids(self) -> list[int]:
        return [division.collection_id for division in self.divisions]

    @property
    def is_training(self) -> bool:
        return any(division.is_training for division in self.own)

    @property
    def rows(self) -> tuple[Division, ...]:
        """The divisions by which the work is told apart: those right below hers."""
        if len(self.own) != 1:
            return self.own
        return tuple(division for division in self.divisions if division.parent_id == self.own[0].pk)

    def within(self, division: Division) -> list[int]:
        """The ids of the collections of a division and of all below it."""
        path = division.collection.path
        return [row.collection_id for row in self.divisions if row.collection.path.startswith(path)]


def desk_of(user: User) -> Desk:
    """Return an officer's divisions; whoever reads everything is shown the real ones, not the training."""
    readable = Division.objects.filter(collection_id__in=readable_collection_ids(HeritageSite, user))
    if user.is_superuser:
        readable = readable.filter(is_training=False)
    divisions = tuple(readable.select_related("collection", "parent__parent").order_by("code"))
    paths = {division.collection.path for division in divisions}
    own = tuple(division for division in divisions if not _above(division.collection.path) & paths)
    return Desk(user, divisions, own)


def _above(path: str) -> set[str]:
    """The paths of all collections above one; treebeard's steps are four characters."""
    return {path[:length] for length in range(4, len(path), 4)}

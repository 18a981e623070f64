"""Whose work it is: the divisions in which an officer reads, and the widest among them."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model, QuerySet
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.lifecycles.rights import REVIEWING
from heritage.models import Division, HeritageSite
from heritage.policies import readable, readable_collection_ids


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

    @cached_property
    def reviewing_ids(self) -> list[int]:
        """The collections in which the officer reviews what others entered."""
        policy = policy_registry.get_by_type(HeritageSite)
        within = policy.collections_user_has_any_permission_for(self.user, REVIEWING.actions)
        return [pk for pk in within.values_list("pk", flat=True) if pk in self.collection_ids]

    @cached_property
    def _known(self) -> dict[type[Model], QuerySet]:
        return {}

    def readable(self, model: type[Model]) -> QuerySet:
        """The rows of a model that the officer may read; in which collections is asked once a model."""
        if model not in self._known:
            self._known[model] = readable(model._default_manager.all(), self.user)
        return self._known[model].all()

    @cached_property
    def names(self) -> dict[int, str]:
        """The divisions by their collections, in words."""
        return {division.collection_id: division.full_name for division in self.divisions}

    def within(self, division: Division) -> list[int]:
        """The ids of the collections of a division and of all below it."""
        path = division.collection.path
        return [row.collection_id for row in self.divisions if row.collection.path.startswith(path)]


def desk_of(user: User) -> Desk:
    """Return an officer's divisions; whoever reads everything is shown the real ones, not the training."""
    in_reach = Division.objects.filter(collection_id__in=readable_collection_ids(HeritageSite, user))
    if user.is_superuser:
        in_reach = in_reach.filter(is_training=False)
    divisions = tuple(in_reach.select_related("collection", "parent__parent").order_by("code"))
    paths = {division.collection.path for division in divisions}
    own = tuple(division for division in divisions if not _above(division.collection.path) & paths)
    return Desk(user, divisions, own)


def _above(path: str) -> set[str]:
    """The paths of all collections above one; treebeard's steps are four characters."""
    return {path[:length] for length in range(4, len(path), 4)}

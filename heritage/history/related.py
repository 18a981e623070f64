"""The names of rows that differences refer to, as far as the reader may read them."""

from collections.abc import Iterable
from typing import Any, Self

from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.history.comparing import Difference, related_keys
from heritage.models.scoped import ScopedModel
from heritage.policies import readable
from media.models import Attachment, Photograph


class Related(dict[tuple[type[Model], Any], str]):
    """The names of the rows that differences refer to; of rows that the reader may not read, none."""

    @classmethod
    def named_by(cls, found: Iterable[Difference], reader: User) -> Self:
        """Look them up, each model in one query, beside those that ask what the reader may read."""
        keys: dict[type[Model], set[Any]] = {}
        for difference in found:
            for model, key in related_keys(difference):
                keys.setdefault(model, set()).add(key)
        names = cls()
        for model, wanted in keys.items():
            rows = model._default_manager.filter(pk__in=wanted)
            if issubclass(model, ScopedModel | Photograph | Attachment):
                rows = readable(rows, reader)
            names.update({(model, row.pk): str(row) for row in rows})
        return names

    def of(self, model: type[Model], key: Any) -> str:
        return self.get((model, key)) or _("a row that is gone or not yours to read")

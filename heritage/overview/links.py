"""Where the numbers of an overview lead: to the list that has exactly these rows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from heritage.models import Division, HeritageSite, RelocationCase


@dataclass(frozen=True)
class Links:
    """The lists of a division and of all below it; `is_own`: of the division itself only."""

    division: Division
    is_own: bool = False

    def sites(self, **filters: str) -> str:
        return self._address(HeritageSite.snippet_viewset.get_url_name("list"), filters)

    def cases(self, **filters: str) -> str:
        return self._address(RelocationCase.snippet_viewset.get_url_name("list"), filters)

    def level(self, level: str) -> str:
        return self._address(
            "heritage_designations", {"standing": "relic", "level": level, "in_force": "true"}
        )

    def haves(self, standing: str) -> str:
        return self._address("heritage_four_haves_overview", {"standing": standing})

    @property
    def overview(self) -> str:
        return f"{reverse('heritage_overview')}?{urlencode({'division': self.division.pk})}"

    def _address(self, name: str, filters: dict[str, str]) -> str:
        own = {"own_level": "true"} if self.is_own else {}
        chosen: dict[str, str] = {"division": str(self.division.pk), **own, **filters}
        return f"{reverse(name)}?{urlencode(chosen)}"

"""The parts of an officer's first screen beside her work: her division, its numbers, what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from heritage.dashboard import queues
from heritage.dashboard.counts import Counts, Tally, counts_of, total
from heritage.dashboard.scope import Desk, desk_of
from heritage.lifecycles.status import GRADES
from heritage.models import Decree, Designation, Division, HeritageSite, RelocationCase, Survey
from heritage.models.designations import DesignationLevel
from heritage.models.enterprises import RelocationStage
from heritage.viewsets.listing import STATUSES
from media.models import Photograph

#: What can be begun from the first screen: label, address, and what the officer must be allowed to add.
ACTIONS: tuple[tuple[str | Promise, str, type[Model]], ...] = (
    (_("New heritage site"), "wagtailsnippets_heritage_heritagesite:add", HeritageSite),
    (_("New survey"), "wagtailsnippets_heritage_survey:add", Survey),
    (_("New decree"), "wagtailsnippets_heritage_decree:add", Decree),
    (_("New designation"), "heritage_designation_start", Designation),
    (_("New pictures"), "wagtailimages:add_multiple", Photograph),
)


@dataclass(frozen=True)
class Figure:
    """A number that leads to its rows."""

    label: str | Promise
    value: int
    url: str


class DeskHeading(SummaryItem):
    """The division whose work it is."""

    template_name = "heritage/home/heading.html"

    def get_context_data(self, parent_context) -> dict:
        return {"desk": desk_of(self.request.user)}


class BeginPanel(Component):
    """What can be begun, for whoever may."""

    name = "begin"
    order = 30
    template_name = "heritage/home/begin.html"

    def get_context_data(self, parent_context) -> dict:
        user = parent_context["request"].user
        return {
            "actions": [
                {"label": label, "url": reverse(name)}
                for label, name, model in ACTIONS
                if policy_registry.get_by_type(model).user_has_permission(user, "add")
            ]
        }


class DeskPanel(Component):
    """How the division stands: every number leads to the rows that it counts."""

    name = "desk"
    order = 50
    template_name = "heritage/home/desk.html"

    def get_context_data(self, parent_context) -> dict:
        desk = desk_of(parent_context["request"].user)
        counts = counts_of(desk.collection_ids)
        own = desk.own[0] if len(desk.own) == 1 else None
        return {
            "figures": figures_of(counts, own, None),
            "levels": _by_value(counts.levels, GRADES, DesignationLevel, _designations_url, own),
            "stages": _by_value(counts.stages, RelocationStage.values, RelocationStage, _cases_url, own),
            "below": [
                {"division": row, "figures": figures_of(counts, row, desk.within(row))} for row in desk.rows
            ],
        }


class RecentPanel(Component):
    """Drafts of the division, what others changed, what was published; each row leads to its record."""

    name = "recent"
    order = 100
    template_name = "heritage/home/recent.html"

    def get_context_data(self, parent_context) -> dict:
        desk = desk_of(parent_context["request"].user)
        return {"groups": groups_of(desk), "tells_division": len(desk.divisions) > 1}


def groups_of(desk: Desk) -> list[dict[str, Any]]:
    """Return what lies and what happens in the divisions of the desk."""
    sites = reverse(HeritageSite.snippet_viewset.get_url_name("list"))
    groups = (
        ("draft", _("Drafts"), queues.rows_of(queues.drafts(desk)), f"{sites}?status=draft"),
        ("others", _("Changed by others"), queues.rows_of(queues.changed_by_others(desk)), ""),
        ("live", _("Newest published"), queues.rows_of(queues.newest(desk)), f"{sites}?status=live"),
    )
    return [
        {"key": key, "heading": heading, "rows": rows, "listing_url": listing}
        for key, heading, rows, listing in groups
    ]


def figures_of(counts: Counts, division: Division | None, within: list[int] | None) -> list[Figure]:
    """Return the numbers of a division, or of the whole desk, in the order of the listing."""
    return [
        *(
            Figure(label, total(counts.sites, status, within=within), _sites_url(division, status=status))
            for status, label in STATUSES.items()
        ),
        Figure(
            _("Recognised"),
            total(counts.recognised, within=within),
            _sites_url(division, recognition="recognised"),
        ),
        Figure(_("Surveys"), total(counts.surveys, within=within), _surveys_url(division)),
        Figure(
            _("Parts not entered"),
            total(counts.not_entered, within=within),
            _surveys_url(division, not_entered="true"),
        ),
    ]


def _by_value(
    tally: Tally, values, labels, url: Callable[..., str], division: Division | None
) -> list[Figure]:
    """Return a number for each value that occurs, in the order of the values."""
    found = ((value, sum(count for (_c, key), count in tally.items() if key == value)) for value in values)
    return [Figure(labels(value).label, count, url(division, value)) for value, count in found if count]


def _sites_url(division: Division | None, **filters: str) -> str:
    return _listing(reverse(HeritageSite.snippet_viewset.get_url_name("list")), division, **filters)


def _surveys_url(division: Division | None, **filters: str) -> str:
    return _listing(reverse(Survey.snippet_viewset.get_url_name("list")), division, **filters)


def _designations_url(division: Division | None, level: str) -> str:
    return _listing(reverse("heritage_designations"), division, level=level, in_force="true")


def _cases_url(division: Division | None, stage: str) -> str:
    return _listing(reverse(RelocationCase.snippet_viewset.get_url_name("list")), division, stage=stage)


def _listing(address: str, division: Division | None, **filters: str) -> str:
    chosen = {"division": str(division.pk), **filters} if division else filters
    return f"{address}?{urlencode(chosen)}" if chosen else address

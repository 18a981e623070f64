"""Every admin address × every role × own and foreign rows: nothing foreign is told or changed."""

from types import ModuleType

import pytest
from django.test import override_settings
from django.urls import include, path
from wagtail.snippets.views.snippets import SnippetViewSet

from config import urls
from heritage.viewsets.sites import SiteViewSet
from tests.heritage.scoping.addresses import CLASSIFIED, Address, admin_addresses, classify
from tests.heritage.scoping.snippets import KINDS, namespace
from tests.heritage.scoping.visits import Visitor
from tests.heritage.scoping.world import ROLES, make_world

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of its renditions to be closed by the collector.
    pytest.mark.usefixtures("renditions_are_made"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
# These see the most and take the longest; the others walk the same addresses in `make test`.
IN_AUDIT = ("city_reviewer", "administrator", "provincial_reviewer", "superuser")
EVERY_ROLE = [
    pytest.param(role, marks=[pytest.mark.audit] if role in IN_AUDIT else [])
    for role in ROLES
    if role != "foreign_reviewer"
]


def test_every_address_is_classified():
    assert [address.name for address in admin_addresses() if classify(address) is None] == []


def test_nothing_is_classified_that_is_gone():
    assert set(CLASSIFIED) - {address.name for address in admin_addresses()} == set()


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_a_role_reads_and_changes_nothing_of_another_division(role):
    assert Visitor(make_world(), role).problems(addresses_for(role)) == []


def addresses_for(role: str) -> list[Address]:
    """Three roles go everywhere; the others spare themselves the kinds whose views are made as for sites."""
    if role in ("anonymous", "surveyor", "administrator"):
        return admin_addresses()
    spared = tuple(
        f"wagtailsnippet{part}_heritage_{model}:"
        for kind, (model, _title) in KINDS.items()
        if kind not in ("site", "source", "survey", "case")
        for part in ("s", "choosers")
    )
    if role == "editor":  # chooses files and edits none: Wagtail's lists hold what she may edit
        spared += ("wagtailimages:index", "wagtaildocs:index")
    return [address for address in admin_addresses() if not address.name.startswith(spared)]


def test_an_officer_of_another_city_sees_nothing_of_this_one():
    world = make_world()
    world.own, world.foreign = world.foreign, world.own
    visitor = Visitor(world, "foreign_reviewer")
    of_records = ("wagtailsnippet", "heritage")
    lists = [row for row in addresses_for("foreign_reviewer") if row.name.startswith(of_records)]
    assert visitor.problems(lists) == []


def test_the_matrix_finds_the_leaks_when_the_mixin_is_taken_out():
    class Unscoped(SiteViewSet):
        construct_view = SnippetViewSet.construct_view

    urlconf = ModuleType("unscoped")
    unscoped = (Unscoped().get_urlpatterns(), namespace("site"))
    urlconf.urlpatterns = [
        path("admin/snippets/heritage/heritagesite/", include(unscoped)),
        *urls.urlpatterns,
    ]
    world = make_world()
    with override_settings(ROOT_URLCONF=urlconf):
        addresses = [
            address for address in admin_addresses() if address.name.startswith(f"{namespace('site')}:")
        ]
        problems = "\n".join(Visitor(world, "administrator").problems(addresses))
    marks = ("heritagesite/ gives away", "/edit/", "/delete/", "/history/", "/unpublish/", "/usage/")
    assert [mark for mark in marks if mark not in problems] == []

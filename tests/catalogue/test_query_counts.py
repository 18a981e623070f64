"""Every public page asks the database at most 20 questions, and no more when there is five times as much."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heritage.models import RelocationCase
from search.indexing import rebuild
from tests.catalogue.public_addresses import addresses
from tests.catalogue.stories import placed, prose, story, theme
from tests.factories import make_divisions, name_of, photograph, published_site
from tests.inventory import (
    area_in,
    component_of,
    decree,
    designation,
    enterprise_in,
    event_of,
    project_in,
    scheme,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 20
FEW, MANY = 3, 15


class World:
    """One record of each kind, each related to as many others as were added."""

    def __init__(self) -> None:
        divisions = make_divisions()
        self.here, self.there = divisions["220202"], divisions["220303"]
        self.site = published_site(division=self.here, name_zh="哈达湾水泥厂旧址")
        self.component = component_of(self.site, "一号窑")
        self.project = project_in(self.here, self.site)
        self.area = area_in(self.here)
        self.enterprise = enterprise_in(self.here, self.site)
        RelocationCase.objects.create(enterprise=self.enterprise, from_area=self.area)
        self.sites = [self.site]
        self.stories: list = []
        self.themes: list = []

    def grow(self, count: int) -> None:
        """Add the same number of everything a page could list."""
        for number in range(len(self.sites), len(self.sites) + count):
            part = published_site(division=self.here, name_zh=f"第{number}车间", parent=self.site)
            published_site(division=self.there, name_zh=f"第{number}机车库")
            name_of(self.site, f"曾用名{number}")
            event_of(self.site, "renamed", f"{1900 + number}", words_zh=f"更名{number}")
            designation(
                self.site,
                name_as_listed=f"第{number}名",
                scheme=scheme(f"award-{number}", label_zh=f"奖{number}", standing="honorary"),
                decree=decree(self.site.collection, document_number=f"{number}号"),
            )
            component_of(self.site, f"第{number}窑")
            photograph(f"照片{number}", self.site.collection, on=self.site, licence="cc-by-4.0", credit="王")
            self.sites.append(part)
            project_in(self.here, *self.sites, slug=f"park-{number}", name_zh=f"公园{number}")
            area_in(self.here, slug=f"area-{number}", name_zh=f"老工业区{number}")
            works = enterprise_in(self.here, *self.sites, slug=f"works-{number}", name_zh=f"企业{number}")
            RelocationCase.objects.create(enterprise=works, from_area=self.area)
        blocks = [placed(kind, *self.sites) for kind in ("records", "map", "timeline")]
        slug = f"of-{len(self.sites)}"
        self.stories = [story(prose("文字", "Words", *self.sites), *blocks, slug=slug)]
        self.themes = [theme(*blocks, slug=f"theme-{slug}")]
        self.project.sites.set(self.sites)
        self.enterprise.sites.set(self.sites)

    def addresses(self) -> list[str]:
        world = {
            "sites": [self.site],
            "components": [self.component],
            "projects": [self.project],
            "areas": [self.area],
            "enterprises": [self.enterprise],
            "stories": self.stories,
            "themes": self.themes,
        }
        return [*addresses(world), "/search/?q=车间", "/search/?view=grid", "/map/?q=车间"]


def queries(client, address: str) -> int:
    """How often an address asks the database, once whatever is kept for all requests is warm."""
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_no_page_asks_more_than_twenty_questions_nor_more_of_a_larger_inventory(client, index):
    world = World()
    counts = []
    for count in (FEW, MANY - FEW):
        world.grow(count)
        rebuild()  # the steady state: nothing of a record waits to be told anew
        counts.append([(address, queries(client, address)) for address in world.addresses()])
    few, many = counts
    grown = [
        (address, less, more) for (_, less), (address, more) in zip(few, many, strict=True) if more > less
    ]
    assert grown == []
    assert [(address, count) for address, count in many if count > MOST_QUERIES] == []

"""The sample's stories say nothing that the sample does not say."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from catalogue.pages import StoryPage, ThemePage
from catalogue.sample_stories import STORIES_FILE, load_sample_stories
from heritage.models import HeritageSite
from tests.factories import make_divisions, published_site
from tests.sample_data import ITEMS

TOLD = json.loads(STORIES_FILE.read_text(encoding="utf-8"))
PAGES = [*TOLD["themes"], *TOLD["stories"], *TOLD["projects"]]
BY_KEY = {item["id"]: item for item in ITEMS}
PASSAGES = [block["value"] for page in PAGES for block in page["body"] if block["type"] == "prose"]
FIGURE = re.compile(r"\d+")
# The paper that the whole sample rests on, and its year.
OF_THE_PAPER = {"2014"}


def sites_of_the_sample() -> list[HeritageSite]:
    keys = {key for page in PAGES for block in page["body"] for key in block["value"].get("records", ())}
    county = make_divisions()["220202"]
    return [
        published_site(division=county, sample_key=key, name_zh=BY_KEY[key]["name_zh"])
        for key in sorted(keys)
    ]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["zh"][3:13])
def test_every_figure_of_a_passage_stands_in_the_records_it_rests_on(passage):
    records = json.dumps([BY_KEY[key] for key in passage["records"]], ensure_ascii=False)
    known = {figure.lstrip("0") for figure in FIGURE.findall(records)} | OF_THE_PAPER
    assert set(FIGURE.findall(passage["zh"])) - known == set()


@pytest.mark.django_db
def test_they_are_loaded_once_and_what_editors_made_of_them_is_left_alone(client):
    sites_of_the_sample()
    assert load_sample_stories() == ["railways", "hadawan-cement-works", "railways-of-siping"]
    page = StoryPage.objects.get(slug="railways-of-siping")
    page.title = "编辑改过的标题"
    page.save_revision().publish()
    assert load_sample_stories() == []
    assert (ThemePage.objects.count(), StoryPage.objects.count()) == (1, 2)
    addresses = ("/stories/railways-of-siping/", "/en/stories/hadawan-cement-works/", "/themes/railways/")
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert "编辑改过的标题" in answers[0].content.decode()


@pytest.mark.django_db
def test_without_the_sample_the_command_says_what_to_do():
    with pytest.raises(CommandError, match="Run load_sample first") as refused:
        call_command("load_sample_stories")
    assert refused.value.returncode == 2

"""The recognition of sites of the training county, brought along by the services."""

from typing import Any

from heritage.exchange.training_cases import READ
from heritage.exchange.training_ground import Item, person
from heritage.exchange.training_sites import sample_key
from heritage.models import HeritageSite, RecognitionMove
from heritage.services.confirming_steps import confirm_step
from heritage.services.stepping import move_along

OFFICER = "training-officer-1"


def is_recognition_there(item: Item) -> bool:
    return RecognitionMove.objects.filter(subject__sample_key=sample_key(item["site"])).exists()


def make_recognition(item: Item) -> None:
    """Take the steps of a site in the order of the file, and confirm those that somebody confirms."""
    site = HeritageSite.objects.get(sample_key=sample_key(item["site"]))
    for row in item["moves"]:
        move = move_along(subject=site, by=person(OFFICER), **_papers(row))
        if "confirmed_by" in row:
            confirm_step(move=move, by=person(row["confirmed_by"]))


def _papers(row: Item) -> dict[str, Any]:
    return {
        name: READ[name](value) if name in READ else value
        for name, value in row.items()
        if name != "confirmed_by"
    }

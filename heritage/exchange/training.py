"""Loading the training county: what is missing is made, what is there belongs to whoever practises on it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from heritage.exchange import training_ground as ground
from heritage.exchange import training_works as works
from heritage.exchange.rows import DATA
from heritage.exchange.sample_store import State
from heritage.exchange.training_cases import is_case_there, make_case
from heritage.exchange.training_claims import are_claims_there, make_claims
from heritage.exchange.training_doubts import make_doubt
from heritage.exchange.training_four_haves import are_four_haves_there, make_four_haves
from heritage.exchange.training_interventions import is_intervention_there, make_intervention
from heritage.exchange.training_nominations import is_nomination_there, make_nomination
from heritage.exchange.training_notices import are_notices_there, make_notices
from heritage.exchange.training_recognition import is_recognition_there, make_recognition
from heritage.exchange.training_sites import is_site_there, make_site
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.services.confirming_surveys import SurveyNotConfirmedError
from heritage.services.naming_officers import Login, OfficerError

TRAINING_FILE = DATA / "training.json"
REFUSALS = (
    ValidationError,
    DatabaseError,
    ObjectDoesNotExist,
    OfficerError,
    PermissionDenied,
    SurveyNotConfirmedError,
    UnlawfulMoveError,
)


@dataclass(frozen=True)
class Step:
    """One thing of the training county: made whole in a transaction, or left alone where it is there."""

    key: str
    name: str
    is_there: Callable[[], bool]
    make: Callable[[], Login | None]


@dataclass(frozen=True)
class Done:
    """What became of a step; `login` of a new officer, whose password is known nowhere else."""

    key: str
    name: str
    state: State
    reason: str = ""
    login: Login | None = None


def training_steps() -> list[Step]:
    """Return the steps in an order in which nothing refers to what comes later."""
    file = json.loads(TRAINING_FILE.read_text(encoding="utf-8"))
    kinds = (
        ("divisions", "code", ground.is_division_there, ground.make_division),
        ("officers", "username", ground.is_officer_there, ground.make_officer),
        ("sources", "key", ground.is_source_there, ground.make_source),
        ("organisations", "name_zh", ground.is_body_there, ground.make_body),
        ("documents", "key", ground.is_document_there, ground.make_document),
        ("decrees", "key", ground.is_decree_there, ground.make_decree),
        ("sites", "key", is_site_there, make_site),
        ("recognitions", "site", is_recognition_there, make_recognition),
        ("claims", "site", are_claims_there, make_claims),
        ("doubts", "key", is_site_there, make_doubt),
        ("areas", "slug", works.is_area_there, works.make_area),
        ("enterprises", "slug", works.is_enterprise_there, works.make_enterprise),
        ("cases", "enterprise", is_case_there, make_case),
        ("nominations", "site", is_nomination_there, make_nomination),
        ("four_haves", "site", are_four_haves_there, make_four_haves),
        ("interventions", "title", is_intervention_there, make_intervention),
        ("projects", "slug", works.is_project_there, works.make_project),
        ("works", "slug", works.are_works_there, works.make_works),
        ("notices", "key", are_notices_there, make_notices),
    )
    return [
        Step(
            f"{kind}/{item[key]}",
            item.get("name_zh") or item.get("title") or item["full_name"],
            partial(is_there, item),
            partial(make, item),
        )
        for kind, key, is_there, make in kinds
        for item in file[kind]
    ]


def load_training(steps: list[Step]) -> Iterator[Done]:
    """Carry the steps out and yield what became of each once it is committed.

    A second run changes nothing; a broken one goes on where it stopped. `load_reference` comes first.
    """
    for step in steps:
        try:
            with transaction.atomic():
                if step.is_there():
                    done = Done(step.key, step.name, State.UNCHANGED)
                else:
                    done = Done(step.key, step.name, State.CREATED, login=step.make())
        except REFUSALS as error:
            reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            done = Done(step.key, step.name, State.FAILED, reason)
        yield done

"""What the tests of the inventory share: the sample, loaded once a module, and the officers' screens."""

import gc
import warnings
from collections.abc import Iterator

import pytest
from django.db import transaction

from heritage.exchange.reference import load_reference
from heritage.exchange.sample import Outcome, load_sample
from tests.sample_data import read_whole_file


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[list[Outcome]]:
    """The whole sample, loaded once for the tests of a module that only read; taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference()
        yield list(load_sample(read_whole_file()))
        transaction.set_rollback(True)


@pytest.fixture
def renditions_are_made() -> Iterator[None]:
    """Collect the temporary files of renditions, which Wagtail never closes, before the next test runs."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()

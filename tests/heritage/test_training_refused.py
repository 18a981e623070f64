"""When the training county is not loaded, or not all of it: the command says why and what to do."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heritage.exchange.reference import load_reference
from heritage.exchange.sample_store import State
from heritage.exchange.training import load_training, training_steps
from heritage.models import Division
from tests.factories import officer

pytestmark = pytest.mark.django_db


def test_the_login_of_somebody_else_is_never_taken_over():
    load_reference()
    other = officer("surveyor", Division.objects.get(code="220202"), username="training-city")
    failed = {done.key: done.reason for done in load_training(training_steps()) if done.state is State.FAILED}
    assert "officers/training-city" in failed
    assert [group.name for group in other.groups.all()] == ["220202 昌邑区 · surveyor"]


def test_without_reference_data_the_command_says_what_to_run_first():
    with pytest.raises(CommandError, match="load_reference") as error:
        call_command("load_training", stdout=StringIO(), stderr=StringIO())
    assert error.value.returncode == 2

"""Load the training county: a small, made-up division on which officers practise and nobody else looks."""

import json
import sys
from collections import Counter
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError, CommandParser

from heritage.exchange.progress import Progress
from heritage.exchange.sample_store import State
from heritage.exchange.training import Done, load_training, training_steps
from heritage.models import HeritageSite

ROWS_FAILED, USAGE, INTERRUPTED = 1, 2, 130
STATES = (State.CREATED, State.UNCHANGED, State.FAILED)


class Command(BaseCommand):
    """Opt-in, idempotent and resumable: a thing is made whole or not at all, and never made over."""

    help = (
        "Load the training county with its officers. Never public. Safe to run again: what is there is "
        "left to whoever practises on it. New logins are shown once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="write summary and logins to standard output as JSON"
        )

    def handle(self, *args, **options) -> None:
        if HeritageSite.get_default_workflow() is None:
            raise CommandError(
                "There is no approval workflow yet. Run load_reference first.", returncode=USAGE
            )
        steps = training_steps()
        progress = Progress(self.stderr, "Training county", len(steps))
        outcomes: list[Done] = []
        try:
            for done in load_training(steps):
                outcomes.append(done)
                progress.step()
        except KeyboardInterrupt:
            self._report(outcomes, as_json=options["json"])
            self.stderr.write(
                f"\nStopped after {len(outcomes)} of {len(steps)}; these are whole. "
                "Run load_training again to go on."
            )
            sys.exit(INTERRUPTED)
        self._report(outcomes, as_json=options["json"])
        if failed := [done for done in outcomes if done.state is State.FAILED]:
            raise CommandError(f"{len(failed)} things were not loaded.", returncode=ROWS_FAILED)

    def _report(self, outcomes: list[Done], *, as_json: bool) -> None:
        counts = Counter(done.state for done in outcomes)
        logins = [done.login for done in outcomes if done.login]
        failed = {done.key: done.reason for done in outcomes if done.state is State.FAILED}
        if as_json:
            summary = {
                **{state.value: counts[state] for state in STATES},
                "failed_records": failed,
                "logins": [asdict(login) for login in logins],
            }
            self.stdout.write(json.dumps(summary, ensure_ascii=False))
        else:
            width = max((len(login.username) for login in logins), default=0)
            for login in logins:
                self.stdout.write(f"{login.username:<{width}}  {login.password}  {login.full_name}")
        self.stderr.write(f"Training county: {', '.join(f'{counts[s]} {s}' for s in STATES if counts[s])}.")
        if logins:
            self.stderr.write("These passwords are shown once; create_officer NAME --reset gives new ones.")
        for key, reason in failed.items():
            self.stderr.write(f"  failed: {key}: {reason}")

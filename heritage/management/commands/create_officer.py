"""Make a login for an officer, or give one a new password."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import User
from heritage.exchange.sample_officers import read_sample_officers
from heritage.models import Division
from heritage.roles import ROLES
from heritage.services.naming_officers import Login, OfficerError, name_officer, reset_password

USAGE = 2


class Command(BaseCommand):
    """Passwords are random and printed once. A superuser is made by Django's own createsuperuser."""

    help = "Make an officer with a role in a division, or give one a new password. Passwords are shown once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="?", help="the login name")
        parser.add_argument("--role", choices=list(ROLES), help="what the officer may do")
        parser.add_argument(
            "--division", metavar="CODE", help="six-digit code of a division in force, e.g. 220202"
        )
        parser.add_argument("--name", default="", help="the officer's name as shown to colleagues")
        parser.add_argument("--reset", action="store_true", help="give a new password instead")
        parser.add_argument(
            "--sample", action="store_true", help="the sample officers; those there are left alone"
        )
        parser.add_argument("--json", action="store_true", help="write the logins as JSON")

    def handle(self, *args, **options) -> None:
        try:
            with transaction.atomic():
                logins = self._logins(options)
        except OfficerError as error:
            raise CommandError(str(error), returncode=USAGE) from error
        if options["json"]:
            self.stdout.write(json.dumps([asdict(login) for login in logins], ensure_ascii=False))
        elif logins:
            self._write_table(logins)
        else:
            self.stderr.write("Nobody new. Use --reset to give new passwords.")

    def _logins(self, options) -> list[Login]:
        username, is_reset = options["username"], options["reset"]
        if bool(username) == options["sample"]:
            raise OfficerError("Give either a login name or --sample.")
        if options["sample"]:
            return self._sample(is_reset=is_reset)
        if is_reset:
            return [reset_password(username=username)]
        if not (options["role"] and options["division"]):
            raise OfficerError("A new officer needs --role and --division.")
        division = _division(options["division"])
        return [
            name_officer(
                username=username, role=options["role"], division=division, full_name=options["name"]
            )
        ]

    def _sample(self, *, is_reset: bool) -> list[Login]:
        officers = read_sample_officers()
        there = set(User.objects.values_list("username", flat=True))
        logins = [
            reset_password(username=each.username) for each in officers if is_reset and each.username in there
        ]
        return logins + [
            name_officer(
                username=each.username,
                role=each.role,
                division=_division(each.division),
                full_name=each.full_name,
            )
            for each in officers
            if each.username not in there
        ]

    def _write_table(self, logins: list[Login]) -> None:
        width = max(len(login.username) for login in logins)
        for login in logins:
            self.stdout.write(f"{login.username:<{width}}  {login.password}  {login.full_name}".rstrip())
        self.stderr.write("These passwords are shown once; create_officer NAME --reset gives new ones.")


def _division(code: str) -> Division:
    division = Division.objects.current().filter(code=code).first()
    if division is None:
        raise OfficerError(
            f"No division in force has the code “{code}”. Codes have six digits, e.g. 220202; "
            "they are there once load_reference has run."
        )
    return division

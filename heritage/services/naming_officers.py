"""Giving somebody a login with one role in one division."""

import secrets
from dataclasses import dataclass

from axes.utils import reset as forget_failed_logins
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from heritage.models import Division
from heritage.services.appointing import AppointmentError, appoint

# No characters that are mistaken for each other when read from a screen.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 4, 4  # 79 bits


@dataclass(frozen=True)
class Login:
    """What the officer needs to sign in. The password is known here only; the database has its hash."""

    username: str
    password: str
    full_name: str


class OfficerError(ValueError):
    """No such officer can be named; the message says why and what to do."""


@transaction.atomic
def name_officer(*, username: str, role: str, division: Division, full_name: str = "") -> Login:
    """Make a login with a role in a division, and a random password.

    Raises OfficerError when the name is taken or unfit, or the role does not exist at the division's level.
    """
    if User.objects.filter(username=username).exists():
        raise OfficerError(f"“{username}” exists already. Use --reset to give a new password.")
    password = new_password()
    user = User(username=username, full_name=full_name)
    user.set_password(password)
    try:
        user.full_clean()
        user.save()
        appoint(user=user, role=role, division=division)
    except ValidationError as error:
        raise OfficerError(f"“{username}” cannot be a login: {' '.join(error.messages)}") from error
    except AppointmentError as error:
        raise OfficerError(str(error)) from error
    return Login(username, password, full_name)


@transaction.atomic
def reset_password(*, username: str) -> Login:
    """Give an officer a new random password, end their sessions and forget their failed attempts.

    Raises OfficerError when there is no such login or it is deactivated.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise OfficerError(f"There is no login “{username}”.")
    if not user.is_active:
        raise OfficerError(f"“{username}” is deactivated. Activate the account first.")
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    forget_failed_logins(username=username)
    return Login(username, password, user.full_name)


def new_password() -> str:
    """Return a random password that can be read aloud, such as `k7mq-x2vd-9hpa-tw4e`."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS))

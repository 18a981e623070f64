"""Officers are named with one role in one division; their password is shown once."""

import json
from io import StringIO

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import RequestFactory

from accounts.models import User
from heritage.exchange.reference import load_reference
from heritage.services.naming_officers import new_password
from tests.factories import make_divisions

pytestmark = pytest.mark.django_db


def create_officer(*arguments):
    out = StringIO()
    call_command("create_officer", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def logins(*arguments):
    return json.loads(create_officer(*arguments, "--json"))


def can_sign_in(login):
    request = RequestFactory().post("/admin/login/")
    return authenticate(request, username=login["username"], password=login["password"]) is not None


def test_an_officer_is_named_in_her_division_and_can_sign_in():
    make_divisions()
    (login,) = logins("wang", "--role", "county_officer", "--division", "220202", "--name", "王文物")
    user = User.objects.get(username="wang")
    assert (login["username"], login["full_name"], user.full_name) == ("wang", "王文物", "王文物")
    assert [group.name for group in user.groups.all()] == ["220202 昌邑区 · county_officer"]
    assert can_sign_in(login)


def test_a_reset_gives_a_new_password_and_forgets_failed_attempts():
    make_divisions()
    (old,) = logins("wang", "--role", "surveyor", "--division", "220202")
    AccessAttempt.objects.create(username="wang", ip_address="192.0.2.1", failures_since_start=5)
    (new,) = logins("wang", "--reset")
    assert (can_sign_in(new), can_sign_in(old)) == (True, False)
    assert not AccessAttempt.objects.filter(username="wang", failures_since_start__gte=5).exists()


def test_the_table_shows_login_password_and_name():
    make_divisions()
    line = create_officer("wang", "--role", "surveyor", "--division", "220202", "--name", "王文物")
    username, password, name = line.split()
    assert (username, len(password), name) == ("wang", 19, "王文物")


def test_passwords_differ():
    assert len({new_password() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["wang"], "needs --role and --division"),
        ([], "Give either a login name or --sample"),
        (["wang", "--sample"], "Give either a login name or --sample"),
        (
            ["wang", "--role", "surveyor", "--division", "999999"],
            "No division in force has the code “999999”",
        ),
        (["wang", "--role", "city_reviewer", "--division", "220202"], r"\(city_reviewer\).*昌邑区"),
        (["wang hua", "--role", "surveyor", "--division", "220202"], "“wang hua” cannot be a login"),
        (["wang", "--reset"], "There is no login “wang”"),
    ],
)
def test_what_cannot_be_done_is_a_usage_error_and_leaves_nobody(arguments, message):
    make_divisions()
    with pytest.raises(CommandError, match=message) as caught:
        create_officer(*arguments)
    assert caught.value.returncode == 2
    assert not User.objects.exists()


def test_an_unknown_role_is_refused_with_the_known_ones():
    with pytest.raises(CommandError, match=r"invalid choice: 'boss' .*county_officer"):
        create_officer("wang", "--role", "boss", "--division", "220202")


def test_a_name_that_is_taken_is_refused():
    make_divisions()
    create_officer("wang", "--role", "surveyor", "--division", "220202")
    with pytest.raises(CommandError, match=r"“wang” exists already\. Use --reset"):
        create_officer("wang", "--role", "surveyor", "--division", "220202")


def test_a_deactivated_officer_gets_no_new_password():
    make_divisions()
    create_officer("wang", "--role", "surveyor", "--division", "220202")
    User.objects.update(is_active=False)
    with pytest.raises(CommandError, match="“wang” is deactivated"):
        create_officer("wang", "--reset")


def test_the_sample_officers_are_made_once_and_two_of_them_share_the_county():
    load_reference()
    made = logins("--sample")
    assert [
        (user.username, [group.name for group in user.groups.all()]) for user in User.objects.order_by("pk")
    ] == [
        ("changyi-surveyor", ["220202 昌邑区 · surveyor"]),
        ("changyi-officer-1", ["220202 昌邑区 · county_officer"]),
        ("changyi-officer-2", ["220202 昌邑区 · county_officer"]),
        ("jilin-reviewer", ["220200 吉林市 · city_reviewer"]),
        ("province-reviewer", ["220000 吉林省 · provincial_reviewer"]),
        ("province-administrator", ["220000 吉林省 · administrator"]),
        ("tiedong-officer", ["220303 铁东区 · county_officer"]),
        ("siping-reviewer", ["220300 四平市 · city_reviewer"]),
        ("province-editor", ["220000 吉林省 · editor"]),
    ]
    assert len(made) == 9
    assert logins("--sample") == []


def test_a_sample_officer_who_is_missing_is_made_again_alone():
    load_reference()
    create_officer("--sample")
    User.objects.get(username="tiedong-officer").delete()
    assert [login["username"] for login in logins("--sample")] == ["tiedong-officer"]


def test_all_sample_officers_can_be_given_new_passwords():
    load_reference()
    old = {login["username"]: login["password"] for login in logins("--sample")}
    new = {login["username"]: login["password"] for login in logins("--sample", "--reset")}
    assert new.keys() == old.keys()
    assert all(new[username] != old[username] for username in old)

"""What happens to a request before a view sees it."""

import pytest
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import ADMIN_POLICY, PUBLIC_POLICY, AtomicUnsafeMethods

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=%00",
        "/search/?q=%ff",
        "/search/?%c3%28=1",
        "/sites/%00/",
        "/sites/%ff/",
        "/en/search/?q=%e4%b8",
    ],
)
def test_a_nul_or_broken_utf8_in_an_address_is_a_400(client, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize(
    "address", ["/search/?q=哈达湾", "/search/?q=100%25", "/search/?q=50%", "/search/?q=%E5%93%88"]
)
def test_readable_addresses_pass(client, index, address):
    assert client.get(address).status_code == 200


def test_the_language_comes_from_the_address_and_never_from_the_browser(client):
    chinese = client.get("/sites/", headers={"accept-language": "en"})
    english = client.get("/en/sites/", headers={"accept-language": "zh-CN"})
    assert (chinese.headers["Content-Language"], english.headers["Content-Language"]) == ("zh-hans", "en")


def test_the_public_site_and_the_admin_have_policies_of_their_own(client):
    public, admin = client.get("/sites/"), client.get("/admin/login/")
    policies = [response.headers["Content-Security-Policy"] for response in (public, admin)]
    assert policies == [PUBLIC_POLICY, ADMIN_POLICY]
    assert "unsafe" not in PUBLIC_POLICY


def call(view, method: str) -> HttpResponse | None:
    request = RequestFactory().generic(method, "/")
    return AtomicUnsafeMethods(view).process_view(request, view, (), {})


def test_reading_takes_no_transaction_and_writing_runs_in_one():
    depth = len(connection.savepoint_ids)
    seen = []

    def view(request):
        seen.append(len(connection.savepoint_ids))
        return HttpResponse()

    assert call(view, "GET") is None
    assert call(view, "POST").status_code == 200
    assert seen == [depth + 1]


def test_a_server_error_rolls_back_what_the_view_wrote():
    def view(request):
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE half_saved (id INTEGER)")
        return HttpResponse(status=500)

    assert call(view, "POST").status_code == 500
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM half_saved")

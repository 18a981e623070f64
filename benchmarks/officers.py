"""The officers' lists, forms, work list, overview and case with a whole province in the database.

Each is given as a ratio to a bare query of the rows it shows, and must ask as many queries of three sites as
of all of them.
"""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection

from accounts.models import User
from benchmarks.result import Result, compared, require_equal, timed_in_turn
from heritage.models import Division, HeritageSite, RelocationCase
from heritage.models.divisions import DivisionLevel
from heritage.services.appointing import appoint

FEW = 3
LISTING = "wagtailsnippets_heritage_heritagesite:list"
FORM = "wagtailsnippets_heritage_heritagesite:edit"
# What each screen shows, asked of the database and nothing else.
ROWS = "SELECT * FROM heritage_heritagesite ORDER BY id DESC LIMIT 50"  # as many as a list has
ONE_ROW = "SELECT * FROM heritage_heritagesite ORDER BY id LIMIT 1"
SURVEYED_ROWS = (  # the overview counts all sites, so its rows are all of them
    "SELECT collection_id, recognition, EXISTS (SELECT 1 FROM heritage_survey s WHERE s.site_id = h.id "
    "AND s.confirmed_on IS NOT NULL), COUNT(*) FROM heritage_heritagesite h GROUP BY 1, 2, 3"
)
CASE_ROWS = (
    "SELECT * FROM heritage_heritagesite WHERE id IN (SELECT heritagesite_id FROM heritage_enterprise_sites "
    "WHERE enterprise_id = (SELECT MIN(enterprise_id) FROM heritage_relocationcase))"
)
NEWEST_ROWS = "SELECT * FROM heritage_heritagesite ORDER BY last_published_at DESC LIMIT 10"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def measure() -> Iterator[Result]:
    """The list, its second half by name, a form, the dashboard, the work list, the overview, a case."""
    client = _reviewer()
    first = HeritageSite.objects.order_by("pk").first()
    case = RelocationCase.objects.order_by("enterprise_id").first()
    screens = {
        "list": (reverse(LISTING), ROWS),
        "list_by_name": (f"{reverse(LISTING)}?ordering=name_zh", ROWS),
        "form": (reverse(FORM, args=[first.pk]), ONE_ROW),
        "dashboard": (reverse("wagtailadmin_home"), NEWEST_ROWS),
        "work": (reverse("heritage_work"), NEWEST_ROWS),
        "overview": (reverse("heritage_overview"), SURVEYED_ROWS),
        "overview_file": (f"{reverse('heritage_overview')}?export=csv", SURVEYED_ROWS),
        "case": (reverse("heritage_case", args=[case.pk]), CASE_ROWS),
        "coverage": (reverse("heritage_case_coverage", args=[case.pk]), CASE_ROWS),
    }
    for name, (address, query) in screens.items():
        require_constant_queries(name, client, address)
        yield compared(
            f"officers.{name}",
            *timed_in_turn(
                (f"officers' {name}", lambda address=address: length_of(client, address)),
                ("bare query of the same rows", lambda query=query: _rows_of(query)),
                rounds=10,
            ),
        )


def require_constant_queries(name: str, client: Client, address: str) -> None:
    """Refuse a screen that asks more of all sites than of three; raises CountsDifferError."""
    length_of(client, address)
    with CaptureQueriesContext(connection) as of_all:
        length_of(client, address)
    with transaction.atomic():
        keep = list(HeritageSite.objects.order_by("pk").values_list("pk", flat=True)[:FEW])
        elsewhere = Collection.get_first_root_node().pk
        QuerySet(HeritageSite).exclude(pk__in=keep).update(collection_id=elsewhere)
        with CaptureQueriesContext(connection) as of_few:
            length_of(client, address)
        transaction.set_rollback(True)
    require_equal(f"queries of the officers' {name}, all sites against {FEW}", _asked(of_all), _asked(of_few))


def _asked(captured: CaptureQueriesContext) -> int:
    """The questions, without what opens and closes transactions."""
    return sum(query["sql"].startswith(("SELECT", "INSERT", "UPDATE", "DELETE")) for query in captured)


def length_of(client: Client, address: str) -> int:
    """Return the length of a good answer, 0 for any other."""
    response = client.get(address)
    return len(response.content) if response.status_code == 200 else 0


def _rows_of(query: str) -> int:
    with connection.cursor() as cursor:
        return len(cursor.execute(query).fetchall())


def _reviewer() -> Client:
    """Sign in as somebody who reads the whole province."""
    province = Division.objects.current().get(level=DivisionLevel.PROVINCE)
    user, is_new = User.objects.get_or_create(
        username="benchmark-reviewer", defaults={"full_name": "测量", "password": "!"}
    )
    if is_new:
        appoint(user=user, role="provincial_reviewer", division=province)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user, backend=BACKEND)
    return client

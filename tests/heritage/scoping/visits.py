"""Visits addresses as somebody, and says what they gave away, refused or changed that they should not."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision, TaskState, WorkflowState

from heritage.models import Designation, HeritageSite, SiteCitation, SiteName
from media.models import Attachment, Photograph
from tests.heritage.scoping.addresses import PAGE_AREAS, PLACEHOLDERS, Address, classify
from tests.heritage.scoping.snippets import CLOSED, KINDS, OPEN, ListAddress, RowAddress
from tests.heritage.scoping.world import ROLES, Rows, World

UNNAMED = {
    "admin/^.*/$": "/admin/nothing/here/",
    "admin/^failwhale/": "/admin/failwhale/",
    r"admin/^pages/\d+/set_position/": "/admin/pages/1/set_position/",
    "admin/^(?P<address>(?:api": "/admin/api/main/images/?limit=20",
    "admin/^(?P<address>(?:pages": "/admin/pages/1/",
}
BULK = [
    f"/admin/bulk/{model}/{action}/?id={{own_{row}}}&id={{foreign_{row}}}{more}"
    for model, row, actions in (
        *((f"heritage/{model}", row, ("delete",)) for row, (model, _title) in KINDS.items()),
        ("media/photograph", "photograph", ("delete", "add_tags", "add_to_collection")),
        ("media/attachment", "attachment", ("delete", "add_tags", "add_to_collection")),
    )
    for action in actions
    for more in ("", "&id=all")
]


def is_refused(response: HttpResponse) -> bool:
    """Wagtail refuses by sending people back to the dashboard or to the login page."""
    home = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response.url.partition("?")[0] in home
    )


def text_of(response: HttpResponse) -> str:
    """Return the body as text; of a spreadsheet, the text of its sheets."""
    body = b"".join(response) if response.streaming else response.content
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    return body.decode("utf-8", "replace")


def snapshot(rows: Rows) -> dict[str, list]:
    """Return all that is stored about the rows of a division."""
    sites = [rows.site.pk, rows.draft.pk]
    keys = [str(pk) for pk in sites]
    sites_only = ContentType.objects.get_for_model(HeritageSite)
    stored = {
        "sites": HeritageSite.objects.filter(pk__in=sites),
        "names": SiteName.objects.filter(site__in=sites),
        "citations": SiteCitation.objects.filter(site__in=sites),
        **{name: type(row).objects.filter(pk=row.pk) for name, row in rows.by_kind().items()},
        "designations": Designation.objects.filter(site__in=sites),
        "photographs": Photograph.objects.filter(pk=rows.photograph.pk),
        "documents": Attachment.objects.filter(pk=rows.attachment.pk),
        "revisions": Revision.objects.filter(base_content_type=sites_only, object_id__in=keys),
        "steps": TaskState.objects.filter(
            workflow_state__in=[approval.pk for approval in rows.approvals.values()]
        ),
        "approvals": WorkflowState.objects.filter(
            pk__in=[approval.pk for approval in rows.approvals.values()]
        ),
        "log": ModelLogEntry.objects.filter(content_type=sites_only, object_id__in=keys),
        "in_division": HeritageSite.objects.filter(division=rows.division),
    }
    return {kind: list(queryset.order_by("pk").values()) for kind, queryset in stored.items()}


class Visitor:
    """Somebody of one role, who goes to addresses of the own and of the foreign division."""

    def __init__(self, world: World, role: str) -> None:
        self.world = world
        self.role = role
        self.may = ROLES[role][1]
        self.sees_all = role in ("superuser", "provincial_reviewer", "editor")
        self.client = Client(raise_request_exception=False)
        self.untouched = snapshot(world.foreign)
        self.session = ""
        person = world.person(role)
        if person.is_authenticated:
            self.client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
            self.session = self.client.cookies[settings.SESSION_COOKIE_NAME].value

    def problems(self, addresses: Iterable[Address]) -> list[str]:
        """Return a sentence for everything that went wrong."""
        return [problem for address in addresses for problem in self._visit(address)]

    def _visit(self, address: Address) -> Iterator[str]:
        match classify(address):
            case RowAddress() as expected:
                yield from self._visit_rows(address, expected)
            case ListAddress() as expected:
                yield from self._visit_list(address, expected)
            case "bulk":
                for url in BULK:
                    yield from self._visit_freely(url)
            case expected:
                # Nothing is closed to a superuser, so posting there would prove nothing.
                posts = expected != OPEN and self.role != "superuser"
                for url in self._urls(address):
                    is_closed = expected == CLOSED and not self._is_open_to_editors(address)
                    yield from self._visit_freely(url, is_closed=is_closed, posts=posts)

    def _is_open_to_editors(self, address: Address) -> bool:
        return self.role == "editor" and address.name.startswith(PAGE_AREAS)

    def _visit_rows(self, address: Address, expected: RowAddress) -> Iterator[str]:
        own = reverse(address.name, kwargs=expected.fill(self.world.own))
        foreign = reverse(address.name, kwargs=expected.fill(self.world.foreign))
        response = yield from self._get(own)
        if expected.needs != "post" and is_refused(response) == (expected.needs in self.may):
            yield f"{self.role} GET {own}: {response.status_code}, needs {expected.needs}"
        yield from self._post(own)
        if self.sees_all:
            return
        for method in (self._get, self._post):
            response = yield from method(foreign)
            if not is_refused(response) and response.status_code != 405:
                yield f"{self.role} {method.__name__} {foreign}: {response.status_code} on a foreign row"

    def _visit_list(self, address: Address, expected: ListAddress) -> Iterator[str]:
        shown = f"{expected.shows}{self.world.own.division.code}"
        for query in expected.queries:
            response = yield from self._get(reverse(address.name) + self._fill(query))
            is_shown = response.status_code == 200 and shown in response.text_seen
            narrows = ("foreign" in query and "own" not in query) or "status=" in query
            if not narrows and is_shown != (expected.needs in self.may):
                found = f"{response.status_code}, own row shown: {is_shown}"
                yield f"{self.role} GET {address.name}{query}: {found}"

    def _visit_freely(self, url: str, *, is_closed: bool = False, posts: bool = True) -> Iterator[str]:
        for method in (self._get, self._post) if posts else (self._get,):
            response = yield from method(self._fill(url))
            if (
                is_closed
                and self.role != "superuser"
                and not is_refused(response)
                and response.status_code != 405
            ):
                yield f"{self.role} {method.__name__} {url}: {response.status_code}, is to be closed"

    def _urls(self, address: Address) -> list[str]:
        for start, url in UNNAMED.items():
            if address.name.startswith(start):
                return [url]
        if address.name == "admin/test404/":
            return ["/admin/test404/"]
        sites = (self.world.own.site, self.world.foreign.site)
        keys = (
            [{"object_id": site.pk, "session_id": 1} for site in sites]
            if "object_id" in address.parameters
            else [{}]
        )
        return [
            reverse(
                address.name, kwargs={name: PLACEHOLDERS.get(name, 1) for name in address.parameters} | key
            )
            for key in keys
        ]

    def _fill(self, text: str) -> str:
        values = {}
        for side, rows in (("own", self.world.own), ("foreign", self.world.foreign)):
            for name in (*KINDS, "photograph", "attachment"):
                values[f"{side}_{name}"] = getattr(rows, name).pk
            values |= {
                f"{side}_division": rows.division.pk,
                f"{side}_collection": rows.division.collection_id,
            }
        return text.format(**values) if "{" in text else text

    def _get(self, url: str):
        self.client.cookies[settings.SESSION_COOKIE_NAME] = self.session  # one of the addresses takes it
        response = self.client.get(url)
        yield from self._read(response, f"{self.role} GET {url}")
        return response

    def _post(self, url: str):
        """Post an empty form and undo what it did, but first compare the foreign rows."""
        with transaction.atomic():
            response = self.client.post(url)
            if not self.sees_all and snapshot(self.world.foreign) != self.untouched:
                yield f"{self.role} POST {url} changed foreign rows"
            transaction.set_rollback(True)
        yield from self._read(response, f"{self.role} POST {url}")
        return response

    def _read(self, response: HttpResponse, where: str) -> Iterator[str]:
        response.text_seen = text_of(response)
        response.close()
        if response.status_code >= 500:
            yield f"{where}: {response.status_code}"
        if not self.sees_all:
            seen = [token for token in self.world.foreign.tokens if token in response.text_seen]
            if seen:
                yield f"{where} gives away {', '.join(seen)}"

"""What an officer does at her desk: saves a form, submits it, decides on it; by the addresses she uses."""

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState

from accounts.models import User
from heritage.models import HeritageSite

BACKEND = "django.contrib.auth.backends.ModelBackend"
PARTS = ("names", "identifiers", "events", "reuses", "citations", "photographs")
ADDRESS = "wagtailsnippets_heritage_heritagesite"


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def _values(row, *, exclude: tuple[str, ...]) -> dict:
    """The values of a row as a browser writes them."""
    values = model_to_dict(row, exclude=exclude)
    return {
        name: [term.pk for term in value] if isinstance(value, list) else "" if value is None else value
        for name, value in values.items()
    }


def form_of(site: HeritageSite, **changes) -> dict:
    """What a browser sends when the form of the newest draft is saved with changes."""
    draft = fresh(site).get_latest_revision_as_object()
    data = _values(draft, exclude=("absences",))
    for relation in PARTS:
        rows = list(getattr(draft, relation).all())
        data |= {f"{relation}-TOTAL_FORMS": len(rows), f"{relation}-INITIAL_FORMS": len(rows)}
        for index, row in enumerate(rows):
            keys = {"id": row.pk or "", "ORDER": index + 1, "uid": getattr(row, "uid", "")}
            values = {**_values(row, exclude=("site",)), **keys}
            data |= {f"{relation}-{index}-{key}": value for key, value in values.items()}
    return {**data, **changes}


def save(user: User, site: HeritageSite, **changes) -> HttpResponse:
    return browser(user).post(reverse(f"{ADDRESS}:edit", args=[site.pk]), form_of(site, **changes))


def submit(user: User, site: HeritageSite, **changes) -> HttpResponse:
    return save(user, site, **{"action-submit": "1"}, **changes)


def decide(
    user: User, site: HeritageSite, action: str, step: TaskState | None = None, comment: str = "请补充出处"
):
    step = step or open_step(site)
    address = reverse(f"{ADDRESS}:workflow_action", args=[site.pk, action, step.pk])
    return browser(user).post(address, {"comment": comment})


def open_step(site: HeritageSite) -> TaskState | None:
    return TaskState.objects.filter(
        workflow_state__object_id=str(site.pk), status=TaskState.STATUS_IN_PROGRESS
    ).first()


def steps(site: HeritageSite) -> list[tuple[str, str]]:
    """Level and status of every step of the newest approval, in order."""
    states = site.workflow_states.order_by("-pk").first().task_states.order_by("pk")
    return [(state.task.specific.level, state.status) for state in states]


def fresh(site: HeritageSite) -> HeritageSite:
    return HeritageSite.objects.get(pk=site.pk)

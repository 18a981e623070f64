"""The screens of whatever goes along a table and belongs to a site: the site itself, or one of its rows.

A kind names its model, the address of its page and its words; `step_urls` gives its four addresses.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from heritage.courses import COURSES, Course
from heritage.forms.steps import StepAlongForm, TakeBackForm
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import HeritageSite
from heritage.models.reviewed_moves import ReviewedMove
from heritage.models.scoped import ScopedModel
from heritage.services.confirming_steps import confirm_step, refusal_to_confirm_step
from heritage.services.lawful_moves import LawfulMove
from heritage.services.lawful_steps import lawful_steps, refusal_without_row
from heritage.services.taking_back_steps import refusal_to_take_back
from heritage.viewsets.site_base import OfSiteView, SiteFormView


class OfSubjectView(OfSiteView):
    """A screen of one subject, which is read where it belongs. Its address has the subject as `pk`.

    `address`: the name of the subject's page; its forms are named after it. `page_of`: as for every screen
    of a site. `related`: what else of the subject its screens show.
    """

    model: type[ScopedModel] = HeritageSite
    address: str
    related: tuple[str, ...] = ()
    subject: Any

    def read_site(self, pk: int) -> HeritageSite:
        if self.model is HeritageSite:
            self.subject = super().read_site(pk)
            return self.subject
        of_site = ("site__division", "site__collection", "collection")
        self.subject = self.read(self.model, pk, *of_site, *self.related)
        return self.subject.site

    @property
    def course(self) -> Course:
        return COURSES[self.model]

    @property
    def subject_url(self) -> str:
        return reverse(self.address, args=[self.subject.pk])

    def get_breadcrumbs_items(self) -> list[dict]:
        items = super().get_breadcrumbs_items()
        if self.model is HeritageSite:
            return items
        return [*items, {"url": self.subject_url, "label": str(self.subject)}]


class StepsView(OfSubjectView):
    """Where the subject stands, its lawful next steps or why not, and what has happened with its papers."""

    template_name = "heritage/sites/steps.html"

    def get_context_data(self, **kwargs) -> dict:
        trail = self._trail()
        may_take_back = refusal_to_take_back(self.subject, self.officer) is None
        return {
            **super().get_context_data(**kwargs),
            "subject": self.subject,
            "courses": [
                {
                    "label": table.label,
                    "state": table.label_of(self.course.state_of(self.subject, table)),
                    "steps": [(step, self._step_url(step)) for step in steps],
                }
                for table, steps in lawful_steps(self.subject, self.officer)
            ],
            "trail": trail,
            "is_waiting": any(row["awaits"] for row in trail),
            "take_back_url": self._url("take_back") if may_take_back else "",
        }

    def _url(self, what: str, *args: Any) -> str:
        return reverse(f"{self.address}_{what}", args=[self.subject.pk, *args])

    def _step_url(self, step: LawfulMove) -> str:
        return self._url("step", step.target) if step.is_open else ""

    def _trail(self) -> list[dict]:
        """Every recorded move, the oldest first; one that may be confirmed comes with the address for it."""
        is_reviewed = issubclass(self.course.move, ReviewedMove)
        names = ("decree", "report", "approval", "made_by", *(("second", "confirmed_by") * is_reviewed))
        rows = list(self.course.moves.filter(subject=self.subject).select_related(*names).order_by("pk"))
        waiting = [row for row in rows if is_reviewed and row.confirmed_on is None]
        return [
            {
                "move": row,
                "label": self.course.table_with(self.subject, row.to_state).label_of(row.to_state),
                "awaits": row in waiting,
                "confirm_url": self._confirm_url(row) if row in waiting[-1:] else "",
            }
            for row in rows
        ]

    def _confirm_url(self, move: ReviewedMove) -> str:
        """Confirming the last step confirms those before it."""
        if refusal_to_confirm_step(move, self.officer):
            return ""
        return self._url("confirm", move.pk)


class SubjectFormView(OfSubjectView, SiteFormView):
    """A form of the subject, which leads back to its page."""

    @property
    def back_url(self) -> str:
        return self.subject_url

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


class StepFormView(SubjectFormView):
    """One step of the subject, with the papers that it needs."""

    form_class: type[StepAlongForm] = StepAlongForm

    def read_site(self, pk: int) -> HeritageSite:
        site = super().read_site(pk)
        self.target = self.kwargs["target"]
        if not any(table.state(self.target) for table in self.course.tables_of(self.subject)):
            raise Http404
        return site

    @property
    def table(self) -> Lifecycle:
        return self.course.table_with(self.subject, self.target)

    @property
    def row(self) -> Transition | None:
        """The row that leads to the target from where the subject stands."""
        return self.table.find(origin=self.course.state_of(self.subject, self.table), target=self.target)

    def get_page_title(self) -> str:
        row = self.row
        return self.table.label_of_move(row.move) if row else self.table.label_of(self.target)

    def get_success(self) -> str:
        if issubclass(self.course.move, ReviewedMove):
            return _now("Recorded. It is told outside once a reviewer has confirmed it.")
        return super().get_success()

    def get_form(self) -> StepAlongForm:
        return self.form_class(
            self.given, subject=self.subject, target=self.target, row=self.row, for_user=self.officer
        )

    def get_context_data(self, **kwargs) -> dict:
        shown = [step for _table, steps in lawful_steps(self.subject, self.officer) for step in steps]
        asked = next((step for step in shown if step.target == self.target), None)
        return super().get_context_data(**kwargs) | {"step": asked, "refusal": self._refusal(asked)}

    def _refusal(self, asked: LawfulMove | None) -> Refusal | None:
        """Why there is no such step, where the subject has arrived there already."""
        if asked is not None:
            return None
        found = self.course.state_of(self.subject, self.table)
        return refusal_without_row(self.table, found=found, target=self.target)


class TakeBackView(SubjectFormView):
    """Taking back the last step, with the reason."""

    page_title = _("Take back the last step")

    def get_success(self) -> str:
        return _now("Taken back.")

    def get_form(self) -> TakeBackForm:
        return TakeBackForm(self.given, subject=self.subject)

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_take_back(self.subject, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}


class ConfirmStepView(OfSubjectView):
    """Confirming a step, by one button on the page of the subject."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        move = get_object_or_404(self.course.moves, pk=kwargs["move"], subject=self.subject)
        try:
            confirm_step(move=move, by=self.officer)
        except UnlawfulMoveError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _now("Confirmed."))
        return redirect(self.subject_url)


def step_urls(
    route: str,
    *,
    page: type[StepsView],
    step: type[StepFormView],
    take_back: type[TakeBackView],
    confirm: type[ConfirmStepView] | None = None,
) -> list:
    """The addresses below a route with the subject as `pk`, such as `sites/<int:pk>/recognition/`.

    They are called as the page is: `NAME`, `NAME_step`, `NAME_take_back` and, where steps are confirmed,
    `NAME_confirm`.
    """
    name = page.address
    urls = [
        path(route, page.as_view(), name=name),
        path(f"{route}to/<slug:target>/", step.as_view(), name=f"{name}_step"),
        path(f"{route}take-back/", take_back.as_view(), name=f"{name}_take_back"),
    ]
    if confirm is not None:
        urls.append(path(f"{route}confirm/<int:move>/", confirm.as_view(), name=f"{name}_confirm"))
    return urls

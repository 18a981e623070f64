"""Status of a site: its designations, what may lawfully come next, and the forms by which it comes about."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.forms.designations import AnnounceForm
from heritage.forms.moves import MOVE_FORMS
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.status import MOVES
from heritage.models import Designation, HeritageSite
from heritage.models.scoped import ScopedModel
from heritage.policies import may_read
from heritage.services.confirming import CONFIRM
from heritage.services.lawful_moves import LawfulMove, lawful_moves


class OfSiteView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one site, refused to whoever may not read it."""

    header_icon = "site"
    site: HeritageSite

    @property
    def officer(self) -> User:
        """Who looks: the admin lets nobody in who is not signed in."""
        return cast(User, self.request.user)

    def read(self, model: type[ScopedModel], pk: int) -> Any:
        row = get_object_or_404(model, pk=pk)
        if not may_read(self.request.user, row):
            raise PermissionDenied
        return row

    def get_page_subtitle(self) -> str:
        return get_latest_str(self.site)

    def get_breadcrumbs_items(self) -> list[dict]:
        names = HeritageSite.snippet_viewset
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(names.get_url_name("list")), "label": names.menu_label},
            {
                "url": reverse(names.get_url_name("edit"), args=[self.site.pk]),
                "label": get_latest_str(self.site),
            },
            {"url": self.status_url, "label": _("Status")},
        ]

    @property
    def status_url(self) -> str:
        return reverse("heritage_site_status", args=[self.site.pk])


class SiteStatusView(OfSiteView):
    """Every designation with what can become of it; every identity it could be given, or why not."""

    page_title = _("Status")
    template_name = "heritage/designations/status.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.site = self.read(HeritageSite, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        user = self.officer
        rows = self.site.designations.select_related(
            "scheme", "decree", "component", "site", "confirmed_by", "superseded_by__scheme"
        )
        announce = reverse("heritage_designation_announce", args=[self.site.pk])
        return {
            **super().get_context_data(**kwargs),
            "announce_url": announce,
            "identities": [
                (move, f"{announce}?state={move.target}") for move in lawful_moves(self.site, user)
            ],
            "rows": [
                {"designation": row, "moves": [(m, _move_url(row, m)) for m in lawful_moves(row, user)]}
                for row in rows
            ],
        }


def _move_url(designation: Designation, move: LawfulMove) -> str:
    """The form of an open move; blank where the move is refused or has no form."""
    if move.move not in MOVE_FORMS or not move.is_open:
        return ""
    return reverse("heritage_designation_move", args=[designation.pk, move.move])


class LawfulFormView(OfSiteView):
    """A form that a service carries out, or refuses with the reason and its article."""

    template_name = "heritage/designations/form.html"

    def get_success(self) -> str:
        return _now("Recorded. It is told outside once a reviewer has confirmed it.")

    def get_form(self):
        raise NotImplementedError

    def get_context_data(self, **kwargs) -> dict:
        form = kwargs.get("form") or self.get_form()
        return super().get_context_data(**kwargs) | {"form": form, "media": form.media}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        if form.is_valid():
            try:
                form.carry_out(by=self.officer)
            except UnlawfulMoveError as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, self.get_success())
                return redirect(self.status_url)
        return self.render_to_response(self.get_context_data(form=form))


class AnnounceView(LawfulFormView):
    """登记身份: a designation of the site or of one of its components, by its decree."""

    page_title = _("Enter a designation")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.site = self.read(HeritageSite, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> AnnounceForm:
        given = self.request.POST if self.request.method == "POST" else None
        state = self.request.GET.get("state", "")
        return AnnounceForm(given, site=self.site, state=state, for_user=self.officer)


class MoveView(LawfulFormView):
    """One move of one designation, with the papers that it needs."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.designation = self.read(Designation, kwargs["pk"])
        self.site, self.move = self.designation.site, kwargs["move"]
        if self.move not in MOVE_FORMS:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(MOVES[self.move])

    def get_success(self) -> str:
        return _now("Confirmed.") if self.move == CONFIRM else super().get_success()

    def get_form(self):
        given = self.request.POST if self.request.method == "POST" else None
        form = MOVE_FORMS[self.move]
        return form(given, designation=self.designation, for_user=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        moves = lawful_moves(self.designation, self.officer)
        asked = next((move for move in moves if move.move == self.move), None)
        return super().get_context_data(**kwargs) | {"designation": self.designation, "lawful": asked}


def designation_urls() -> list:
    return [
        path("status/<int:pk>/", SiteStatusView.as_view(), name="heritage_site_status"),
        path("status/<int:pk>/announce/", AnnounceView.as_view(), name="heritage_designation_announce"),
        path("designations/<int:pk>/<slug:move>/", MoveView.as_view(), name="heritage_designation_move"),
    ]

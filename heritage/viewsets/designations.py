"""Status of a site: its designations, what may lawfully come next, and the forms by which it comes about."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.designations import AnnounceForm
from heritage.forms.moves import MOVE_FORMS
from heritage.lifecycles.status import MOVES
from heritage.models import Designation, HeritageSite
from heritage.services.confirming import CONFIRM
from heritage.services.lawful_moves import LawfulMove, lawful_moves
from heritage.viewsets.site_base import OfSiteView, SiteFormView


class SiteStatusView(OfSiteView):
    """Every designation with what can become of it; every identity it could be given, or why not."""

    page_title = _("Status")
    template_name = "heritage/designations/status.html"

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


class LawfulFormView(SiteFormView):
    """A form of a designation, which is told outside only once it is confirmed."""

    template_name = "heritage/designations/form.html"

    def get_success(self) -> str:
        return _now("Recorded. It is told outside once a reviewer has confirmed it.")


class AnnounceView(LawfulFormView):
    """登记身份: a designation of the site or of one of its components, by its decree."""

    page_title = _("Enter a designation")

    def get_form(self) -> AnnounceForm:
        state = self.request.GET.get("state", "")
        return AnnounceForm(self.given, site=self.site, state=state, for_user=self.officer)


class MoveView(LawfulFormView):
    """One move of one designation, with the papers that it needs."""

    def read_site(self, pk: int) -> HeritageSite:
        self.designation = self.read(Designation, pk, "site__division", "site__collection", "scheme")
        return self.designation.site

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.move = kwargs["move"]
        if self.move not in MOVE_FORMS:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(MOVES[self.move])

    def get_success(self) -> str:
        return _now("Confirmed.") if self.move == CONFIRM else super().get_success()

    def get_form(self):
        form = MOVE_FORMS[self.move]
        return form(self.given, designation=self.designation, for_user=self.officer)

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

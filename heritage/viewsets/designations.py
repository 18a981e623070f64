"""Status of a site: its designations, what may lawfully come next, and the forms by which it comes about."""

from django.db.models import Prefetch
from django.http import Http404
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.designations import AnnounceForm
from heritage.forms.historic_buildings import NominateForm, forms_of
from heritage.lifecycles.status import MOVES
from heritage.models import Designation, DesignationMove, HeritageSite
from heritage.services.confirming import CONFIRM
from heritage.services.historic_buildings import NOMINATE
from heritage.services.lawful_moves import LawfulMove, lawful_moves
from heritage.viewsets.prefilled import fill_from_address
from heritage.viewsets.site_base import OfSiteView, SiteFormView

#: Every move with the papers that it rests on, in two queries.
MOVES_WITH_PAPERS = Prefetch(
    "moves",
    DesignationMove.objects.select_related(
        "decree", "evidence", "consent", "component", "made_by", "second"
    ).prefetch_related("papers__file"),
)


class SiteStatusView(OfSiteView):
    """Every designation with what can become of it; every identity it could be given, or why not."""

    page_title = _("Status")
    template_name = "heritage/designations/status.html"

    def get_context_data(self, **kwargs) -> dict:
        user = self.officer
        rows = self.site.designations.select_related(
            "scheme", "decree", "component", "site", "confirmed_by", "superseded_by__scheme"
        ).prefetch_related(MOVES_WITH_PAPERS)
        announce = reverse("heritage_designation_announce", args=[self.site.pk])
        nominate = {NOMINATE: reverse("heritage_building_nominate", args=[self.site.pk])}
        return {
            **super().get_context_data(**kwargs),
            "announce_url": announce,
            "identities": [
                (move, nominate.get(move.move, f"{announce}?state={move.target}"))
                for move in lawful_moves(self.site, user)
            ],
            "rows": [
                {
                    "designation": row,
                    "moves": [
                        (m, _move_url(row, m)) for m in sorted(lawful_moves(row, user), key=_comes_later)
                    ],
                    "trail": [
                        {"move": made, "label": MOVES[made.move], "papers": made.papers.all()}
                        for made in row.moves.all()
                    ],
                }
                for row in rows
            ],
        }


def _comes_later(move: LawfulMove) -> bool:
    """What waits for this officer's confirmation is told first."""
    return not (move.move == CONFIRM and move.is_open)


def _move_url(designation: Designation, move: LawfulMove) -> str:
    """The form of an open move; blank where the move is refused or has no form."""
    if move.move not in forms_of(designation) or not move.is_open:
        return ""
    return reverse("heritage_designation_move", args=[designation.pk, move.move])


class LawfulFormView(SiteFormView):
    """A form of a designation, which is told outside only once it is confirmed."""

    template_name = "heritage/designations/form.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_success(self) -> str:
        return _now("Recorded. It is told outside once a reviewer has confirmed it.")


class AnnounceView(LawfulFormView):
    """登记身份: a designation of the site or of one of its components, by its decree."""

    page_title = _("Enter a designation")

    def get_form(self) -> AnnounceForm:
        state = self.request.GET.get("state", "")
        return AnnounceForm(self.given, site=self.site, state=state, for_user=self.officer)


class NominateView(LawfulFormView):
    """Putting the site or one of its components forward as a historic building."""

    page_title = _("Nominate as a historic building")

    def get_success(self) -> str:
        return _now("Recorded. A candidate is told to nobody outside.")

    def get_form(self) -> NominateForm:
        return NominateForm(self.given, site=self.site)


class MoveView(LawfulFormView):
    """One move of one designation, with the papers that it needs."""

    def read_site(self, pk: int) -> HeritageSite:
        self.designation = self.read(Designation, pk, "site__division", "site__collection", "scheme")
        self.move = self.kwargs["move"]
        if self.move not in forms_of(self.designation):
            raise Http404
        return self.designation.site

    def get_page_title(self) -> str:
        return str(MOVES[self.move])

    def get_success(self) -> str:
        return _now("Confirmed.") if self.move == CONFIRM else super().get_success()

    def get_form(self):
        form = forms_of(self.designation)[self.move]
        return fill_from_address(
            form(self.given, designation=self.designation, for_user=self.officer), self.request
        )

    def get_context_data(self, **kwargs) -> dict:
        moves = lawful_moves(self.designation, self.officer)
        asked = next((move for move in moves if move.move == self.move), None)
        return super().get_context_data(**kwargs) | {"designation": self.designation, "lawful": asked}


def designation_urls() -> list:
    return [
        path("status/<int:pk>/", SiteStatusView.as_view(), name="heritage_site_status"),
        path("status/<int:pk>/announce/", AnnounceView.as_view(), name="heritage_designation_announce"),
        path("status/<int:pk>/nominate/", NominateView.as_view(), name="heritage_building_nominate"),
        path("designations/<int:pk>/<slug:move>/", MoveView.as_view(), name="heritage_designation_move"),
    ]

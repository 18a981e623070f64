"""What the screens of one site share: who may see them, how they lead to each other, and what they save."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import HeritageSite
from heritage.models.scoped import ScopedModel
from heritage.policies import may_read

#: The pages of a site beside its form, in the order in which they are worked through: address, label.
SITE_PAGES: list[tuple[str, str | Promise]] = [
    ("heritage_recognition", _("Recognition")),
    ("heritage_site_status", _("Status")),
    ("heritage_four_haves", _("Four haves")),
    ("heritage_zones", _("Protection zones")),
    ("heritage_nominations", _("National Industrial Heritage")),
    ("heritage_site_coverage", _("Survey coverage")),
    ("heritage_interventions", _("Interventions")),
    ("heritage_finds", _("Finds during works")),
    ("heritage_site_flags", _("Doubts")),
    ("heritage_site_claims", _("What the sources say")),
    ("heritage_site_history", _("Record of changes")),
    ("heritage_site_file", _("Case file")),
]


def edit_address(site_pk: int) -> str:
    return reverse(HeritageSite.snippet_viewset.get_url_name("edit"), args=[site_pk])


def pages_of(site_pk: int, here: str = "") -> list[dict]:
    """Return the form of a site and the pages beside it, for the links above each of them."""
    pages = [
        {"url": reverse(name, args=[site_pk]), "label": label, "is_here": name == here}
        for name, label in SITE_PAGES
    ]
    return [{"url": edit_address(site_pk), "label": _("Record"), "is_here": not here}, *pages]


class OfSiteView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one site, refused to whoever may not read it. Its address has the site as `pk`.

    `page_of`: the address under which the screen stands in SITE_PAGES, for the links above it.
    """

    header_icon = "site"
    page_of = "heritage_site_status"
    site: HeritageSite

    @property
    def officer(self) -> User:
        """Who looks: the admin lets nobody in who is not signed in."""
        return cast(User, self.request.user)

    def read(self, model: type[ScopedModel], pk: int, *related: str) -> Any:
        row = get_object_or_404(model._default_manager.select_related(*related), pk=pk)
        if not may_read(self.request.user, row):
            raise PermissionDenied
        return row

    def read_site(self, pk: int) -> HeritageSite:
        """Return the site that an address is about; overridden where `pk` is that of one of its rows."""
        return self.read(HeritageSite, pk, "division", "collection")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.site = self.read_site(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return get_latest_str(self.site)

    @property
    def home_url(self) -> str:
        """The page of the site to which this screen belongs."""
        return reverse(self.page_of, args=[self.site.pk])

    @property
    def edit_url(self) -> str:
        return edit_address(self.site.pk)

    def get_breadcrumbs_items(self) -> list[dict]:
        names = HeritageSite.snippet_viewset
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(names.get_url_name("list")), "label": names.menu_label},
            {"url": self.edit_url, "label": get_latest_str(self.site)},
            {"url": self.home_url, "label": dict(SITE_PAGES)[self.page_of]},
        ]

    def get_context_data(self, **kwargs) -> dict:
        pages = pages_of(self.site.pk, self.page_of)
        return super().get_context_data(**kwargs) | {"site": self.site, "site_pages": pages}


class SiteFormView(OfSiteView):
    """A form of a site that a service carries out, or refuses with the reason and its article."""

    template_name = "heritage/sites/form.html"
    submit_label: Any = ""

    def get_success(self) -> str:
        return _now("Recorded.")

    @property
    def back_url(self) -> str:
        """Where the form leads to, carried out or given up."""
        return self.home_url

    def get_form(self) -> Any:
        raise NotImplementedError

    def carry_out(self, form: Any) -> None:
        form.carry_out(by=self.officer)

    @property
    def given(self):
        return self.request.POST if self.request.method == "POST" else None

    def get_context_data(self, **kwargs) -> dict:
        form = kwargs.get("form") or self.get_form()
        label = self.submit_label or self.get_page_title()
        own = {"form": form, "media": form.media, "submit_label": label, "back_url": self.back_url}
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        if form.is_valid():
            try:
                self.carry_out(form)
            except UnlawfulMoveError as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, self.get_success())
                return redirect(self.back_url)
        return self.render_to_response(self.get_context_data(form=form))

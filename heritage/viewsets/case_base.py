"""What the screens of a relocation case share: who may see them, where they stand, and what they save."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import RelocationCase
from heritage.models.scoped import ScopedModel
from heritage.policies import may_read


class OfCaseView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one case, refused to whoever may read it at neither of its ends."""

    header_icon = "redirect"
    case: RelocationCase

    @property
    def officer(self) -> User:
        """Who looks: the admin lets nobody in who is not signed in."""
        return cast(User, self.request.user)

    def read(self, model: type[ScopedModel], pk: int, *related: str) -> Any:
        row = get_object_or_404(model._default_manager.select_related(*related), pk=pk)
        if not may_read(self.request.user, row):
            raise PermissionDenied
        return row

    def read_case(self, pk: int) -> RelocationCase:
        return self.read(
            RelocationCase, pk, "enterprise", "from_area", "to_zone", "collection", "receiving_collection"
        )

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.case = self.read_case(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def case_url(self) -> str:
        return reverse("heritage_case", args=[self.case.pk])

    def get_page_subtitle(self) -> str:
        return str(self.case)

    def get_breadcrumbs_items(self) -> list[dict]:
        names = RelocationCase.snippet_viewset
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(names.get_url_name("list")), "label": names.menu_label},
            {"url": self.case_url, "label": str(self.case)},
        ]


class CaseFormView(OfCaseView):
    """A form of a case that is carried out, or refused with the reason and its article."""

    template_name = "heritage/relocation/form.html"
    submit_label: Any = ""

    def get_form(self) -> Any:
        raise NotImplementedError

    def get_success(self) -> str:
        return _now("Recorded.")

    @property
    def back_url(self) -> str:
        return self.case_url

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

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

    def carry_out(self, form: Any) -> None:
        form.carry_out(by=self.officer)

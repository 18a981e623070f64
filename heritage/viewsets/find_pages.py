"""Finds during works at a site: what is owed and when, late in red, and the form of one."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.forms.finds import FindForm
from heritage.lifecycles.finds import find_deadlines
from heritage.models import Find, HeritageSite
from heritage.viewsets.site_base import OfSiteView, SiteFormView


def may_write(user: User, action: str, held: Any) -> bool:
    return policy_registry.get_by_type(Find).user_has_permission_for_instance(user, action, held)


def finds_shown(finds: Iterable[Find], user: User, site: HeritageSite) -> list[dict[str, Any]]:
    """Return finds of a site with what is owed of each, whether it is late, and its form."""
    now, may_change = timezone.now(), may_write(user, "change", site)
    return [
        {
            "find": find,
            "deadlines": [(owed, owed.is_late(now)) for owed in find_deadlines(find)],
            "url": reverse("heritage_find_edit", args=[find.pk]) if may_change else "",
        }
        for find in finds
    ]


class SiteFindsView(OfSiteView):
    """All finds at the site, the newest first."""

    page_title = _("Finds during works")
    page_of = "heritage_finds"
    template_name = "heritage/interventions/finds_page.html"

    def get_context_data(self, **kwargs) -> dict:
        rows = self.site.finds.all()
        add = reverse("heritage_find_add", args=[self.site.pk])
        return {
            **super().get_context_data(**kwargs),
            "finds": finds_shown(rows, self.officer, self.site),
            "find_url": add if may_write(self.officer, "add", self.site) else "",
        }


class FindEntryView(SiteFormView):
    """Reporting a find; written only by whoever may do so where the site is."""

    page_title = _("Report a find")
    submit_label = _("Save")
    page_of = "heritage_finds"
    action = "add"
    find: Find | None = None

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.site = self.read_site(kwargs["pk"])
        if not may_write(self.officer, self.action, self.find or self.site):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_form(self) -> FindForm:
        given = {"intervention": self.request.GET.get("intervention", ""), "reported_at": timezone.now()}
        return FindForm(
            self.given,
            instance=self.find,
            site=self.site,
            for_user=self.officer,
            initial=None if self.find else given,
        )

    def carry_out(self, form: FindForm) -> None:
        with transaction.atomic():
            row = form.save()
            action = "wagtail.create" if self.find is None else "wagtail.edit"
            log(instance=row, action=action, user=self.officer, content_changed=True)


class FindEditView(FindEntryView):
    page_title = _("Find during works")
    action = "change"

    def read_site(self, pk: int) -> HeritageSite:
        self.find = self.read(Find, pk, "site__division", "site__collection")
        return self.find.site

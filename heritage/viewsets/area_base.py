"""What the screens of an old industrial area share: who may see them, and how they lead back."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.models import IndustrialArea
from heritage.policies import may_read


class OfAreaView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one old industrial area, refused to whoever may not read it."""

    header_icon = "site"
    area: IndustrialArea

    @property
    def officer(self) -> User:
        """Who looks: the admin lets nobody in who is not signed in."""
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        areas = IndustrialArea.objects.select_related("division__parent__parent", "collection")
        self.area = get_object_or_404(areas, pk=kwargs["pk"])
        if not may_read(request.user, self.area):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.area)

    def get_breadcrumbs_items(self) -> list[dict]:
        names = IndustrialArea.snippet_viewset
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(names.get_url_name("list")), "label": names.menu_label},
            {
                "url": reverse(names.get_url_name("edit"), args=[self.area.pk]),
                "label": str(self.area),
            },
        ]

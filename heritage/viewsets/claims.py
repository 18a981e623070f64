"""The screen on which the claims of the sources of a site stand side by side."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _

from heritage.claims import statements_with_claims
from heritage.viewsets.site_base import OfSiteView


class SiteClaimsView(OfSiteView):
    page_title = _("What the sources say")
    page_of = "heritage_site_claims"
    template_name = "heritage/claims/site.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        statements = statements_with_claims(self.site, self.officer)
        return super().get_context_data(**kwargs) | {"statements": statements}


def claims_urls() -> list:
    return [path("sites/<int:pk>/claims/", SiteClaimsView.as_view(), name="heritage_site_claims")]

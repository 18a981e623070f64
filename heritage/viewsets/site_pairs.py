"""Two records that may be one: compared side by side, and made one."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.merging import MergeForm
from heritage.merges.refusals import refusal_to_merge
from heritage.merges.showing import side_by_side
from heritage.models import HeritageSite, QualityFlag
from heritage.models.quality_flags import FlagKind
from heritage.viewsets.site_base import OfSiteView, SiteFormView
from heritage.viewsets.site_flags import PAGE, shown_flag


class OfTwoSitesView(OfSiteView):
    """A screen of two sites, refused to whoever may not read both. The second one is `other`."""

    page_of = PAGE
    other: HeritageSite

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.other = self.read(HeritageSite, kwargs["other"], "division", "collection")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"other": self.other}


class CompareView(OfTwoSitesView):
    """Field by field, what differs marked, with the sources; from here one is merged into the other."""

    page_title = _("Two records side by side")
    template_name = "heritage/quality/compare.html"

    def get_context_data(self, **kwargs) -> dict:
        flags = QualityFlag.objects.filter(site=self.site, other=self.other, kind=FlagKind.RESEMBLES)
        flag = flags.select_related("other").first()
        return {
            **super().get_context_data(**kwargs),
            "rows": side_by_side(self.site, self.other),
            "flag": shown_flag(flag) if flag else None,
            "sides": [self._side(self.site, self.other), self._side(self.other, self.site)],
        }

    def _side(self, kept: HeritageSite, merged: HeritageSite) -> dict:
        return {
            "site": kept,
            "edit_url": reverse(HeritageSite.snippet_viewset.get_url_name("edit"), args=[kept.pk]),
            "merge_url": reverse("heritage_sites_merge", args=[kept.pk, merged.pk]),
            "refusal": refusal_to_merge(kept, merged, self.officer),
        }


class MergeView(OfTwoSitesView, SiteFormView):
    """The site of the address is kept, the other one becomes a part of it."""

    page_title = _("Merge two records")
    submit_label = _("Merge")
    template_name = "heritage/quality/merge.html"

    def get_form(self) -> MergeForm:
        return MergeForm(self.given, kept=self.site, merged=self.other, for_user=self.officer)

    def get_success(self) -> str:
        return _now(
            "Merged. It can be undone for 30 days; what was taken over into the draft awaits approval."
        )

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_merge(self.site, self.other, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}


def site_pair_urls() -> list:
    return [
        path("beside/<int:pk>/<int:other>/", CompareView.as_view(), name="heritage_sites_compare"),
        path("merges/<int:pk>/<int:other>/", MergeView.as_view(), name="heritage_sites_merge"),
    ]

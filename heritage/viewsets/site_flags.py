"""疑点: what looks wrong with a site, where it is mended, and what was made one with it."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.quality import AnswerForm, UndoMergeForm
from heritage.models import HeritageSite, QualityFlag, SiteMerge
from heritage.models.quality_flags import FlagKind
from heritage.policies import readable
from heritage.quality.landing import landing_url
from heritage.quality.wording import reasons_of, words_of
from heritage.services.undoing_merges import refusal_to_undo
from heritage.viewsets.site_base import OfSiteView, SiteFormView

PAGE = "heritage_site_flags"


class SiteFlagsView(OfSiteView):
    """The flags of one site, open ones first; the merges it took part in, with the way back."""

    page_title = _("Quality flags")
    template_name = "heritage/quality/site.html"
    page_of = PAGE

    def get_context_data(self, **kwargs) -> dict:
        flags, merges = shown_flags(self.site, self.officer), self.get_merges()
        return {
            **super().get_context_data(**kwargs),
            "open_flags": [row for row in flags if not row["flag"].answered_at],
            "answered_flags": [row for row in flags if row["flag"].answered_at],
            "merged_into": [row for row in merges if self._went(row)],
            "merges": [row for row in merges if not self._went(row)],
        }

    @staticmethod
    def _went(row: dict[str, Any]) -> bool:
        """Whether this is the merge by which the site of the page is a part of another one now."""
        return not row["is_kept"] and row["merge"].undone_at is None

    def get_merges(self) -> list[dict[str, Any]]:
        related = ("kept", "merged", "made_by", "second", "undone_by", "collection")
        merges = SiteMerge.objects.select_related(*related)
        took_part = merges.filter(kept=self.site) | merges.filter(merged=self.site)
        return [
            {
                "merge": merge,
                "is_kept": merge.kept_id == self.site.pk,
                "refusal": None if merge.undone_at else refusal_to_undo(merge, self.officer),
            }
            for merge in took_part
        ]


class AnswerFlagView(SiteFormView):
    """Why the record is right as it is."""

    page_title = _("Answer a quality flag")
    submit_label = _("Save the answer")
    template_name = "heritage/quality/answer.html"
    page_of = PAGE

    def read_site(self, pk: int) -> HeritageSite:
        self.flag = self.read(QualityFlag, pk, "site__division", "site__collection", "other")
        return self.flag.site

    def get_form(self) -> AnswerForm:
        return AnswerForm(self.given, flag=self.flag)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"row": shown_flag(self.flag)}


class UndoMergeView(SiteFormView):
    """Two records again: what nobody changed since goes back, the rest is named."""

    page_title = _("Undo the merge")
    template_name = "heritage/quality/undo.html"
    page_of = PAGE

    def read_site(self, pk: int) -> HeritageSite:
        related = ("kept__division", "kept__collection", "merged", "made_by", "second")
        self.merge = self.read(SiteMerge, pk, *related)
        return self.merge.kept

    def get_form(self) -> UndoMergeForm:
        return UndoMergeForm(self.given, merge=self.merge)

    def get_success(self) -> str:
        self.merge.refresh_from_db()
        if stayed := self.merge.moved.get("stayed"):
            return _now("Undone. Changed since, and therefore left where it is: %(what)s.") % {
                "what": "；".join(stayed)
            }
        return _now("Undone. Everything went back.")

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_undo(self.merge, self.officer)
        return super().get_context_data(**kwargs) | {"merge": self.merge, "refusal": refusal}


def shown_flags(site: HeritageSite, user) -> list[dict[str, Any]]:
    """The flags of a site that the user may read, in words and with their addresses. Two queries at most."""
    flags = readable(QualityFlag.objects.filter(site=site), user)
    return [shown_flag(flag) for flag in flags.select_related("other", "answered_by").order_by("kind", "pk")]


def shown_flag(flag: QualityFlag) -> dict[str, Any]:
    is_resemblance = flag.kind == FlagKind.RESEMBLES
    return {
        "flag": flag,
        "words": words_of(flag),
        "reasons": reasons_of(flag.particulars) if is_resemblance else [],
        "url": landing_url(flag),
        "is_resemblance": is_resemblance,
        "answer_url": reverse("heritage_flag_answer", args=[flag.pk]),
    }


def site_flag_urls() -> list:
    return [
        path("flags/site/<int:pk>/", SiteFlagsView.as_view(), name=PAGE),
        path("flags/answer/<int:pk>/", AnswerFlagView.as_view(), name="heritage_flag_answer"),
        path("merges/<int:pk>/undo/", UndoMergeView.as_view(), name="heritage_merge_undo"),
    ]

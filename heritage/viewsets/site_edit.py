"""The form of a site: what looks wrong with it, and where it went when it was merged into another."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from heritage.models import SiteMerge
from heritage.viewsets.placed import PlacedEditView
from heritage.viewsets.site_base import pages_of
from heritage.viewsets.site_flags import PAGE, shown_flags

MOST = 5  # flags above the form; all of them are on their page


class SiteEditView(PlacedEditView):
    merge: SiteMerge | None = None

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """Lead away from a record that was merged; whoever may not change it is refused before.

        A form that was open meanwhile comes back with what was typed.
        """
        merges = SiteMerge.objects.filter(merged=self.live_object, undone_at=None)
        self.merge = merges.select_related("kept").first()
        if self.merge is None or request.method == "POST" or not self.user_has_permission("change"):
            return super().dispatch(request, *args, **kwargs)
        messages.warning(request, _merged_words(self.merge))
        return redirect(PAGE, self.merge.merged_id)

    def is_valid(self, form) -> bool:
        is_valid = super().is_valid(form)
        if self.merge is None:
            return is_valid
        self.produced_error_code = "merged"
        self.produced_error_message = _(
            "%(merged)s Nothing is saved here: copy what you typed over there."
        ) % {"merged": _merged_words(self.merge)}
        return False

    def get_context_data(self, **kwargs) -> dict:
        flags = shown_flags(self.live_object, self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "flags": [row for row in flags if not row["flag"].answered_at][:MOST],
            "site_pages": pages_of(self.live_object.pk),
            "flags_url": reverse(PAGE, args=[self.live_object.pk]),
        }


def _merged_words(merge: SiteMerge) -> str:
    words = {"kept": merge.kept, "number": merge.kept.number}
    return _("This record was merged into %(kept)s (%(number)s).") % words

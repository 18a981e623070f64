"""Deleting: what other rows rest on stays, and the officer is told which they are."""

from django.db import transaction
from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views.snippets import DeleteView


def what_rests_on(row: Model, kept: ProtectedError) -> str:
    """Name the kinds of rows that keep this one from deletion; their titles may be another division's."""
    return _("“%(row)s” is not deleted: %(count)d rows rest on it (%(kinds)s).") % {
        "row": row,
        "count": len(kept.protected_objects),
        "kinds": _kinds(kept),
    }


def answer_kept_row(request: HttpRequest, kept: ProtectedError) -> HttpResponse:
    """Lead back to where the officer was, with the reason; nothing is deleted."""
    messages.error(
        request,
        _("Nothing is deleted: %(count)d rows rest on it (%(kinds)s).")
        % {"count": len(kept.protected_objects), "kinds": _kinds(kept)},
    )
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if is_ours else reverse("wagtailadmin_home"))


def _kinds(kept: ProtectedError) -> str:
    return "、".join(sorted({str(row._meta.verbose_name) for row in kept.protected_objects}))


class KeepingDeleteView(DeleteView):
    """Wagtail's own asks an index that is brought up to date later; the database knows."""

    def form_valid(self, form) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError as kept:
            messages.error(self.request, what_rests_on(self.object, kept))
            return redirect(self.get_success_url())

"""Deleting: what other rows rest on stays, and the officer is told which they are."""

from django.db import transaction
from django.db.models import Model, ProtectedError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views.snippets import DeleteView


def what_rests_on(row: Model, kept: ProtectedError) -> str:
    """Name the kinds of rows that keep this one from deletion; their titles may be another division's."""
    kinds = sorted({str(other._meta.verbose_name) for other in kept.protected_objects})
    return _("“%(row)s” is not deleted: %(count)d rows rest on it (%(kinds)s).") % {
        "row": row,
        "count": len(kept.protected_objects),
        "kinds": "、".join(kinds),
    }


class KeepingDeleteView(DeleteView):
    """Wagtail's own asks an index that is brought up to date later; the database knows."""

    def form_valid(self, form) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError as kept:
            messages.error(self.request, what_rests_on(self.object, kept))
            return redirect(self.get_success_url())

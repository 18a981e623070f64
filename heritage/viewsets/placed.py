"""Views of records that have a place: a doubtful one is saved, and the officer is told."""

from django.http import HttpResponse
from wagtail.admin import messages

from heritage.place_warnings import place_warnings
from heritage.viewsets.records import RecordCreateView, RecordEditView


class PlacedMixin:
    """Says after saving what is doubtful about the place. An autosave says nothing: the map does."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        if not self.expects_json_response:
            for warning in place_warnings(form.instance):
                messages.warning(self.request, f"{form.fields[warning.field].label}：{warning.message}")
        return response


class PlacedCreateView(PlacedMixin, RecordCreateView):
    pass


class PlacedEditView(PlacedMixin, RecordEditView):
    pass

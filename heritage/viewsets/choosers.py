"""Choosers that offer, and accept, only what the user may read."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.search.index import class_is_indexed
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from heritage.policies import keys_among, readable


class SearchForm(SearchFilterMixin, BaseFilterForm):
    """Search only: Wagtail's collection filter would list every collection there is."""

    def filter(self, objects):
        """Search by Wagtail what it has indexed, and by the fields of its listing a model that it has not."""
        if class_is_indexed(objects.model):
            return super().filter(objects)
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        if not self.is_searching:
            return objects
        words = objects.model.snippet_viewset.search_fields
        return objects.filter(reduce(or_, (Q(**{f"{name}__icontains": self.search_query}) for name in words)))


class ScopedChoiceMixin:
    """What was entered last stands first: it is what the officer has just made to be chosen here."""

    filter_form_class = SearchForm
    ordering = "-pk"

    def get_object_list(self):
        return readable(super().get_object_list(), self.request.user)


class ScopedChooseView(ScopedChoiceMixin, ChooseView):
    pass


class ScopedChooseResultsView(ScopedChoiceMixin, ChooseResultsView):
    pass


class ScopedChosenView(SnippetChosenView):
    def get_object(self, pk):
        return readable(self.model_class.objects.filter(pk__in=keys_among([pk])), self.request.user).get()


class ScopedChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks):
        return readable(super().get_objects(keys_among(pks)), self.request.user)


class ScopedChooserViewSet(SnippetChooserViewSet):
    """Choosing only: rows are made in their own form, where all rules are."""

    choose_view_class = ScopedChooseView
    choose_results_view_class = ScopedChooseResultsView
    chosen_view_class = ScopedChosenView
    chosen_multiple_view_class = ScopedChosenMultipleView

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]

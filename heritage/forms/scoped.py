"""What may be chosen is what may be read, and the division of a row is chosen once."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import Collection, CollectionMember
from wagtail.permissions import policy_registry

from heritage.models import Division
from heritage.policies import readable


class ScopedForm(WagtailAdminModelForm):
    """A form in which related rows of other divisions can be neither seen nor named by their number.

    Fields in `chosen_once` cannot be altered after the row is made.
    """

    chosen_once: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            rows = getattr(field, "queryset", None)
            if rows is not None and issubclass(rows.model, CollectionMember):
                self._narrow(name, rows.model)
        for name in self.chosen_once:
            self.fields[name].disabled = self.instance.pk is not None

    def _narrow(self, name: str, model: type[CollectionMember]) -> None:
        """Offer what the user may read, and what the row already names."""
        field, rows = self.fields[name], model._default_manager
        field.queryset = self._readable(model) | rows.filter(pk__in=self._named(name))
        if hasattr(field, "for_user"):
            field.for_user = self.for_user

    def _readable(self, model: type[CollectionMember]) -> QuerySet:
        """What the user may read, found out once a request: a form has many rows with the same fields."""
        known = getattr(self.for_user, "_readable_in_forms", None)
        if known is None:
            known = self.for_user._readable_in_forms = {}
        if model not in known:
            known[model] = readable(model._default_manager.all(), self.for_user)
        return known[model]

    def _named(self, name: str) -> list[int]:
        if isinstance(self.fields[name], forms.ModelMultipleChoiceField):
            return [row.pk for row in self.initial.get(name) or ()]
        current = getattr(self.instance, f"{name}_id", None)
        return [current] if current else []

    def addable_collections(self):
        """Collections in which the user may add a row of this kind."""
        policy = policy_registry.get_by_type(type(self.instance))
        return policy.collections_user_has_permission_for(self.for_user, "add")


class DivisionForm(ScopedForm):
    """A row of the division in which it was made; moving it is a step of its own."""

    chosen_once = ("division",)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        division = self.fields["division"]
        if division.disabled:
            chosen = Division.objects.filter(pk=self.instance.division_id)
            division.queryset = chosen.select_related("parent__parent")
        else:
            addable = Division.objects.current().filter(collection__in=list(self.addable_collections()))
            division.queryset = addable.select_related("parent__parent")
            if self.instance.division_id is None and len(division.queryset) == 1:
                division.initial = division.queryset[0]


class CollectionForm(ScopedForm):
    """A paper, a source or a body: of the division that entered it, serving all divisions below."""

    chosen_once = ("collection",)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        collection = self.fields["collection"]
        collection.label = _("Division")
        if not collection.disabled:
            current = Division.objects.current().filter(collection__in=list(self.addable_collections()))
            collection.queryset = Collection.objects.filter(division__in=current)
            self.initial.pop("collection", None)  # Wagtail's default is the root, which is no division
            if len(collection.queryset) == 1:
                collection.initial = collection.queryset[0]

"""Rows within a form, in which the same scope holds, and groups of fields that several forms have."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels.base import get_form_for_model

from heritage.forms.rows import CitationForm
from heritage.forms.scoped import ScopedForm


class ScopedInlinePanel(InlinePanel):
    """Rows of a record, in whose forms the same scope holds as in the record's own."""

    def __init__(self, *args, row_form: type[ScopedForm] = ScopedForm, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self) -> dict:
        return {**super().clone_kwargs(), "row_form": self.row_form}

    def get_form_options(self) -> dict:
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        model = self.db_field.related_model
        rows["form"] = get_form_for_model(model, form_class=self.row_form, defer_required_on_fields=deferred)
        rows["inherit_kwargs"] = ["for_user"]
        return options


def citations_panel() -> ScopedInlinePanel:
    return ScopedInlinePanel(
        "citations",
        [
            FieldRowPanel([FieldPanel("statement"), FieldPanel("confidence")]),
            FieldPanel("source"),
            FieldPanel("locator"),
            FieldPanel("claim"),
        ],
        heading=_("Sources"),
        label=_("source"),
        row_form=CitationForm,
    )


def names_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldPanel("division"), FieldPanel("name_zh"), FieldPanel("name_en")], heading=_("Identity")
    )


def description_panel(*more: str) -> MultiFieldPanel:
    fields = ("description_zh", "description_en", *more)
    return MultiFieldPanel([FieldPanel(name) for name in fields], heading=_("Description"))

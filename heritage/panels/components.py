"""The officers' form of a component."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.records import ComponentForm
from heritage.panels.inline import citations_panel, description_panel
from heritage.panels.places import shape_panel

component_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("site"),
                FieldPanel("name_zh"),
                FieldPanel("name_en"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("type")]),
                FieldRowPanel([FieldPanel("is_attached"), FieldPanel("quantity")]),
            ],
            heading=_("Identity"),
        ),
        shape_panel(),
        MultiFieldPanel([FieldPanel("period_text")], heading=_("Dating")),
        description_panel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("destiny"), FieldPanel("destiny_on_edtf")]),
                FieldPanel("approved_by"),
                FieldPanel("last_known_place"),
                FieldPanel("moved_to"),
                FieldPanel("received_by"),
                FieldPanel("receipt"),
            ],
            heading=_("What became of it"),
        ),
        citations_panel(),
        MultiFieldPanel([FieldPanel("note")], heading=_("Internal")),
    ],
    base_form_class=ComponentForm,
)

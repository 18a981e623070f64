"""The officers' form of a site, in the order in which a visit is written up."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.records import SiteForm
from heritage.forms.rows import EventForm, NameForm
from heritage.map_widget import CoordinatesWidget
from heritage.panels.inline import ScopedInlinePanel, citations_panel
from heritage.panels.places import shape_panel
from heritage.panels.recognition import RecognitionPanel
from heritage.panels.related import RelatedPanel, RightsPanel, StatusPanel
from heritage.widgets import AbsencesWidget

identity = [
    MultiFieldPanel(
        [
            FieldPanel("division"),
            FieldPanel("name_zh"),
            FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_pinyin")]),
            FieldPanel("parent"),
        ],
        heading=_("Identity"),
    ),
    ScopedInlinePanel(
        "names",
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("language"), FieldPanel("script")]),
            FieldPanel("period_text"),
            FieldPanel("note"),
        ],
        heading=_("Other names"),
        label=_("other name"),
        row_form=NameForm,
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("type_words"), FieldPanel("type")]),
            FieldRowPanel([FieldPanel("industry_words"), FieldPanel("industry")]),
            FieldRowPanel([FieldPanel("extent"), FieldPanel("theme")]),
            FieldPanel("census_class"),
            FieldPanel("eras", widget=forms.CheckboxSelectMultiple),
        ],
        heading=_("What it is"),
    ),
    ScopedInlinePanel(
        "identifiers",
        [
            FieldRowPanel([FieldPanel("scheme"), FieldPanel("value")]),
            FieldPanel("issued_by"),
            FieldRowPanel([FieldPanel("valid_from_edtf"), FieldPanel("valid_to_edtf")]),
        ],
        heading=_("Official numbers"),
        label=_("official number"),
    ),
]

place_and_time = [
    MultiFieldPanel(
        [
            FieldPanel("address"),
            FieldPanel("typed_coordinates", widget=CoordinatesWidget),
            FieldPanel("coordinate_system"),
            FieldRowPanel([FieldPanel("uncertainty_m"), FieldPanel("position_method")]),
            FieldPanel("location_disclosure"),
        ],
        heading=_("Place"),
    ),
    shape_panel(),
    MultiFieldPanel([FieldPanel("period_text")], heading=_("Dating")),
    ScopedInlinePanel(
        "events",
        [
            FieldRowPanel([FieldPanel("period_text"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("words_zh"), FieldPanel("words_en")]),
        ],
        heading=_("Events of its life"),
        label=_("event"),
        row_form=EventForm,
    ),
]

substance = [
    MultiFieldPanel([FieldPanel("description_zh"), FieldPanel("description_en")], heading=_("Description")),
    MultiFieldPanel(
        [FieldPanel("condition"), FieldPanel("condition_note"), FieldPanel("current_use")],
        heading=_("Condition"),
    ),
    MultiFieldPanel(
        [FieldPanel("values", widget=forms.CheckboxSelectMultiple), FieldPanel("values_note")],
        heading=_("Values"),
    ),
    StatusPanel(heading=_("Status")),
    RelatedPanel(heading=_("Components and surveys")),
    ScopedInlinePanel(
        "reuses",
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("openness")]),
            FieldRowPanel([FieldPanel("words_zh"), FieldPanel("words_en")]),
            FieldRowPanel([FieldPanel("period_text"), FieldPanel("granted_by")]),
        ],
        heading=_("Reuse"),
        label=_("reuse"),
    ),
]

evidence = [
    citations_panel(),
    ScopedInlinePanel(
        "photographs",
        [FieldPanel("photograph"), RightsPanel()],
        heading=_("Photographs"),
        label=_("photograph"),
    ),
    FieldPanel("absences", heading=_("Why a value is missing"), widget=AbsencesWidget),
    MultiFieldPanel(
        [FieldPanel("verification"), FieldPanel("is_lead"), FieldPanel("note")], heading=_("Publication")
    ),
    RecognitionPanel(heading=_("Recognition")),
]

site_panels = ObjectList([*identity, *place_and_time, *substance, *evidence], base_form_class=SiteForm)

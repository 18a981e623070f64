"""The officers' form of a survey: who, when, why, what was seen, and what could not be entered."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.surveys import SurveyForm
from heritage.panels.inline import ScopedInlinePanel
from heritage.panels.places import shape_panel
from heritage.panels.related import RightsPanel

survey_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("site"),
                FieldRowPanel([FieldPanel("surveyed_on"), FieldPanel("purpose")]),
                FieldPanel("surveyors"),
            ],
            heading=_("Visit"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("observations"),
                FieldPanel("components", widget=forms.CheckboxSelectMultiple),
                FieldPanel("condition"),
                FieldPanel("condition_note"),
            ],
            heading=_("What was seen"),
        ),
        shape_panel(heading=_("What was walked")),
        ScopedInlinePanel(
            "not_entered",
            [
                FieldRowPanel([FieldPanel("what"), FieldPanel("reason")]),
                FieldPanel("explanation"),
                FieldPanel("component"),
            ],
            heading=_("What could not be entered"),
            label=_("part not entered"),
        ),
        ScopedInlinePanel(
            "photographs",
            [FieldPanel("photograph"), RightsPanel(), FieldPanel("direction")],
            heading=_("Photographs"),
            label=_("photograph"),
        ),
        MultiFieldPanel([FieldPanel("note")], heading=_("Internal")),
    ],
    base_form_class=SurveyForm,
)

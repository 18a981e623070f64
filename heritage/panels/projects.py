"""The officers' forms of heritage projects and of the works beside them."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.records import ProjectForm, WorksForm
from heritage.panels.inline import citations_panel, description_panel, names_panel

project_panels = ObjectList(
    [
        names_panel(),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("area")]),
        FieldPanel("sites"),
        description_panel(),
        MultiFieldPanel(
            [
                FieldPanel("document_29_wording"),
                FieldPanel("document_29_status"),
                FieldPanel("outcome_zh"),
                FieldPanel("outcome_en"),
            ],
            heading=_("Document 29, and what became of it"),
        ),
        citations_panel(),
        MultiFieldPanel([FieldPanel("note")], heading=_("Internal")),
    ],
    base_form_class=ProjectForm,
)

remediation_panels = ObjectList(
    [
        names_panel(),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("area")]),
        FieldPanel("enterprises", widget=forms.CheckboxSelectMultiple),
        FieldPanel("sites"),
        FieldPanel("sources"),
        FieldPanel("note"),
    ],
    base_form_class=WorksForm,
)

redevelopment_panels = ObjectList(
    [
        names_panel(),
        FieldPanel("area"),
        FieldPanel("sites"),
        FieldPanel("sources"),
        FieldPanel("note"),
    ],
    base_form_class=WorksForm,
)

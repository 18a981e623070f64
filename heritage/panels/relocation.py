"""The officers' forms of old industrial areas, their plans, receiving zones, enterprises and their cases."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.records import AreaForm, EnterpriseForm, SluggedForm
from heritage.forms.relocation import CaseForm, PlanForm
from heritage.panels.inline import ScopedInlinePanel, citations_panel, description_panel, names_panel

area_panels = ObjectList(
    [names_panel(), description_panel("note"), citations_panel()], base_form_class=AreaForm
)

plan_panels = ObjectList(
    [
        FieldPanel("area"),
        FieldPanel("title"),
        *(
            FieldPanel(name)
            for name in ("scope", "aims", "layout", "schedule", "organisation", "risk_assessment")
        ),
        FieldRowPanel([FieldPanel("approved_on"), FieldPanel("file")]),
    ],
    base_form_class=PlanForm,
)

zone_panels = ObjectList(
    [names_panel(), FieldPanel("is_lawful_park"), FieldPanel("sources")], base_form_class=SluggedForm
)

enterprise_panels = ObjectList(
    [
        names_panel(),
        ScopedInlinePanel(
            "names",
            [FieldRowPanel([FieldPanel("name"), FieldPanel("period_text")])],
            heading=_("Other names"),
            label=_("other name"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("document_29_group"), FieldPanel("document_29_order")])],
            heading=_("Document 29"),
        ),
        FieldPanel("sites"),
        description_panel("note"),
        citations_panel(),
    ],
    base_form_class=EnterpriseForm,
)


case_panels = ObjectList(
    [
        FieldPanel("enterprise"),
        FieldRowPanel([FieldPanel("from_area"), FieldPanel("to_zone")]),
        FieldPanel("mode"),
        FieldPanel("is_risky_trade"),
        FieldPanel("note"),
    ],
    base_form_class=CaseForm,
)

"""The officers' forms of decrees, sources and bodies."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from heritage.forms.papers import BodyForm, DecreeForm
from heritage.forms.scoped import CollectionForm

source_panels = ObjectList(
    [
        FieldPanel("collection"),
        FieldPanel("title"),
        FieldPanel("reference"),
        FieldRowPanel([FieldPanel("basis"), FieldPanel("confidence")]),
    ],
    base_form_class=CollectionForm,
)

decree_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("collection"),
                FieldPanel("document_number"),
                FieldPanel("title"),
                FieldPanel("authority"),
                FieldPanel("issued_by"),
                FieldPanel("issued_by_words"),
                FieldPanel("announced_on"),
                FieldPanel("file"),
            ],
            heading=_("The paper"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("filed_with"), FieldPanel("filed_on")])], heading=_("Filing receipt")
        ),
        MultiFieldPanel(
            [
                FieldPanel("origin"),
                FieldPanel("source"),
                FieldPanel("announced_edtf"),
                FieldPanel("is_number_own_knowledge"),
            ],
            heading=_("How we know of it"),
        ),
    ],
    base_form_class=DecreeForm,
)

organisation_panels = ObjectList(
    [
        FieldPanel("collection"),
        FieldPanel("name_zh"),
        FieldPanel("name_en"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("valid_from_edtf"), FieldPanel("valid_to_edtf")]),
        FieldRowPanel([FieldPanel("successor"), FieldPanel("is_verified")]),
    ],
    base_form_class=BodyForm,
)

"""Decrees, sources and bodies in the officers' admin; what is above is shared with all below."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.models import Decree, Organisation, Source
from heritage.panels.papers import decree_panels, organisation_panels, source_panels
from heritage.viewsets.listing import GivenColumn
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet

DIVISION = GivenColumn("collection", label=_("Division"), accessor="collection.division")


class PaperIndexView(ScopedIndexView):
    """Each row with the division that entered it."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("collection__division__parent__parent")


class SourceIndexView(PaperIndexView):
    list_display = [
        "title",
        Column("reference", label=_("Reference")),
        Column("get_basis_display", label=_("Basis"), sort_key="basis"),
        Column("get_confidence_display", label=_("Confidence"), sort_key="confidence"),
        DIVISION,
        UpdatedAtColumn(label=_("Last change")),
    ]


class SourceViewSet(ScopedSnippetViewSet):
    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    index_view_class = SourceIndexView
    list_filter = ["basis", "confidence"]
    list_per_page = 50
    list_export = ["title", "reference", "get_basis_display", "get_confidence_display", "collection.division"]
    export_filename = "sources"
    edit_handler = source_panels


class DecreeIndexView(PaperIndexView):
    list_display = [
        "__str__",
        Column("title", label=_("Title"), sort_key="title"),
        GivenColumn("announced_on", label=_("Announced on"), sort_key="announced_on"),
        Column("get_authority_display", label=_("Kind of issuing body"), sort_key="authority"),
        Column("get_origin_display", label=_("Origin"), sort_key="origin"),
        DIVISION,
    ]


class DecreeViewSet(ScopedSnippetViewSet):
    model = Decree
    icon = "doc-full"
    menu_label = _("Decrees")
    menu_order = 135
    add_to_admin_menu = True
    index_view_class = DecreeIndexView
    list_filter = ["authority", "origin"]
    search_fields = ["document_number", "title", "issued_by_words", "issued_by__name_zh"]
    list_per_page = 50
    list_export = ["document_number", "title", "announced_on", "get_authority_display", "collection.division"]
    export_filename = "decrees"
    edit_handler = decree_panels


class OrganisationIndexView(PaperIndexView):
    list_display = [
        "name_zh",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        GivenColumn("successor", label=_("Now")),
        DIVISION,
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("successor")


class OrganisationViewSet(ScopedSnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    index_view_class = OrganisationIndexView
    list_filter = ["kind", "is_verified"]
    search_fields = ["name_zh", "name_en"]
    list_per_page = 50
    list_export = ["name_zh", "name_en", "get_kind_display", "successor", "collection.division"]
    export_filename = "organisations"
    edit_handler = organisation_panels

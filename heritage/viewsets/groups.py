"""The menu as an officer thinks: what belongs together opens together."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from heritage.viewsets.cases import CaseViewSet
from heritage.viewsets.papers import OrganisationViewSet, SourceViewSet
from heritage.viewsets.projects import ProjectViewSet, RedevelopmentViewSet, RemediationViewSet
from heritage.viewsets.relocation import AreaViewSet, EnterpriseViewSet, PlanViewSet, ZoneViewSet


class RelocationGroup(SnippetViewSetGroup):
    menu_label = _("Relocation and upgrading")
    menu_icon = "redirect"
    menu_order = 140
    items = (EnterpriseViewSet, AreaViewSet, PlanViewSet, ZoneViewSet, CaseViewSet)


class ProjectGroup(SnippetViewSetGroup):
    menu_label = _("Projects")
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items = (ProjectViewSet, RemediationViewSet, RedevelopmentViewSet)


class ReferenceGroup(SnippetViewSetGroup):
    menu_label = _("Sources and bodies")
    menu_icon = "openquote"
    menu_order = 160
    items = (SourceViewSet, OrganisationViewSet)

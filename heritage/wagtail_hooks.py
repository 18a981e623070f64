"""Registers the officers' screens; each is written in a module of its own."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from heritage.coordinate_view import coordinate_urls
from heritage.dashboard import construct_homepage_panels, construct_homepage_summary
from heritage.log_actions import register_log_actions
from heritage.menu import construct_main_menu, site_search_area
from heritage.reports.approvals import approvals_menu_item, approvals_urls
from heritage.reports.designations import designations_menu_item, designations_urls
from heritage.reports.policy_tasks import policy_tasks_menu_item, policy_tasks_urls
from heritage.theme import insert_global_admin_css
from heritage.viewsets.action_menu import construct_action_menu
from heritage.viewsets.bulk import scoped_bulk_actions
from heritage.viewsets.case_urls import case_urls
from heritage.viewsets.components import ComponentViewSet
from heritage.viewsets.confirming import survey_urls
from heritage.viewsets.designation_start import designation_start_urls
from heritage.viewsets.designations import designation_urls
from heritage.viewsets.groups import ProjectGroup, ReferenceGroup, RelocationGroup
from heritage.viewsets.papers import DecreeViewSet
from heritage.viewsets.sites import SiteViewSet
from heritage.viewsets.surveys import SurveyViewSet

for viewset in (
    SiteViewSet,
    ComponentViewSet,
    SurveyViewSet,
    DecreeViewSet,
    RelocationGroup,
    ProjectGroup,
    ReferenceGroup,
):
    register_snippet(viewset)

hooks.register("construct_snippet_action_menu", construct_action_menu)
hooks.register("construct_homepage_panels", construct_homepage_panels)
hooks.register("construct_homepage_summary_items", construct_homepage_summary, order=1000)
hooks.register("construct_main_menu", construct_main_menu)
hooks.register("register_admin_search_area", site_search_area)
for urls in (
    approvals_urls,
    case_urls,
    coordinate_urls,
    designation_start_urls,
    designation_urls,
    designations_urls,
    policy_tasks_urls,
    survey_urls,
):
    hooks.register("register_admin_urls", urls)
hooks.register("insert_global_admin_css", insert_global_admin_css)
hooks.register("register_admin_menu_item", approvals_menu_item)
hooks.register("register_admin_menu_item", designations_menu_item)
hooks.register("register_reports_menu_item", policy_tasks_menu_item)
for action in scoped_bulk_actions():
    hooks.register("register_bulk_action", action, order=10)
hooks.register("register_log_actions", register_log_actions)

"""Registers the officers' screens; each is written in a module of its own."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from heritage.coordinate_view import coordinate_urls
from heritage.dashboard.home import construct_homepage_panels, construct_homepage_summary
from heritage.log_actions import register_log_actions
from heritage.menu import construct_main_menu, site_search_area
from heritage.notices.listening import keep_wagtail_mails_to_pages
from heritage.reports.approvals import approvals_menu_item, approvals_urls
from heritage.reports.audit import audit_menu_item, audit_urls
from heritage.reports.designations import designations_menu_item, designations_urls
from heritage.reports.destinies import destinies_menu_item, destinies_urls
from heritage.reports.four_haves import four_haves_menu_item, four_haves_overview_urls
from heritage.reports.interventions import interventions_menu_item, interventions_urls
from heritage.reports.policy_tasks import policy_tasks_menu_item, policy_tasks_urls
from heritage.reports.quality_flags import quality_flags_menu_item, quality_flags_urls
from heritage.theme import insert_global_admin_css
from heritage.viewsets.action_menu import construct_action_menu
from heritage.viewsets.bulk import scoped_bulk_actions
from heritage.viewsets.calendar_page import calendar_menu_item, calendar_urls
from heritage.viewsets.case_files import case_file_urls
from heritage.viewsets.case_urls import case_urls
from heritage.viewsets.claims import claims_urls
from heritage.viewsets.components import ComponentViewSet
from heritage.viewsets.confirming import survey_urls
from heritage.viewsets.coverage import coverage_urls
from heritage.viewsets.designation_start import designation_start_urls
from heritage.viewsets.designations import designation_urls
from heritage.viewsets.four_haves import four_haves_urls
from heritage.viewsets.groups import ProjectGroup, ReferenceGroup, RelocationGroup
from heritage.viewsets.history import history_buttons, history_urls
from heritage.viewsets.intervention_pages import intervention_urls
from heritage.viewsets.nomination_pages import nomination_urls
from heritage.viewsets.notices import choices_menu_item, notices_menu_item, notices_urls
from heritage.viewsets.overview import overview_menu_item, overview_urls
from heritage.viewsets.papers import DecreeViewSet
from heritage.viewsets.policy_tasks import policy_task_urls
from heritage.viewsets.recognition import recognition_urls
from heritage.viewsets.site_flags import site_flag_urls
from heritage.viewsets.site_pairs import site_pair_urls
from heritage.viewsets.sites import SiteViewSet
from heritage.viewsets.surveys import SurveyViewSet
from heritage.viewsets.work import work_menu_item, work_urls
from heritage.viewsets.zones import zone_urls

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
    audit_urls,
    calendar_urls,
    case_file_urls,
    case_urls,
    claims_urls,
    coordinate_urls,
    coverage_urls,
    designation_start_urls,
    designation_urls,
    designations_urls,
    destinies_urls,
    four_haves_overview_urls,
    four_haves_urls,
    history_urls,
    intervention_urls,
    interventions_urls,
    notices_urls,
    nomination_urls,
    overview_urls,
    policy_task_urls,
    policy_tasks_urls,
    recognition_urls,
    quality_flags_urls,
    site_flag_urls,
    site_pair_urls,
    survey_urls,
    work_urls,
    zone_urls,
):
    hooks.register("register_admin_urls", urls)
hooks.register("insert_global_admin_css", insert_global_admin_css)
hooks.register("register_admin_menu_item", work_menu_item)
hooks.register("register_admin_menu_item", notices_menu_item)
hooks.register("register_account_menu_item", choices_menu_item)
hooks.register("register_account_menu_item", calendar_menu_item)
hooks.register("register_admin_menu_item", approvals_menu_item)
hooks.register("register_admin_menu_item", quality_flags_menu_item)
hooks.register("register_admin_menu_item", designations_menu_item)
hooks.register("register_admin_menu_item", overview_menu_item)
hooks.register("register_admin_menu_item", audit_menu_item)
hooks.register("register_admin_menu_item", destinies_menu_item)
hooks.register("register_admin_menu_item", four_haves_menu_item)
hooks.register("register_admin_menu_item", interventions_menu_item)
hooks.register("register_admin_menu_item", policy_tasks_menu_item)
for action in scoped_bulk_actions():
    hooks.register("register_bulk_action", action, order=10)
hooks.register("register_snippet_listing_buttons", history_buttons)
hooks.register("register_log_actions", register_log_actions)
keep_wagtail_mails_to_pages()

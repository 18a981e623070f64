"""Every address of the admin, read from the URL resolver, and what is expected of each kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.heritage.scoping.snippets import (
    CLOSED,
    KINDS,
    OPEN,
    RECORDS,
    RESULTS,
    SEARCHES,
    ListAddress,
    RowAddress,
    namespace,
    of,
    plain,
    record,
)
from tests.heritage.scoping.world import Rows


@dataclass(frozen=True)
class Address:
    """A pattern of the resolver: its name, or its route where it has none."""

    name: str
    route: str
    parameters: tuple[str, ...]


UPLOAD = {"uploaded_file_id": 1}


def filed(rows: Rows) -> int:
    """The key of the disposal plan of a case."""
    return rows.filed.pk


def recognition_move(rows: Rows) -> int:
    """The key of a step of recognition that waits."""
    return rows.recognition_move.pk


def drafted(rows: Rows) -> int:
    """The key of the second site of a division."""
    return rows.draft.pk


CLASSIFIED: dict[str, object] = {
    # --- drafted records
    **{name: expected for kind in RECORDS for name, expected in record(kind).items()},
    # --- rows without drafts
    **{name: expected for kind in KINDS if kind not in RECORDS for name, expected in plain(kind).items()},
    f"{namespace('survey')}:inspect": RowAddress("read", of("survey")),
    f"{namespace('case')}:inspect": RowAddress("read", of("case")),
    "heritage_survey_confirm": RowAddress("post", of("survey")),
    "heritage_site_status": RowAddress("read", of("site")),
    "heritage_recognition": RowAddress("read", of("site")),
    "heritage_recognition_step": RowAddress("read", of("site", target="investigating")),
    "heritage_recognition_take_back": RowAddress("read", of("site")),
    "heritage_recognition_confirm": RowAddress("post", of("site", move=recognition_move)),
    "heritage_designation_announce": RowAddress("read", of("site")),
    "heritage_designation_move": RowAddress("read", of("designation", move="destroy")),
    "heritage_building_nominate": RowAddress("read", of("site")),
    "heritage_nominations": RowAddress("read", of("site")),
    "heritage_nomination_begin": RowAddress("read", of("site")),
    "heritage_nomination": RowAddress("read", of("nomination")),
    "heritage_nomination_step": RowAddress("read", of("nomination", target="applied")),
    "heritage_nomination_take_back": RowAddress("read", of("nomination")),
    "heritage_nomination_edit": RowAddress("read", of("nomination")),
    "heritage_annual_report": RowAddress("read", of("nomination")),
    "heritage_designations": ListAddress("listed", ("", "?waiting=true", "?export=csv", "?export=xlsx")),
    "heritage_designations_results": ListAddress("listed"),
    "heritage_flags": ListAddress("live", ("", "?answered=false", "?export=csv", "?export=xlsx")),
    "heritage_flags_results": ListAddress("live"),
    "heritage_site_flags": RowAddress("read", of("site")),
    "heritage_flag_answer": RowAddress("read", of("flag")),
    "heritage_sites_compare": RowAddress("read", of("site", other=drafted)),
    "heritage_sites_merge": RowAddress("read", of("site", other=drafted)),
    "heritage_merge_undo": RowAddress("read", of("merge")),
    **{
        f"heritage_{what}_coverage{sheet}": RowAddress("read", of(what))
        for what in ("area", "case", "site")
        for sheet in ("", "_sheet")
    },
    "heritage_overview": OPEN,
    "heritage_case": RowAddress("read", of("case")),
    "heritage_case_move": RowAddress("read", of("case", target="planned")),
    "heritage_case_take_back": RowAddress("read", of("case")),
    "heritage_parcel_take_back": RowAddress("read", of("parcel")),
    "heritage_building_take_back": RowAddress("read", of("building")),
    "heritage_gate_override": RowAddress("read", of("case", gate="G1")),
    "heritage_evidence_add": RowAddress("change", of("case", kind="plan")),
    "heritage_evidence_edit": RowAddress("change", of("case", kind="plan", row=filed)),
    "heritage_evidence_delete": RowAddress("delete", of("case", kind="plan", row=filed)),
    "heritage_parcel": RowAddress("read", of("parcel")),
    "heritage_parcel_move": RowAddress("read", of("parcel", target="exceeds")),
    "heritage_building": RowAddress("read", of("building")),
    "heritage_building_move": RowAddress("read", of("building", target="surveyed")),
    "heritage_site_history": RowAddress("read", of("site")),
    "heritage_site_claims": RowAddress("read", of("site")),
    "heritage_site_file": RowAddress("read", of("site")),
    "heritage_case_file": RowAddress("read", of("case")),
    "heritage_record_history": RowAddress("read", of("component", kind="component")),
    # Its first page has whatever was done last; the exports have every entry.
    "heritage_audit": ListAddress("newer", ("?record=newer", "?export=csv", "?export=xlsx"), needs="delete"),
    "heritage_audit_results": ListAddress("newer", ("?record=newer",), needs="delete"),
    "heritage_interventions": RowAddress("read", of("site")),
    "heritage_intervention_add": RowAddress("read", of("site")),
    "heritage_intervention_deciding": RowAddress("read", of("site")),
    "heritage_intervention": RowAddress("read", of("intervention")),
    "heritage_intervention_step": RowAddress("read", of("intervention", target="submitted")),
    "heritage_intervention_take_back": RowAddress("read", of("intervention")),
    "heritage_intervention_edit": RowAddress("read", of("intervention")),
    "heritage_intervention_delete": RowAddress("read", of("intervention")),
    "heritage_finds": RowAddress("read", of("site")),
    "heritage_find_add": RowAddress("change", of("site")),
    "heritage_find_edit": RowAddress("change", of("find")),
    "heritage_interventions_report": ListAddress(
        "application",
        ("", "?kind=repair", "?division={foreign_division}", "?export=csv", "?export=xlsx"),
    ),
    "heritage_interventions_report_results": ListAddress("application"),
    "heritage_destinies": ListAddress(
        "component",
        ("", "?destiny=unknown", "?division={foreign_division}", "?export=csv", "?export=xlsx"),
    ),
    "heritage_destinies_results": ListAddress("component"),
    "heritage_four_haves": RowAddress("read", of("site")),
    "heritage_duty_record": RowAddress("read", of("designation", duty="marker")),
    "heritage_duty_remove": RowAddress("read", of("fulfilled")),
    "heritage_zones": RowAddress("read", of("site")),
    "heritage_zone_draw": RowAddress("read", of("site")),
    "heritage_zone_remove": RowAddress("read", of("drawn")),
    "heritage_four_haves_overview": ListAddress(
        "live",
        ("", "?standing=partly", "?division={foreign_division}", "?export=csv", "?export=xlsx"),
    ),
    "heritage_four_haves_overview_results": ListAddress("live"),
    "heritage_policy_tasks": OPEN,
    "heritage_policy_tasks_results": OPEN,
    "heritage_policy_task": OPEN,
    "heritage_work": ListAddress("live", ("", "?kind=undated")),
    "heritage_notices": OPEN,
    "heritage_notice_choices": OPEN,
    "heritage_calendar": OPEN,
    "heritage_approvals": ListAddress("newer", ("", "?status=in_progress", "?export=csv", "?export=xlsx")),
    "heritage_approvals_results": ListAddress("newer"),
    "wagtailadmin_home": ListAddress("newer"),
    # --- photographs and documents
    "wagtailimages:index": ListAddress("photo", SEARCHES),
    "wagtailimages:index_results": ListAddress("photo", RESULTS),
    "wagtailimages:edit": RowAddress("change", of("photograph", "image_id")),
    "wagtailimages:delete": RowAddress("change", of("photograph", "image_id")),
    "wagtailimages:url_generator": RowAddress("post", of("photograph", "image_id")),
    "wagtailimages:url_generator_output": RowAddress("post", of("photograph", "image_id")),
    "wagtailimages:preview": RowAddress("change", of("photograph", "image_id", filter_spec="width-20")),
    "wagtailimages:image_usage": RowAddress("change", of("photograph", "image_id")),
    "wagtailimages:edit_multiple": RowAddress("post", of("photograph", "image_id")),
    "wagtailimages:delete_multiple": RowAddress("post", of("photograph", "image_id")),
    "wagtailimages:create_multiple_from_uploaded_image": RowAddress("post", lambda rows: UPLOAD),
    "wagtailimages:delete_upload_multiple": RowAddress("post", lambda rows: UPLOAD),
    "wagtailimages:add": OPEN,
    "wagtailimages:add_multiple": OPEN,
    "wagtailimages_chooser:choose": ListAddress("photo", SEARCHES),
    "wagtailimages_chooser:choose_results": ListAddress("photo", RESULTS),
    "wagtailimages_chooser:chosen": RowAddress("read", of("photograph")),
    "wagtailimages_chooser:chosen_multiple": ListAddress(
        "photo", ("?id={own_photograph}&id={foreign_photograph}",)
    ),
    "wagtailimages_chooser:select_format": RowAddress("read", of("photograph", "image_id")),
    "wagtailimages_chooser:create": OPEN,
    "wagtaildocs:index": ListAddress("paper", SEARCHES),
    "wagtaildocs:index_results": ListAddress("paper", RESULTS),
    "wagtaildocs:edit": RowAddress("change", of("attachment", "document_id")),
    "wagtaildocs:delete": RowAddress("change", of("attachment", "document_id")),
    "wagtaildocs:document_usage": RowAddress("change", of("attachment", "document_id")),
    "wagtaildocs:edit_multiple": RowAddress("post", of("attachment", "doc_id")),
    "wagtaildocs:delete_multiple": RowAddress("post", of("attachment", "doc_id")),
    "wagtaildocs:create_multiple_from_uploaded_document": RowAddress("post", lambda rows: UPLOAD),
    "wagtaildocs:delete_upload_multiple": RowAddress("post", lambda rows: UPLOAD),
    "wagtaildocs:add": OPEN,
    "wagtaildocs:add_multiple": OPEN,
    "wagtaildocs_chooser:choose": ListAddress("paper", SEARCHES),
    "wagtaildocs_chooser:choose_results": ListAddress("paper", RESULTS),
    "wagtaildocs_chooser:chosen": RowAddress("read", of("attachment")),
    "wagtaildocs_chooser:chosen_multiple": ListAddress(
        "paper", ("?id={own_attachment}&id={foreign_attachment}",)
    ),
    "wagtaildocs_chooser:create": OPEN,
    # --- shared by all
    "wagtail_bulk_action": "bulk",
    "heritage_convert_coordinates": OPEN,
    "heritage_designation_start": OPEN,
    "heritage_convert_shape": OPEN,
    "wagtailadmin_editing_sessions:ping": "session",
    "wagtailadmin_editing_sessions:release": "session",
    "wagtailadmin_tag_model_autocomplete": OPEN,
    **dict.fromkeys(
        (
            "wagtailadmin_account",
            "wagtailadmin_block_preview",
            "wagtailadmin_choose_page_anchor_link",
            "wagtailadmin_choose_page_email_link",
            "wagtailadmin_choose_page_external_link",
            "wagtailadmin_choose_page_phone_link",
            "wagtailadmin_dismissibles",
            "wagtailadmin_javascript_catalog",
            "wagtailadmin_login",
            "wagtailadmin_logout",
            "wagtailadmin_password_reset",
            "wagtailadmin_password_reset_complete",
            "wagtailadmin_password_reset_confirm",
            "wagtailadmin_password_reset_done",
            "wagtailadmin_sprite",
            "wagtailadmin_tag_autocomplete",
            "admin/test404/",
            "admin/^.*/$",
            "admin/^failwhale/",
            r"admin/^pages/\d+/set_position/",
        ),
        OPEN,
    ),
    "wagtailadmin_error_test": OPEN,
}
#: Areas that are refused as a whole: what is added to them one day is refused too, or the test fails.
CLOSED_AREAS = (
    "wagtailadmin_api:",
    "wagtailadmin_choose_page",
    "wagtailadmin_collections:",
    "wagtailadmin_explore",
    "wagtailadmin_pages:",
    "wagtailadmin_reports:",
    "wagtailadmin_workflows:",
    "wagtailsites:",
    "wagtailsnippets:index",
    "wagtailusers_groups:",
    "wagtailusers_users:",
    "admin/^(?P<address>",
)
#: Of these, what editors of public pages may enter; the gate lets them in, Wagtail asks them page by page.
PAGE_AREAS = (
    "wagtailadmin_choose_page",
    "wagtailadmin_explore",
    "wagtailadmin_pages:",
    "admin/^(?P<address>(?:pages",
)
PLACEHOLDERS = {
    "app_label": "heritage",
    "model_name": "heritagesite",
    "app_name": "media",
    "uidb64": "x",
    "token": "x-y",
}


def classify(address: Address) -> object | None:
    """Return what is expected of the address, or None when nobody has said so yet."""
    if address.name in CLASSIFIED:
        return CLASSIFIED[address.name]
    return CLOSED if address.name.startswith(CLOSED_AREAS) else None


def admin_addresses() -> list[Address]:
    """Read every address below /admin/ from the resolver, as it is at this moment."""
    return [address for address in _walk(get_resolver()) if address.route.startswith("admin/")]


def _walk(
    resolver: URLResolver, route: str = "", namespace: str = "", above: tuple[str, ...] = ()
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        parameters = (*above, *_parameters(pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, here, inner, parameters)
        else:
            yield Address(namespace + pattern.name if pattern.name else here, here, parameters)


def _parameters(pattern: URLPattern | URLResolver) -> tuple[str, ...]:
    named = getattr(pattern.pattern, "converters", None) or {}
    return tuple(named) or tuple(re.findall(r"\(\?P<(\w+)>", str(pattern.pattern)))

"""Wagtail addresses that are closed: they answer over all divisions at once. Included before Wagtail's."""

from django.urls import re_path
from wagtail.admin.auth import user_has_any_page_permission

from heritage.viewsets.closed import Gate, is_superuser, not_found

FOR_SUPERUSERS = (
    "api/main/",  # lists photographs and documents of every collection
    "reports/",  # approvals, locks and history of every record
    "snippets/$",  # counts the rows of every division
    "workflows/task_chooser/",  # asks for no permission
)
FOR_EDITORS_OF_PAGES = (
    "pages/",  # some of its views ask for no permission, or fail before they ask
    "choose-page/",  # lists every page
)

urlpatterns = [
    re_path(r"^failwhale/", not_found),
    re_path(
        r"^pages/\d+/set_position/", not_found
    ),  # answers 500 on the root; our lists have orders of their own
    re_path(rf"^(?P<address>(?:{'|'.join(FOR_SUPERUSERS)}).*)$", Gate(is_superuser)),
    re_path(rf"^(?P<address>(?:{'|'.join(FOR_EDITORS_OF_PAGES)}).*)$", Gate(user_has_any_page_permission)),
]

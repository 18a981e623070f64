"""The page of all work: every section with its first rows, or one kind or time in pages."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import User
from heritage.dashboard.scope import Desk, desk_of
from heritage.worklist import KINDS, Kind, When, kind_of
from heritage.worklist.board import Section, address, board_of, page_of
from heritage.worklist.lines import lines_of

ROWS = 10
ROWS_OF_A_PAGE = 50
LAST_PAGE = 200  # of a longer list the rows beyond are reached once the first are done


class WorkView(WagtailAdminTemplateMixin, TemplateView):
    """What the officer has to do in her divisions. Reads only."""

    page_title = _("Work list")
    header_icon = "list-ul"
    template_name = "heritage/work/page.html"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        desk = desk_of(cast(User, self.request.user))
        asked_kind, asked_when = (self.request.GET.get(name, "") for name in ("kind", "when"))
        kind = kind_of(asked_kind)
        when = When(asked_when) if asked_when in When.values else None
        narrowed = kind is not None or when is not None
        content = self._one(desk, kind, when) if narrowed else self._all(desk)
        return {
            **super().get_context_data(**kwargs),
            **content,
            "groups": lines_of(content["sections"], desk, today=timezone.localdate()),
            "filters": filters(kind, when),
            "is_narrowed": narrowed,
            "not_understood": [
                text for text, known in ((asked_kind, kind), (asked_when, when)) if text and known is None
            ],
            "work_url": address(),
        }

    def _all(self, desk: Desk) -> dict[str, Any]:
        board = board_of(desk, today=timezone.localdate(), most=ROWS)
        return {"sections": [section for section in board if section.count]}

    def _one(self, desk: Desk, kind: Kind | None, when: When | None) -> dict[str, Any]:
        """One page of one list; a page that is not there is answered with the nearest."""
        number = self.request.GET.get("p", "1")
        page = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1
        page = min(max(1, page), LAST_PAGE)
        count, entries = page_of(
            desk,
            kind=kind,
            when=when,
            today=timezone.localdate(),
            start=(page - 1) * ROWS_OF_A_PAGE,
            stop=page * ROWS_OF_A_PAGE,
        )
        label = "，".join(str(each.label) for each in (kind, when) if each is not None)
        chosen = {name: value for name, value in (("kind", kind and kind.key), ("when", when)) if value}
        pages = Paginator(range(min(count, LAST_PAGE * ROWS_OF_A_PAGE)), ROWS_OF_A_PAGE)
        section = Section("listed", label, count, tuple(entries), address(**chosen))
        return {
            "sections": [section] if entries else [],
            "page": pages.get_page(page),
            "page_url": address(**chosen),
        }


def filters(kind: Kind | None, when: When | None) -> list[dict[str, Any]]:
    """Return every way to narrow the list, with what is chosen now."""
    return [
        {"label": _now("All"), "url": address(), "is_here": kind is None and when is None},
        *(
            {"label": each.label, "url": address(when=each.value), "is_here": each is when and kind is None}
            for each in When
        ),
        *(
            {"label": each.label, "url": address(kind=each.key), "is_here": each is kind}
            for each in KINDS
            if each.is_kept
        ),
    ]


def work_menu_item() -> MenuItem:
    return MenuItem(_("Work list"), reverse("heritage_work"), name="work", icon_name="list-ul", order=10)


def work_urls() -> list[URLPattern]:
    return [path("work/", WorkView.as_view(), name="heritage_work")]

"""What is most pressing, on the first screen: numbers that lead to their lists, and the first rows."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from heritage.dashboard.scope import desk_of
from heritage.notices.reading import unread_count
from heritage.worklist.board import Section, address, board_of
from heritage.worklist.dating import When
from heritage.worklist.lines import lines_of

ROWS_OF_A_SECTION = 5
ROWS = 15  # of all sections together; of what comes after them only the number is told
FIGURES = (When.LATE, When.TODAY, When.THIS_WEEK, "returned", "review", "drafts", "flags")


@dataclass(frozen=True)
class WorkFigure:
    """A number of the work list; red where something is late."""

    label: str | Promise
    value: int
    url: str
    is_red: bool = False


class PressingPanel(Component):
    """The work list in short. Empty, it says what can be done next."""

    name = "pressing"
    order = 40
    template_name = "heritage/home/pressing.html"

    class Media:
        css = {"all": ["officers/worklist.css"]}

    def get_context_data(self, parent_context) -> dict[str, Any]:
        desk = desk_of(parent_context["request"].user)
        today = timezone.localdate()
        board = board_of(desk, today=today, most=ROWS_OF_A_SECTION)
        shown, further = most_pressing(board)
        return {
            "figures": [*figures_of(board), _unread(desk.user)],
            "groups": lines_of(shown, desk, today=today),
            "further": further,
            "work_url": address(),
        }


def most_pressing(board: tuple[Section, ...]) -> tuple[list[Section], list[Section]]:
    """Return the sections whose rows are shown, and those of which only the number is."""
    shown: list[Section] = []
    further: list[Section] = []
    left = ROWS
    for section in board:
        if section.count:
            (shown if left > 0 else further).append(section)
            left -= len(section.entries)
    return shown, further


def figures_of(board: tuple[Section, ...]) -> list[WorkFigure]:
    """Return the numbers that an officer looks for first, zeros included."""
    by_key = {section.key: section for section in board}
    sections = [by_key[str(key)] for key in FIGURES]
    return [
        WorkFigure(row.label, row.count, row.url, is_red=row.key == When.LATE and row.count > 0)
        for row in sections
    ]


def _unread(user) -> WorkFigure:
    return WorkFigure(_("Unread notices"), unread_count(user), reverse("heritage_notices"))

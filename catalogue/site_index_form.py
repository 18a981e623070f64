"""From the address of the A–Z to a page of it, saying what could not be used."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.result_page import Pages
from catalogue.site_index import PER_PAGE, IndexPage

LONGEST_NUMBER = 6  # digits


@dataclass
class IndexRequest:
    number: int = 1
    warnings: list[str] = field(default_factory=list)


def read_index_page(parameters: QueryDict) -> IndexRequest:
    """Read `?page=`; anything makes a readable request."""
    wanted = IndexRequest()
    for name in parameters:
        if name != "page":
            wanted.warnings.append(
                _("The parameter “%(name)s” is not known and was ignored.") % {"name": name[:40]}
            )
    typed = parameters.get("page", "").strip()
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER and int(typed) > 0
    if is_number:
        wanted.number = int(typed)
    elif typed:
        wanted.warnings.append(
            _("“%(value)s” is no usable value of “%(name)s” and was ignored.")
            % {"value": typed[:60], "name": "page"}
        )
    return wanted


def page_links(page: IndexPage) -> Pages:
    """Return the links to the pages around this one, the first and the last."""
    near = sorted({1, page.count, *range(max(1, page.number - 2), min(page.count, page.number + 2) + 1)})
    return Pages(
        number=page.number,
        count=page.count,
        first=(page.number - 1) * PER_PAGE + 1 if page.total else 0,
        last=min(page.number * PER_PAGE, page.total),
        previous_url=_address(page.number - 1) if page.number > 1 else "",
        next_url=_address(page.number + 1) if page.number < page.count else "",
        links=[
            {"number": number, "url": _address(number), "is_current": number == page.number}
            for number in near
        ],
    )


def _address(number: int) -> str:
    return reverse("site_list") + (f"?page={number}" if number > 1 else "")

"""Public records copied into plain pages, content for content."""

from collections.abc import Iterable

from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from benchmarks.plain_pages import models as plain
from heritage.disclosure import disclose, neighbours, public_sites
from heritage.models import HeritageSite


def copied(numbers: Iterable[str]) -> list[plain.PlainRecordPage]:
    """Return a page for each of the sites with these record numbers, published below the home page."""
    home = Site.objects.get(is_default_site=True).root_page
    rows = {row.number: row for row in public_sites().filter(number__in=list(numbers))}
    pages = {number: _page(home, row) for number, row in rows.items()}
    for number, page in pages.items():
        others = [other for other in pages.values() if other != page][
            : len(neighbours(disclose(rows[number])))
        ]
        page.related.set([plain.PlainRelated(related_page=other.page_ptr) for other in others])
        page.save_revision().publish()
    return list(pages.values())


def _page(home: Page, site: HeritageSite) -> plain.PlainRecordPage:
    existing = plain.PlainRecordPage.objects.filter(number=site.number).first()
    if existing is not None:
        return existing
    page = plain.PlainRecordPage(
        title=site.name_zh,
        slug=site.number.lower(),
        body=[("paragraph", RichText(f"<p>{text}</p>")) for text in site.description_zh.split("\n\n")],
        **{name: getattr(site, name) for name in _shared_fields()},
    )
    home.add_child(instance=page)
    page.eras.set(site.eras.all())
    page.values.set(site.values.all())
    page.names.set(_rows(plain.PlainName, site.names.all(), "name", "period_text"))
    page.events.set(_rows(plain.PlainEvent, site.events.all(), "kind", "period_text"))
    page.identifiers.set(_rows(plain.PlainIdentifier, site.identifiers.all(), "value", "issued_by"))
    page.reuses.set(_rows(plain.PlainReuse, site.reuses.all(), "kind", "period_text"))
    page.citations.set(_rows(plain.PlainCitation, site.citations.all(), "source", "statement", "claim"))
    page.designations.set(
        _rows(
            plain.PlainDesignation,
            site.designations.all(),
            *("scheme", "level", "status", "name_as_listed", "batch", "decree"),
        )
    )
    page.components.set(
        _rows(
            plain.PlainComponent, site.components.all(), "name_zh", "kind", "type", "destiny", "period_text"
        )
    )
    for row, copy in zip(
        [*site.designations.all(), *site.components.all()],
        [*page.designations.all(), *page.components.all()],
        strict=True,
    ):
        copy.source = next((citation.source for citation in row.citations.all()), None)
    return page


def _shared_fields() -> list[str]:
    own = {field.name for field in plain.PlainRecordPage._meta.local_concrete_fields}
    return sorted(own & {field.name for field in HeritageSite._meta.concrete_fields} - {"body"})


def _rows(model, rows, *fields: str) -> list:
    return [
        model(**{field.removesuffix("_zh"): getattr(row, field) for field in fields}, sort_order=order)
        for order, row in enumerate(rows)
    ]

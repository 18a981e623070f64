"""Everything that the template of a plain page shows, read in the way in which the template reads it."""

from benchmarks.plain_pages.models import PlainRecordPage


def contents_of(page: PlainRecordPage) -> list[object]:
    """Return the values; each relation is followed where it is shown."""
    return [
        *(page.title, page.name_en, page.name_pinyin, page.number, page.type_words, page.period_text),
        *(term.label if term else "" for term in (page.type, page.theme, page.industry, page.condition)),
        *(page.division.full_name, page.longitude, page.latitude, page.uncertainty_m),
        *(page.recognition, page.verification, page.last_published_at),
        *(str(block.value) for block in page.body),
        *(era.label for era in page.eras.all()),
        *(value.label for value in page.values.all()),
        *((row.name, row.period_text) for row in page.names.all()),
        *((row.kind, row.period_text) for row in page.events.all()),
        *((row.value, row.issued_by) for row in page.identifiers.all()),
        *((row.kind.label if row.kind else "", row.period_text) for row in page.reuses.all()),
        *(_designation(row) for row in page.designations.all()),
        *(_component(row) for row in page.components.all()),
        *((row.source.title, row.source.reference, row.statement, row.claim) for row in page.citations.all()),
        *((row.related_page.title, row.related_page.url) for row in page.related.all()),
    ]


def _designation(row) -> tuple:
    decree = row.decree
    paper = (decree.document_number, decree.issued_by_words, decree.announced_on) if decree else ()
    source = row.source.title if row.source else ""
    return (str(row.scheme), row.level, row.status, row.name_as_listed, row.batch, *paper, source)


def _component(row) -> tuple:
    label = row.type.label if row.type else ""
    source = row.source.title if row.source else ""
    return (row.name, row.kind, label, row.destiny, row.period_text, source)

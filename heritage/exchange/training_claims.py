"""Sources of the training county that contradict each other, entered in a further draft."""

from heritage.exchange.training_ground import Item, person
from heritage.exchange.training_sites import sample_key
from heritage.models import HeritageSite, SiteCitation, Source

OFFICER = "training-officer-1"
REWRITTEN = ("period_text", "current_use", "description_zh")


def are_claims_there(item: Item) -> bool:
    draft = _site(item).get_latest_revision_as_object()
    return any(citation.claim for citation in draft.citations.all())


def make_claims(item: Item) -> None:
    """Save a draft that cites what each source says, and follows one of them."""
    draft = _site(item).get_latest_revision_as_object()
    for name in REWRITTEN:
        setattr(draft, name, item[name])
    for order, row in enumerate(item["citations"], start=1):
        source = Source.objects.get(key=row["source"])
        values = {name: row[name] for name in ("statement", "locator", "claim") if name in row}
        draft.citations.add(SiteCitation(source=source, sort_order=order, **values))
    draft.clean()
    draft.save_revision(user=person(OFFICER), log_action="wagtail.edit")


def _site(item: Item) -> HeritageSite:
    return HeritageSite.objects.get(sample_key=sample_key(item["site"]))

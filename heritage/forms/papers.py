"""The form of a decree: once something rests on it, what it says is not altered."""

from django.utils.translation import gettext as _

from heritage.forms.scoped import CollectionForm
from heritage.models.decrees import Origin

SAID_BY_THE_PAPER = ("document_number", "issued_by", "issued_by_words", "authority", "announced_on", "file")


class DecreeForm(CollectionForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and self.instance.moves.exists():
            for name in SAID_BY_THE_PAPER:
                self.fields[name].disabled = True

    def clean(self) -> dict:
        """A decree entered with its paper is complete; one that others report may lack parts."""
        cleaned = super().clean()
        if cleaned.get("origin") == Origin.ANNOUNCED:
            for name in ("document_number", "announced_on"):
                if not cleaned.get(name):
                    self.add_error(
                        name, _("Copy this from the paper, or say that it is taken from a report.")
                    )
            if not cleaned.get("issued_by") and not cleaned.get("issued_by_words"):
                self.add_error("issued_by_words", _("Choose the issuing body, or write it as on the paper."))
        return cleaned


class BodyForm(CollectionForm):
    """A body under one name; it cannot be its own successor."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        successor = self.fields["successor"]
        successor.queryset = successor.queryset.exclude(pk=self.instance.pk)

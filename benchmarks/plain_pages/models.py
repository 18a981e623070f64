"""A record as a plain Wagtail page: its fields, its rows as inline children, its words as snippets.

Written as Wagtail's own guide writes pages: nothing is fetched beforehand, the template follows relations.
"""

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from heritage.models import Decree, Division, Scheme, Source, Term


def _term(**options) -> models.ForeignKey:
    return models.ForeignKey(
        Term, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", **options
    )


def _of_the_page(related_name: str) -> ParentalKey:
    return ParentalKey("plain_pages.PlainRecordPage", on_delete=models.CASCADE, related_name=related_name)


class PlainRecordPage(Page):
    """The fields of a site that its public page shows."""

    number = models.CharField(max_length=8)
    name_en = models.CharField(max_length=200, blank=True)
    name_pinyin = models.CharField(max_length=200, blank=True)
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    uncertainty_m = models.PositiveIntegerField(null=True)
    period_text = models.CharField(max_length=120, blank=True)
    body = StreamField([("paragraph", RichTextBlock())], blank=True)
    type_words = models.CharField(max_length=60, blank=True)
    type = _term()
    theme = _term()
    industry = _term()
    condition = _term()
    eras = ParentalManyToManyField(Term, related_name="+")
    values = ParentalManyToManyField(Term, related_name="+")
    recognition = models.CharField(max_length=24, blank=True)
    verification = models.CharField(max_length=24, blank=True)

    parent_page_types = ["wagtailcore.Page"]


class PlainName(Orderable):
    page = _of_the_page("names")
    name = models.CharField(max_length=160)
    period_text = models.CharField(max_length=120, blank=True)


class PlainEvent(Orderable):
    page = _of_the_page("events")
    kind = models.CharField(max_length=20)
    period_text = models.CharField(max_length=120, blank=True)


class PlainIdentifier(Orderable):
    page = _of_the_page("identifiers")
    value = models.CharField(max_length=40)
    issued_by = models.CharField(max_length=120, blank=True)


class PlainReuse(Orderable):
    page = _of_the_page("reuses")
    kind = _term()
    period_text = models.CharField(max_length=120, blank=True)


class PlainCitation(Orderable):
    page = _of_the_page("citations")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    statement = models.CharField(max_length=60, blank=True)
    claim = models.TextField(blank=True)


class PlainDesignation(Orderable):
    page = _of_the_page("designations")
    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="+")
    level = models.CharField(max_length=12, blank=True)
    status = models.CharField(max_length=16)
    name_as_listed = models.CharField(max_length=160, blank=True)
    batch = models.CharField(max_length=40, blank=True)
    decree = models.ForeignKey(Decree, null=True, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")


class PlainComponent(Orderable):
    page = _of_the_page("components")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=10)
    type = _term()
    destiny = models.CharField(max_length=12)
    period_text = models.CharField(max_length=120, blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")


class PlainRelated(Orderable):
    """A page beside this one, chosen by an editor."""

    page = _of_the_page("related")
    related_page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

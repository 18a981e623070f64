"""What an editor can place on a page: words in two languages, and live records.

A block keeps only the key of a record. What the page shows of it is asked of `heritage.disclosure` each time
(`catalogue.body`), so a record that is withdrawn is gone from every page at once.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


def _records(**kwargs) -> ListBlock:
    return ListBlock(SnippetChooserBlock("heritage.HeritageSite", label=_("Heritage site")), **kwargs)


class HeadingBlock(StructBlock):
    zh = CharBlock(label=_("Chinese"), max_length=80)
    en = CharBlock(label=_("English"), max_length=120, required=False)

    class Meta:
        icon = "title"
        label = _("Heading")


class ProseBlock(StructBlock):
    """Text, and the records it rests on: their pages name the sources."""

    zh = RichTextBlock(label=_("Chinese"), features=TEXT_FEATURES)
    en = RichTextBlock(label=_("English"), features=TEXT_FEATURES, required=False)
    records = _records(label=_("Records it rests on"), default=[])

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class RecordsBlock(StructBlock):
    records = _records(label=_("Records"), min_num=1)

    class Meta:
        icon = "site"
        label = _("Records")


class SomeOrAllBlock(StructBlock):
    """Chosen records, or those of the project whose page it is."""

    records = _records(
        label=_("Records"), default=[], help_text=_("Left empty on a project's page: all its records.")
    )


class MapBlock(SomeOrAllBlock):
    class Meta:
        icon = "globe"
        label = _("Map of records")


class TimelineBlock(SomeOrAllBlock):
    class Meta:
        icon = "history"
        label = _("Time line of records")


class GalleryBlock(StructBlock):
    photographs = ListBlock(
        ImageChooserBlock(label=_("Photograph")),
        label=_("Photographs"),
        min_num=1,
        help_text=_("Only those with a licence and a credit line, placed on a public record, are shown."),
    )

    class Meta:
        icon = "image"
        label = _("Gallery")


class QuotationBlock(StructBlock):
    """Words of somebody else. Without a source that may be named they are not shown."""

    zh = TextBlock(label=_("Chinese"), rows=3)
    en = TextBlock(label=_("English"), rows=3, required=False)
    source = SnippetChooserBlock("heritage.Source", label=_("Source"))
    locator = CharBlock(label=_("page or place in the source"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class SentenceBlock(StructBlock):
    zh = CharBlock(label=_("Chinese"), max_length=200)
    en = CharBlock(label=_("English"), max_length=300, required=False)


class UnknownsBlock(StructBlock):
    sentences = ListBlock(SentenceBlock(label=_("Sentence")), label=_("Sentences"), min_num=1)

    class Meta:
        icon = "help"
        label = _("What is not known")


class BodyBlock(StreamBlock):
    heading = HeadingBlock()
    prose = ProseBlock()
    records = RecordsBlock()
    map = MapBlock()
    timeline = TimelineBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    unknowns = UnknownsBlock()

"""Stories and the themes that gather them."""

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from catalogue.blocks import BodyBlock
from catalogue.body import tell_body
from catalogue.fields import Stream
from catalogue.hidden_records import HiddenRecordsPanel
from catalogue.pages.editorial import EditorialPage
from catalogue.story_cards import story_cards
from heritage.models.named import in_current_language


class TextPage(EditorialPage):
    """A lead and a body."""

    lead_zh = models.TextField(_("lead (Chinese)"), blank=True)
    lead_en = models.TextField(_("lead (English)"), blank=True)
    body = Stream(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        HiddenRecordsPanel(),
        *EditorialPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("lead_zh", heading=_("Chinese")), FieldPanel("lead_en", heading=_("English"))],
            heading=_("Lead"),
        ),
        FieldPanel("body"),
        FieldPanel(
            "slug", heading=_("Address"), help_text=_("Latin letters, digits and hyphens; stays as it is.")
        ),
    ]
    search_fields = [
        *EditorialPage.search_fields,
        index.SearchField("lead_zh"),
        index.SearchField("lead_en"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @property
    def lead(self) -> str:
        return in_current_language(self.lead_zh, self.lead_en)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {**super().get_context(request), "body": tell_body(self.body)}


class StoriesPage(EditorialPage):
    """The list of stories; stories and themes hang below it."""

    template = "catalogue/story_list.html"
    max_count = 1
    parent_page_types = ["catalogue.HomePage"]
    subpage_types = ["catalogue.StoryPage", "catalogue.ThemePage"]

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    @property
    def address(self) -> str:
        return reverse("story_list")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {**super().get_context(request), **stories_and_themes()}


class ThemePage(TextPage):
    """A subject that several stories share."""

    template = "catalogue/story_detail.html"
    parent_page_types = ["catalogue.StoriesPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    @property
    def address(self) -> str:
        return reverse("theme", args=[self.slug])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {
            **super().get_context(request),
            "stories": story_cards(newest_stories().filter(theme=self.pk)),
        }


class StoryPage(TextPage):
    """A story told from records of the inventory."""

    theme = models.ForeignKey(
        ThemePage,
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )

    template = "catalogue/story_detail.html"
    parent_page_types = ["catalogue.StoriesPage"]
    subpage_types: list[str] = []
    content_panels = [*TextPage.content_panels, FieldPanel("theme")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def address(self) -> str:
        return reverse("story", args=[self.slug])


def newest_stories() -> models.QuerySet[StoryPage]:
    """Public stories, the newest first, with what a list shows."""
    return StoryPage.objects.live().select_related("theme").order_by("-first_published_at", "-pk")


def stories_and_themes() -> dict:
    """What the list of stories shows, also while no editor has made its page."""
    return {
        "stories": story_cards(newest_stories()),
        "themes": ThemePage.objects.live().order_by("title", "pk"),
    }

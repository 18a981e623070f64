"""The front page: what editors put in front of the numbers."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import PageChooserBlock, StreamBlock

from catalogue.fields import Stream
from catalogue.overview import MOST_PROJECTS, overview
from catalogue.pages.editorial import EditorialPage
from catalogue.pages.stories import newest_stories

MOST_STORIES = 3


class HomePage(EditorialPage):
    """The root of the tree. Without a choice of projects the newest stand on it."""

    projects = Stream(
        StreamBlock(
            [("project", PageChooserBlock(["catalogue.ProjectPage"], label=_("Project page")))],
            max_num=MOST_PROJECTS,
            required=False,
        ),
        verbose_name=_("projects shown"),
        blank=True,
    )

    template = "catalogue/home.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["catalogue.StoriesPage", "catalogue.ProjectsPage"]
    content_panels = [FieldPanel("projects")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def address(self) -> str:
        return reverse("home")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {**super().get_context(request), **home_context(self)}


def home_context(page: HomePage | None) -> dict:
    """What the front page shows, also while no editor has made its page."""
    chosen = [block.value.project_id for block in page.projects if block.value] if page else []
    return overview(chosen, list(newest_stories()[:MOST_STORIES]))

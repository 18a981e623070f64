"""The pages of heritage projects: one a project, at an address that does not change with its name."""

from django.db import models
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from catalogue.blocks import BodyBlock
from catalogue.fields import Stream
from catalogue.hidden_records import HiddenRecordsPanel
from catalogue.pages.editorial import EditorialPage
from catalogue.project_page import project_context
from heritage.disclosure import public_projects
from heritage.models import HeritageProject


class ProjectsPage(EditorialPage):
    """Where editors find the pages of projects; its own address lists all projects."""

    max_count = 1
    parent_page_types = ["catalogue.HomePage"]
    subpage_types = ["catalogue.ProjectPage"]
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    @property
    def address(self) -> str:
        return reverse("project_list")


class ProjectPage(EditorialPage):
    """What editors add to the live records of a project. Title and address follow the project itself.

    It is made for them (`catalogue.page_tree`), so none can be added by hand. That a project is public is
    decided by its approval; withdrawing this page withdraws the editors' words only.
    """

    project = models.OneToOneField(
        HeritageProject,
        verbose_name=_("heritage project"),
        editable=False,
        # A project that is deleted first lets go of its parts, and says so: its page must be found then.
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    body = Stream(BodyBlock(), verbose_name=_("body"), blank=True)

    template = "catalogue/project_detail.html"
    is_creatable = False
    parent_page_types = ["catalogue.ProjectsPage"]
    subpage_types: list[str] = []
    content_panels = [HiddenRecordsPanel(), FieldPanel("body")]
    search_fields = [*EditorialPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("project page")
        verbose_name_plural = _("project pages")

    @property
    def address(self) -> str:
        return reverse("project", args=[self.slug])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """What the public may know of the project, with this draft of the editors' words."""
        project = get_object_or_404(public_projects(), pk=self.project_id)
        return {**super().get_context(request), **project_context(project, self.body)}

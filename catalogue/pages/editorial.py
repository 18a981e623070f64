"""What all editorial pages share: a title in two languages, a fixed address, a preview in each language."""

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Site
from wagtail.search import index

from heritage.models.named import in_current_language


class EditorialPage(Page):
    """`title` is the Chinese title. Views and previews show what `get_context` makes by `template`."""

    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)

    content_panels = [
        MultiFieldPanel(
            [FieldPanel("title", heading=_("Chinese")), FieldPanel("title_en", heading=_("English"))],
            heading=_("Title"),
        )
    ]
    #: Search engines read the title and the lead, menus are ours: no tab for either.
    promote_panels: list = []
    search_fields = [*Page.search_fields, index.SearchField("title_en")]
    preview_modes = [("zh-hans", "中文"), ("en", "English")]

    class Meta:
        abstract = True

    @property
    def address(self) -> str:
        """The public path in the language of the moment."""
        raise NotImplementedError

    @property
    def shown_title(self) -> str:
        return in_current_language(self.title, self.title_en)

    def get_url_parts(self, request=None) -> tuple[int, str, str] | None:
        """Where the page is served, for the links of the admin; None while the tree has no site."""
        paths = Site.get_site_root_paths()
        return (paths[0].site_id, settings.WAGTAILADMIN_BASE_URL, self.address) if paths else None

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return {**super().get_context(request), "is_preview": getattr(request, "is_preview", False)}

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the draft in the language that the editor chose."""
        request.is_preview = True  # type: ignore[attr-defined]  # Wagtail's own mark
        with translation.override(mode_name or settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            return self.serve(request).render()

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Photographs, drawings and documents, their rights and renditions."""

    name = "media"
    verbose_name = _("Media")

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """The public site."""

    name = "catalogue"
    verbose_name = _("Public catalogue")

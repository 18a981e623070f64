from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """The public site."""

    name = "catalogue"
    verbose_name = _("Public catalogue")

    def ready(self) -> None:
        from catalogue.listening import listen  # noqa: PLC0415 — models are not loaded when this file is read

        listen()

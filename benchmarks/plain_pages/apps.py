from django.apps import AppConfig


class PlainPagesConfig(AppConfig):
    """Installed by config.settings.benchmark only."""

    name = "benchmarks.plain_pages"
    label = "plain_pages"
    verbose_name = "Plain Wagtail pages"

"""What `make bench` measures: a serving installation on SQLite, with a peer of our record beside it."""

from config.env import read_environment
from config.settings.base import *  # noqa: F403 — settings modules are lists of values

ENVIRONMENT = read_environment()
globals().update(installation_settings(ENVIRONMENT))  # noqa: F405 — from base
DEBUG = False
ROOT_URLCONF = "benchmarks.urls"
# Whatever DATABASE_URL names: generated records never get into a real inventory.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ENVIRONMENT.data_dir / "database.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,  # noqa: F405 — from base
        "ATOMIC_REQUESTS": False,
    }
}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_backend"}}
INSTALLED_APPS = ["benchmarks.plain_pages", *INSTALLED_APPS]  # noqa: F405 — from base
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

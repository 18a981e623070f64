"""A serving installation; `make demo` runs on it too."""

from config.env import read_environment
from config.settings.base import *  # noqa: F403 — settings modules are lists of values

globals().update(installation_settings(read_environment()))  # noqa: F405 — from base
DEBUG = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

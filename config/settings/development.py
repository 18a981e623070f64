"""A developer's machine: errors are shown, static files need no collecting."""

from config.env import read_environment
from config.settings.base import *  # noqa: F403 — settings modules are lists of values

ENVIRONMENT = read_environment(secret_key="development-only")
globals().update(installation_settings(ENVIRONMENT))  # noqa: F405 — from base
DEBUG = True
INTERNAL_IPS = ["127.0.0.1"]

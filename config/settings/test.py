"""The test run: throw-away folders, cheap passwords, nothing left behind."""

import os
import tempfile
from pathlib import Path

from config.env import read_environment
from config.settings.base import *  # noqa: F403 — settings modules are lists of values

if not os.environ.get("DATA_DIR"):  # make hands it on even where it is empty
    THROW_AWAY = tempfile.TemporaryDirectory(prefix="heritage-test-")  # goes when the process does
    os.environ["DATA_DIR"] = THROW_AWAY.name
globals().update(installation_settings(read_environment(secret_key="test-only")))  # noqa: F405 — from base
DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PAGE_CACHE_BYTES = 0  # tests undo what they wrote without saying so
LOGGING = logging_to_stderr("ERROR")  # noqa: F405 — from base
Path(os.environ["DATA_DIR"], "static").mkdir(
    parents=True, exist_ok=True
)  # WhiteNoise warns of a missing folder

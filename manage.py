#!/usr/bin/env python3
"""Run a management command with the settings named by DJANGO_SETTINGS_MODULE."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    execute_from_command_line(sys.argv)

#!/usr/bin/env python
"""Django's command-line tool; without a choice it speaks to the development settings."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_cms.settings.dev")
    execute_from_command_line(sys.argv)

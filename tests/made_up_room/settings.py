"""The site with one more room, on a database of its own: see walk.py."""

import os
import sys
from pathlib import Path

from site_cms.settings.base import database_settings
from site_cms.settings.test import *  # noqa: F403 (settings are made of each other)
from site_cms.settings.test import HOUSE, INSTALLED_APPS, ROOMS

sys.path.insert(0, str(Path(__file__).parent))
ROOM = "workshops"
ROOMS = [ROOM, *ROOMS]
HOUSE = [ROOM, *HOUSE]
INSTALLED_APPS = [ROOM, *INSTALLED_APPS]
os.environ.pop("DATABASE_URL", None)
DATABASES = {"default": database_settings(f"sqlite:///{os.environ['MADE_UP_DATABASE']}")}

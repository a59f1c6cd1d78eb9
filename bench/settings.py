"""The site as `make bench` runs it: the settings of the tests, less what would spoil a figure."""

import os

from site_cms.settings.test import *  # noqa: F403 (settings are made of each other)
from site_cms.settings.test import DATABASES

# The trivial view stands beside the site.
ROOT_URLCONF = "bench.urls"
MEDIA_ROOT = f"{os.environ['BENCH_FOLDER']}/media"
STATIC_ROOT = f"{os.environ['BENCH_FOLDER']}/static"
# A connection that is opened anew, or asks its server's health, is no page's cost.
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
if "options" in DATABASES["default"]["OPTIONS"]:
    # Helpers of a statement are processes of their own: what they work would not be counted.
    DATABASES["default"]["OPTIONS"]["options"] += " -c max_parallel_workers_per_gather=0"

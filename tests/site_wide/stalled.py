"""Run in a process of its own: `python -m tests.site_wide.stalled POINT ACT…`, to be killed.

The act stops at POINT, says so on standard output, and waits for the end.
"""

import os
import sys
import time
from unittest import mock

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_cms.settings.test")
django.setup()

from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.site_wide.test_editing import EMPTY, fill_in

# Where a publication can be caught: its page is saved; its index is about to be; its log entry.
POINTS = {
    "page": "wagtail.actions.publish_page_revision.page_published.send",
    "index": "modelsearch.index.insert_or_update_object",
    "log": "wagtail.actions.publish_revision.log",
}


def stall(*args, **kwargs):
    sys.stdout.write("stalled\n")
    sys.stdout.flush()
    time.sleep(60)


def publish_in_admin(username, password, page):
    client = Client(HTTP_HOST="localhost")
    assert client.login(username=username, password=password)
    fill_in(client, reverse("wagtailadmin_pages:edit", args=[page]), {"body": EMPTY})


if __name__ == "__main__":
    point, act, *details = sys.argv[1:]
    with mock.patch(POINTS[point], stall):
        call_command("publish_due") if act == "schedule" else publish_in_admin(*details)

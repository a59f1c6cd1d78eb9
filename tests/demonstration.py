"""Loading the demonstration, as `make run` does, into a folder and the test's database."""

from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings

from home.management.commands import demo as command


@contextmanager
def demo_files(folder):
    """Have the demonstration write its media and its passwords into the folder."""
    with override_settings(MEDIA_ROOT=str(folder / "media")), pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "PASSWORDS", folder / "logins.json")
        yield


def load_demo() -> str:
    said = StringIO()
    call_command("permissions", stdout=said)
    call_command("demo", stdout=said)
    return said.getvalue()

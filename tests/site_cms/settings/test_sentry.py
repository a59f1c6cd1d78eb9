"""What goes to Sentry where it is set: the place in the code, and nothing of anybody."""

import json

import pytest

from site_cms.settings.sentry import without_people
from tests.site_cms.settings.test_settings import PRODUCTION, run_with

EVENT = {
    "exception": {"values": [{"type": "IntegrityError", "value": "Key (email)=(camille@x.fr)"}]},
    "request": {
        **{"method": "POST", "url": "https://www.example.org/contact/?nom=camille"},
        **{"data": {"message": "camille"}, "headers": {"Cookie": "camille"}},
        **{"query_string": "nom=camille", "env": {"REMOTE_ADDR": "192.0.2.7"}},
    },
    "user": {"id": "camille"},
    "breadcrumbs": {"values": ["camille"]},
    "extra": {"camille": 1},
    "logentry": {"message": "camille"},
    "level": "error",
}


def test_nothing_of_anybody_leaves():
    sent = without_people(json.loads(json.dumps(EVENT)))
    assert "camille" not in json.dumps(sent) and "192.0.2.7" not in json.dumps(sent)
    assert sent["exception"]["values"][0]["type"] == "IntegrityError"
    assert sent["request"] == {"method": "POST"} and sent["level"] == "error"


@pytest.mark.parametrize("is_there", [True, False])
def test_its_package_is_needed_only_where_it_is_set(tmp_path, is_there):
    if is_there:
        # As far as settings go: what is called, with what.
        (tmp_path / "sentry_sdk.py").write_text("def init(**told): print(told['dsn'])")
    else:
        (tmp_path / "sentry_sdk.py").write_text("raise ImportError")
    dsn = "https://key@sentry.example.org/1"
    command = "import site_cms.settings.production"
    there = {"PYTHONPATH": str(tmp_path), "SENTRY_DSN": dsn}
    done = run_with(PRODUCTION | there, "-c", command)
    if is_there:
        assert done.returncode == 0 and done.stdout.strip() == dsn
    else:
        assert "requirements/sentry.txt" in done.stderr.splitlines()[-1]
    assert run_with(PRODUCTION, "-c", command).returncode == 0

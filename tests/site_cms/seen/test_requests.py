"""Every request has a name, a line in the log and an end."""

import logging
import threading
import time

import pytest
from django.db import OperationalError

from site_cms.seen.logs import OneLineForAnOutage, WithRequestId, id_for, request_id
from site_cms.seen.overdue import InHand, RequestTooLong
from tests.factories import PASSWORD, user

pytestmark = pytest.mark.once
LOGGER = "site_cms.seen.requests"


@pytest.mark.parametrize("given", ["", "court", "x" * 65, "deux\nlignes-----"])
def test_a_name_that_is_none_is_replaced(given):
    assert id_for("0123-abcd.ef_g") == "0123-abcd.ef_g"
    assert id_for(given) != given and len(id_for(given)) == 32


def test_a_line_says_what_and_nothing_a_reader_wrote(client, db, caplog):
    account = user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    caplog.set_level("INFO", logger=LOGGER)
    named = {"x-request-id": "0123456789"}
    response = client.get("/admin/?q=secret", headers=named, REMOTE_ADDR="192.0.2.7")
    assert response["X-Request-ID"] == "0123456789"
    (line,) = [record for record in caplog.records if record.name == LOGGER]
    assert (line.path, line.status, line.user) == ("/admin/", response.status_code, account.pk)
    assert line.client == "192.0.2.7" and line.duration_ms > 0
    assert "secret" not in str(line.__dict__) and "camille" not in str(line.__dict__)


def test_a_slow_one_is_a_warning_and_keys_are_left_out(client, db, settings, caplog):
    settings.SLOW_REQUEST = 0
    client.get("/admin/password_reset/confirm/MQ/abc-def/")
    (line,) = [record for record in caplog.records if record.name == LOGGER]
    assert line.levelno == logging.WARNING and line.slow
    assert line.path == "/admin/password_reset/confirm/…"


def record(error=None):
    info = error and (type(error), error, None)
    return logging.LogRecord("a", logging.ERROR, "f", 1, "Said of %s", ("x",), info)


def test_every_line_of_a_request_has_its_name():
    token = request_id.set("a-name")
    WithRequestId().filter(line := record())
    request_id.reset(token)
    assert line.request_id == "a-name"


def test_an_outage_is_one_line_and_other_errors_are_whole():
    told = OneLineForAnOutage()
    first = record(OperationalError("gone"))
    assert told.filter(first) and not told.filter(record(OperationalError("gone")))
    assert first.getMessage() == "Said of x (OperationalError)" and first.exc_info is None
    for _time in range(2):
        assert told.filter(line := record(ZeroDivisionError()))
        assert line.exc_info


def test_a_request_that_hangs_is_ended_and_told(caplog):
    in_hand, ended = InHand(), []

    def hang():
        try:
            with in_hand.noted("/lent/", 0.2):
                while True:
                    time.sleep(0.01)
        except RequestTooLong:
            ended.append(True)

    thread = threading.Thread(target=hang, daemon=True)
    thread.start()
    thread.join(10)
    assert ended
    assert "/lent/ takes too long" in caplog.text and "hang" in caplog.text


def test_one_in_time_is_left_alone():
    in_hand = InHand()
    with in_hand.noted("/", 5), in_hand.noted("/", 0):
        pass
    assert not in_hand._running

"""A server waits for its database as long as that is seen to answer; commands wait."""

import threading
import time

import pytest

from site_cms.database import patience as shared
from site_cms.database.patience import TOLERANCE, DatabaseHangs, Patience


def statement(answers):
    """A statement as psycopg runs it: it asks to be told of the socket until there is an answer."""
    for _time in range(answers):
        while not (yield "read"):
            pass
    return "rows"


def run(patience, steps, pause=0.05, answers=1):
    """Run a statement, telling it `steps` times that nothing has come."""
    waiting = patience.waiting(statement(answers))
    next(waiting)
    for _time in range(steps):
        time.sleep(pause)
        waiting.send(0)
    with pytest.raises(StopIteration) as end:
        waiting.send(1)
    return end.value.value


@pytest.fixture
def patience():
    patience = Patience()
    patience.is_short = True
    return patience


@pytest.fixture
def hanging_look(patience):
    """Somebody looks at the database, and has no answer."""
    begun, end = threading.Event(), threading.Event()

    def look():
        with patience.looking():
            begun.set()
            end.wait(10)

    thread = threading.Thread(target=look)
    thread.start()
    begun.wait(10)
    time.sleep(TOLERANCE + 0.1)
    yield
    end.set()
    thread.join()
    assert not patience.database_hangs()
    patience.refuse_to_wait()


def test_a_slow_statement_is_waited_for_while_the_database_answers_others(patience):
    asked = []
    patience.ask_for_look = lambda: asked.append(1)
    assert run(patience, 4, pause=TOLERANCE / 2) == "rows"
    assert asked


def test_nobody_waits_while_it_does_not(patience, hanging_look):
    with pytest.raises(DatabaseHangs):
        patience.refuse_to_wait()
    with pytest.raises(DatabaseHangs):
        run(patience, 2, pause=TOLERANCE)


def test_commands_do(patience, hanging_look):
    patience.is_short = False
    patience.refuse_to_wait()
    assert run(patience, 2, pause=TOLERANCE) == "rows"
    patience.is_short = True


def test_a_look_that_failed_at_once_is_no_reason_to_refuse(patience):
    with pytest.raises(ZeroDivisionError), patience.looking():
        raise ZeroDivisionError
    patience.refuse_to_wait()


def test_one_that_failed_late_is_until_another_has_gone_well(patience):
    with pytest.raises(ZeroDivisionError), patience.looking():
        time.sleep(TOLERANCE + 0.1)
        raise ZeroDivisionError
    with pytest.raises(DatabaseHangs):
        patience.refuse_to_wait()
    with patience.looking():
        patience.refuse_to_wait()
    patience.refuse_to_wait()


def test_the_tests_wait_as_commands_do():
    """A test that loads the entry point of servers would end those after it, on a busy machine."""
    assert not shared.patience.is_short

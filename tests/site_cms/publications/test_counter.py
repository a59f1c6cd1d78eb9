"""The counter: raised with what it tells of, seen by every process, harmless when it cannot be."""

import json
import threading
import time

import pytest
from django.db import connection, connections, transaction

from site_cms.models import Publication
from site_cms.publications.counter import (
    KEPT_ROWS,
    Watch,
    raise_counter,
    state_in_database,
)
from tests.processes import wait_for


@pytest.fixture
def watch():
    watch = Watch()
    yield watch
    watch.forget()


def test_one_row_says_that_a_transaction_changed_things(db):
    with transaction.atomic():
        raise_counter()
        raise_counter()
    assert Publication.objects.count() == 1


def test_what_is_rolled_back_to_a_savepoint_does_not_count_as_said(db):
    before = state_in_database()
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            raise_counter()
            raise ZeroDivisionError
        assert state_in_database() == before
        raise_counter()
    assert state_in_database() != before


def test_each_change_outside_of_a_transaction_counts(transactional_db):
    states = {state_in_database()}
    for _time in range(3):
        raise_counter()
        states.add(state_in_database())
    assert len(states) == 4


def test_a_state_can_be_told_to_other_processes(db):
    """The store that they share holds it with each copy."""
    raise_counter()
    assert json.dumps(state_in_database())


def test_the_state_tells_two_commits_apart_in_whatever_order(transactional_db):
    """The row with the lower key is committed last; rows of old are gone meanwhile."""
    if connection.vendor == "sqlite":
        pytest.skip("one writes after the other on SQLite")
    seen, begun, go = [], threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            raise_counter()
            begun.set()
            go.wait(10)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    begun.wait(10)
    seen.append(state_in_database())
    raise_counter()
    seen.append(state_in_database())
    Publication.objects.order_by("pk").first().delete()
    raise_counter()
    seen.append(state_in_database())
    go.set()
    thread.join()
    seen.append(state_in_database())
    assert len(set(seen)) == len(seen)


def test_old_rows_go(transactional_db):
    Publication.objects.bulk_create(Publication() for _row in range(3 * KEPT_ROWS))
    for _time in range(KEPT_ROWS + 1):
        raise_counter()
    assert Publication.objects.count() < 2 * KEPT_ROWS + 2


def test_a_watch_sees_what_others_commit_within_a_second(transactional_db, watch):
    before = watch.current()
    raise_counter()
    assert wait_for(lambda: watch.current() != before, seconds=10)


def test_a_watch_looks_at_most_twice_a_second(transactional_db, watch, monkeypatch):
    looks = []
    monkeypatch.setattr(
        "site_cms.publications.counter.state_in_database", lambda: looks.append(1) or (1, 1)
    )
    end = time.monotonic() + 1.1
    while time.monotonic() < end:
        watch.current()
    # At the beginning, after half a second and after a whole one; fewer on a busy machine.
    assert 1 <= len(looks) <= 3


def test_a_database_that_hangs_keeps_one_reader_a_moment_and_the_others_not_at_all(
    transactional_db, watch, monkeypatch
):
    known = watch.current()
    hanging = threading.Event()
    monkeypatch.setattr(
        "site_cms.publications.counter.state_in_database", lambda: hanging.wait(30) and (9, 9)
    )
    watch.look_soon()
    begun = time.monotonic()
    assert watch.current() == known
    assert not watch.is_answered
    first = time.monotonic() - begun
    for _reader in range(1_000):
        assert watch.current() == known
    assert time.monotonic() - begun - first < first < 5
    hanging.set()
    assert wait_for(lambda: watch.current() == (9, 9) and watch.is_answered, seconds=10)


def test_a_database_that_is_away_leaves_the_last_state(transactional_db, watch, monkeypatch):
    known = watch.current()

    def away():
        raise OSError

    monkeypatch.setattr("site_cms.publications.counter.state_in_database", away)
    watch.look_soon()
    assert watch.current() == known
    assert not watch.is_answered


def test_others_hear_of_a_new_state_once(transactional_db, watch):
    heard = []
    watch.changed.append(lambda: heard.append(1))

    def look():
        watch.look_soon()
        return watch.current()

    look()
    look()
    before = watch.state
    raise_counter()
    assert wait_for(lambda: look() != before, seconds=10)
    assert len(heard) == 2

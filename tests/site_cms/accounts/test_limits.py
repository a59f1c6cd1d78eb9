"""What may be tried is counted exactly, by whichever process, for accounts and for networks."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from site_cms.accounts import limits
from site_cms.accounts.limits import Limit, forget_empty, network_of
from site_cms.models import GuessBucket

FEW = Limit("few", burst=3, an_hour=60)


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands, until it is moved."""
    now = [1_800_000_000_000]
    monkeypatch.setattr(limits, "_now", lambda: now[0])
    return lambda seconds: now.__setitem__(0, now[0] + seconds * 1000)


def test_some_at_once_then_one_at_a_time(db, clock):
    assert [FEW.take("a") for _ in range(5)] == [True, True, True, False, False]
    clock(60)
    assert [FEW.take("a") for _ in range(2)] == [True, False]
    assert FEW.take("b")


def test_in_any_hour_thirty_at_most(db, clock):
    taken, limit = [], Limit("password")
    for second in range(0, 3 * 3600, 10):
        if limit.take("camille"):
            taken.append(second)
        clock(10)
    most = max(sum(start <= at < start + 3600 for at in taken) for start in taken)
    assert 28 <= most <= 30


def test_what_was_right_is_given_back(db, clock):
    for _number in range(20):
        assert FEW.take("a")
        FEW.give_back("a")


def test_what_says_nothing_any_more_is_forgotten(db, clock):
    FEW.take("a")
    clock(30)
    FEW.take("b")
    clock(40)
    forget_empty()
    assert GuessBucket.objects.count() == 1


def test_no_name_is_kept(db):
    FEW.take("un mot de passe au mauvais endroit")
    assert "passe" not in GuessBucket.objects.get().key


@pytest.mark.django_db(transaction=True)
def test_a_hundred_at_once_are_counted_like_a_hundred_in_a_row():
    def take(_number):
        try:
            return Limit("password").take("camille")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        begun = time.monotonic()
        taken = sum(pool.map(take, range(100)))
    assert taken <= 10 + (time.monotonic() - begun) / 180 + 1
    assert taken >= 10


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:0:1:aaaa::7", "2001:db8:0:1::/64"),
        ("2001:DB8:0:1::9", "2001:db8:0:1::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_a_network_is_what_cannot_be_changed_at_will(rf, address, network):
    assert network_of(rf.get("/", REMOTE_ADDR=address)) == network

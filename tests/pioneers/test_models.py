from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import RequestFactory
from django.utils import timezone

from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from tests.factories import article, call, pioneer, region, section, territory, theme

WEEK = timedelta(days=7)


def refusals(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    try:
        page.full_clean()
    except ValidationError as error:
        return {name: " ".join(messages) for name, messages in error.message_dict.items()}
    return {}


def test_a_laureate_names_the_call_it_won(db):
    found = refusals(pioneer(), entry="laureate")
    assert "choisissez lequel" in found["call"]
    assert refusals(pioneer(), entry="laureate", call=call()) == {}


def test_a_pioneer_of_the_launch_has_won_no_call(db):
    assert "videz ce champ" in refusals(pioneer(), call=call())["call"]


@pytest.mark.parametrize("year", [1799, 2101, 18])
def test_a_founding_year_with_a_typing_error_is_refused(db, year):
    assert "founded" in refusals(pioneer(), founded=year)


def test_a_call_that_a_pioneer_won_cannot_be_deleted(db):
    won = call()
    pioneer(entry="laureate", call=won)
    with pytest.raises(ProtectedError):
        CallPage.objects.get(pk=won.pk).delete()


def test_a_call_opens_before_it_closes(db):
    now = timezone.now().replace(hour=12)
    page = call()
    assert "corrigez" in refusals(page, opens_at=now, closes_at=now)["closes_at"]
    assert "corrigez" in refusals(page, opens_at=now, closes_at=now - WEEK)["closes_at"]
    assert refusals(page, opens_at=now, closes_at=now + WEEK) == {}


@pytest.mark.parametrize("name", ["opens_at", "closes_at"])
def test_an_hour_that_comes_twice_is_no_deadline(db, name):
    twice = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert "avant 2 h ou après 3 h" in refusals(call(), **{name: twice})[name]


@pytest.mark.parametrize("name", ["opens_at", "closes_at"])
def test_a_year_one_date_is_refused_not_crashed_on(db, name):
    typed = datetime(1, 1, 1, tzinfo=timezone.get_default_timezone())
    assert "plausible" in refusals(call(), **{name: typed})[name]


def test_the_channel_says_what_else_is_needed(db):
    page = call()
    assert "outside_url" in refusals(page, channel="outside")
    assert refusals(page, outside_url="https://www.example.org/") == {}
    assert "date limite" in refusals(page, channel="online")["closes_at"]


@pytest.mark.parametrize(
    ("channel", "opens", "closes", "accepts"),
    [
        ("online", -WEEK, WEEK, True),
        ("online", -2 * WEEK, 2 * WEEK, True),
        ("online", -WEEK, -timedelta(seconds=1), False),
        ("online", WEEK, 2 * WEEK, False),
        ("none", -WEEK, WEEK, False),
    ],
)
def test_an_application_is_taken_online_between_the_two_dates_only(
    db, channel, opens, closes, accepts
):
    now = timezone.now()
    page = call(channel=channel, opens_at=now + opens, closes_at=now + closes)
    assert page.accepts_submissions() is accepts


def test_a_call_shows_its_public_laureates_and_territories_only(db):
    won = call()
    pioneer("Lauréat", entry="laureate", call=won)
    pioneer("Brouillon", entry="laureate", call=won, live=False)
    pioneer("Présenté au lancement")
    won.labelled_territories = [territory("Brest"), territory("Brouillon", live=False)]
    won.save()
    won = CallPage.objects.get(pk=won.pk)
    assert [page.title for page in won.laureates] == ["Lauréat"]
    assert [page.title for page in won.published_territories] == ["Brest"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Seul", "Double", "Lauréat"}),
        ({"theme": "eau"}, {"Double"}),
        ({"theme": "mer"}, {"Double", "Seul"}),
        ({"region": "94"}, {"Seul"}),
        ({"entree": "laureate"}, {"Lauréat"}),
        ({"theme": "mer", "region": "94"}, {"Seul"}),
        ({"theme": ["mer", "eau"]}, {"Double", "Seul"}),
        ({"theme": ["mer", "eau"], "entree": ["launch", "laureate"]}, {"Double", "Seul"}),
        ({"theme": ["mer", "feu"]}, set()),
        ({"theme": "feu"}, set()),
        ({"region": "2A"}, set()),
        ({"entree": "launch' --"}, set()),
    ],
)
def test_the_directory_can_be_narrowed(db, query, found):
    pioneer("Seul", themes=[theme("Mer")], region=region("94"))
    pioneer("Double", themes=[theme("Mer"), theme("Eau")])
    pioneer("Lauréat", entry="laureate", call=call())
    pioneer("Brouillon", live=False)
    listing = section(PioneerIndexPage).listing(RequestFactory().get("/", query))
    assert {page.title for page in listing.page} == found
    assert listing.total == len(found)


@pytest.mark.parametrize(
    ("query", "found"), [({}, 2), ({"nature": "ami"}, 1), ({"nature": "x"}, 0)]
)
def test_the_list_of_calls_can_be_narrowed(db, query, found):
    call(kind="ami")
    call(kind="aap")
    listing = section(CallIndexPage).listing(RequestFactory().get("/", query))
    assert len(listing.page.object_list) == found


def test_a_pioneer_lists_the_public_articles_that_name_it(db):
    page = pioneer()
    article("Public", pioneers=[page])
    article("Brouillon", pioneers=[page], live=False)
    article("Autre")
    page = PioneerPage.objects.get(pk=page.pk)
    assert [found.title for found in page.published_articles()] == ["Public"]

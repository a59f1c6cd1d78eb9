from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation
from wagtail.models import Site

from pioneers.call_status import CallStatus, call_status, format_instant
from pioneers.models import CallPage
from site_cms.models import PublisherSettings
from tests.factories import call, contact, home

OPENS = datetime(2018, 1, 18, 8, 0, tzinfo=UTC)
CLOSES = datetime(2018, 2, 26, 22, 59, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (OPENS - INSTANT, CallStatus.UPCOMING),
        (OPENS, CallStatus.OPEN),
        (CLOSES - WEEK - INSTANT, CallStatus.OPEN),
        (CLOSES - WEEK, CallStatus.CLOSING_SOON),
        (CLOSES, CallStatus.CLOSING_SOON),
        (CLOSES + INSTANT, CallStatus.CLOSED),
    ],
)
def test_a_call_changes_status_at_the_instant(now, status):
    assert call_status(OPENS, CLOSES, now) == status


@pytest.mark.parametrize(
    ("opens", "closes", "now", "status"),
    [
        (None, None, OPENS, CallStatus.ANNOUNCED),
        (OPENS, None, OPENS - INSTANT, CallStatus.UPCOMING),
        (OPENS, None, OPENS + 1000 * WEEK, CallStatus.PERMANENT),
        (None, CLOSES, OPENS, CallStatus.OPEN),
        (None, CLOSES, CLOSES + INSTANT, CallStatus.CLOSED),
        # Open for less than a week: closing soon from the start.
        (CLOSES - timedelta(days=2), CLOSES, CLOSES - timedelta(days=2), CallStatus.CLOSING_SOON),
    ],
)
def test_a_call_with_a_date_missing_still_has_a_status(opens, closes, now, status):
    assert call_status(opens, closes, now) == status


def test_the_database_and_the_page_agree_on_which_calls_can_be_answered(db, monkeypatch):
    steps = [None, *(OPENS + timedelta(days=days) for days in (0, 5, 14, 60))]
    for opens, closes in product(steps, steps):
        if not (opens and closes) or opens < closes:
            call(opens_at=opens, closes_at=closes)
            call(opens_at=opens, closes_at=closes, channel="outside", outside_url="https://a.fr/")
    moments = [step + shift for step in steps[1:] for shift in (-INSTANT, timedelta(), INSTANT)]
    pages = list(CallPage.objects.all())
    assert len(pages) > 10
    for now in moments:
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        by_page = {page.pk for page in pages if page.is_answerable}
        found = CallPage.objects.filter(CallPage.objects.answerable_at(now))
        assert {page.pk for page in found} == by_page


def test_calls_one_can_answer_come_first_then_the_latest_deadline(db):
    now = timezone.now()
    call("Clos depuis longtemps", opens_at=now - 9 * WEEK, closes_at=now - 8 * WEEK)
    call("Clos hier", opens_at=now - 9 * WEEK, closes_at=now - timedelta(days=1))
    call("Annoncé")
    call("Ouvert", opens_at=now - WEEK, closes_at=now + 2 * WEEK)
    call("À venir", opens_at=now + WEEK, closes_at=now + 3 * WEEK)
    titles = [page.title for page in CallPage.objects.published()]
    assert titles == ["Ouvert", "À venir", "Clos hier", "Clos depuis longtemps", "Annoncé"]
    assert [page.title for page in CallPage.objects.answerable()] == ["Ouvert"]


def test_a_call_keeps_its_page_after_the_deadline(db):
    now = timezone.now()
    page = call(opens_at=now - 9 * WEEK, closes_at=now - INSTANT)
    assert page.status == CallStatus.CLOSED
    assert CallPage.objects.published().get() == page


def test_the_home_page_shows_a_permanent_call_as_open_and_no_closed_one(db, client):
    now = timezone.now()
    call("Clos hier", opens_at=now - 9 * WEEK, closes_at=now - timedelta(days=1))
    page = home()
    page.body = [("open_calls", {"title": "Appels en cours"})]
    page.save()
    assert "Aucun appel n’est ouvert aujourd’hui. Voici le plus" in client.get("/").content.decode()
    call("Permanent", opens_at=now - 9 * WEEK)
    html = client.get("/").content.decode()
    assert "sans date limite" in html
    assert "Aucun appel" not in html and "Clos hier" not in html


def test_a_closed_call_speaks_of_answers_in_the_past(db, client):
    now = timezone.now()
    for closes, headings in (
        (now + WEEK, ["Qui peut répondre", "Comment répondre"]),
        (now - WEEK, ["Qui pouvait répondre", "Candidatures"]),
    ):
        page = call(opens_at=OPENS, closes_at=closes, who_may_apply="<p>Toute association.</p>")
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        assert [h2.text.strip() for h2 in soup.select("h2")][1:3] == headings


@pytest.mark.parametrize(
    ("fields", "asks"),
    [
        ({}, True),
        ({"channel": "outside", "outside_url": "https://a.fr/"}, False),
        ({"closes_at": OPENS + WEEK}, False),
    ],
)
def test_an_open_call_that_does_not_say_where_to_answer_says_whom_to_ask(db, client, fields, asks):
    facts = PublisherSettings.for_site(Site.objects.get(is_default_site=True))
    facts.contact_page = contact()
    facts.save()
    html = client.get(call(opens_at=OPENS, **fields).url).content.decode()
    assert ('<a href="/contact/">Demander à l’équipe' in html) is asks


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        (CLOSES, "lundi 26\u00a0février 2018 à 23\u00a0h\u00a059"),
        (datetime(2018, 6, 30, 22, 0, tzinfo=UTC), "dimanche 1er\u00a0juillet 2018"),
        (
            datetime(2018, 7, 1, 7, 5, tzinfo=UTC),
            "dimanche 1er\u00a0juillet 2018 à 9\u00a0h\u00a005",
        ),
    ],
)
def test_a_deadline_is_said_by_the_clock_in_paris(instant, said):
    with translation.override("fr"):
        assert format_instant(instant) == said

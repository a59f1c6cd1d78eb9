"""The calendars, as a program that subscribes to them meets them."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
import vobject
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree
from wagtail.models import Locale

from home.models import MilestonePage, TimelinePage
from pioneers.models import CallExtension, CallPage
from site_cms.words.dates import Precision
from tests.factories import (
    article,
    call,
    copies,
    english_home,
    milestone,
    region,
    restrict,
    section,
)

ALL, STEPS, CALLS = "/suivre/calendrier.ics", "/suivre/etapes.ics", "/suivre/appels.ics"
BASE = "http://localhost"
PARIS = timezone.get_default_timezone()
HOSTILE = ["\0", "x", "' OR 1=1 --", "é" * 10_000, "<script>", "[]", "%", "53;", "١", "53 ", "5"]


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def read(client, path=ALL, **query):
    """The calendar, once it follows the rules of RFC 5545 that a parser lets pass."""
    response = client.get(path, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    data = response.content
    assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = vobject.readOne(data.decode())
    assert found.version.value == "2.0" and found.prodid.value
    # vobject adds to what it validates; a calendar without events has nothing for it to check.
    for event in events(found):
        assert {"uid", "dtstamp", "dtstart", "sequence", "last-modified"} <= set(event.contents)
        for name in ("uid", "dtstamp", "dtstart", "dtend", "sequence", "url", "status"):
            assert len(event.contents.get(name, [])) <= 1
        assert UUID(event.uid.value) and event.url.value.startswith(f"{BASE}/")
    uids = [event.uid.value for event in events(found)]
    assert len(set(uids)) == len(uids)
    return found


def events(found):
    return found.contents.get("vevent", [])


def names(*args, **query):
    return [event.summary.value for event in events(read(*args, **query))]


def only(*args, **query):
    [event] = events(read(*args, **query))
    return event


def in_days(count):
    return timezone.now() + timedelta(count)


# --- Which events ---------------------------------------------------------------------------------


def test_a_calendar_holds_the_steps_the_deadlines_or_both(client, db):
    milestone("Seconde", start=date(2019, 1, 1))
    milestone("Première", start=date(2018, 1, 1))
    call("Ouvert", closes_at=in_days(3))
    call("Sans date limite", opens_at=in_days(-3))
    steps, deadlines = ["Première", "Seconde"], ["Date limite\u00a0: Ouvert"]
    assert names(client, STEPS) == steps
    assert names(client, CALLS) == deadlines
    assert names(client) == steps + deadlines


def test_nothing_that_is_not_public_is_told(client, db):
    bretagne = region()
    milestone("Publique", summary="Connu")
    milestone("planté un", live=False)
    published(milestone("planté deux")).unpublish(set_expired=True)
    hidden = milestone("planté trois")
    restrict(hidden)
    draft = published(milestone("Aussi"))
    draft.title = draft.summary = "planté quatre"
    draft.save_revision()
    secret = article("planté cinq", live=False)
    milestone("Liée", linked_page=secret, region=bretagne)
    closed = [call("planté six", closes_at=in_days(1), live=False)]
    closed += [call("planté sept", closes_at=in_days(1))]
    restrict(closed[1])
    for query in ({}, {"region": "53"}):
        for path in (ALL, STEPS, CALLS):
            assert b"plant" not in client.get(path, query).content
    assert set(names(client)) == {"Publique", "Aussi", "Liée"}
    for page in (hidden, *closed, secret):
        assert client.get(f"/suivre/date-{page.pk}.ics").status_code == 404


def test_a_region_s_calendar_holds_its_own_dates_and_those_of_the_whole_country(client, db):
    bretagne, occitanie = region("53", "Bretagne"), region("76", "Occitanie")
    milestone("De tous")
    milestone("De Bretagne", region=bretagne)
    milestone("D’Occitanie", region=occitanie)
    call("Breton", closes_at=in_days(1), region=bretagne)
    call("Occitan", closes_at=in_days(1), region=occitanie)
    found = read(client, region="53")
    kept = {event.summary.value for event in events(found)}
    assert kept == {"De tous", "De Bretagne", "Date limite\u00a0: Breton"}
    assert found.contents["x-wr-calname"][0].value.endswith("Bretagne")
    assert len(names(client)) == 5
    assert names(client, STEPS, region="06") == ["De tous"]


def test_each_language_has_its_own_calendar(client, db):
    page = milestone("En français")
    home = english_home()
    timeline = section(TimelinePage).copy_for_translation(home.locale)
    timeline.save_revision().publish()
    twin = page.copy_for_translation(home.locale)
    twin.title = "In English"
    twin.save_revision().publish()
    with translation.override("en"):
        path, own = reverse("calendar"), reverse("event", args=[twin.pk])
        other = reverse("event", args=[page.pk])
    assert path.startswith("/en/")
    assert read(client, path).prodid.value.endswith("//EN")
    assert read(client).prodid.value.endswith("//FR")
    english, french = only(client, path), only(client)
    assert english.summary.value == "In English" and french.summary.value == "En français"
    assert english.url.value.startswith(f"{BASE}/en/") and english.uid.value != french.uid.value
    assert only(client, own).uid.value == english.uid.value
    assert client.get(other).status_code == 404


def test_there_is_no_calendar_in_a_language_without_a_site(client, db):
    Locale.objects.create(language_code="en")
    with translation.override("en"):
        path = reverse("calendar")
    assert client.get(path).status_code == 404


# --- When -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("precision", "days", "covered"),
    [
        (Precision.DAY, ("2018-01-18", ""), ("2018-01-18", "2018-01-19")),
        (Precision.DAY, ("2018-01-18", "2018-01-20"), ("2018-01-18", "2018-01-21")),
        (Precision.MONTH, ("2018-02-09", ""), ("2018-02-01", "2018-03-01")),
        (Precision.MONTHS, ("2018-05-09", "2018-06-02"), ("2018-05-01", "2018-07-01")),
        (Precision.QUARTER, ("2019-05-09", ""), ("2019-04-01", "2019-07-01")),
        (Precision.SEMESTER, ("2019-09-01", ""), ("2019-07-01", "2020-01-01")),
        (Precision.YEAR, ("2019-09-01", ""), ("2019-01-01", "2020-01-01")),
    ],
)
def test_a_step_covers_whole_days_and_ends_before_the_next(client, db, precision, days, covered):
    start, end = (date.fromisoformat(day) if day else None for day in days)
    page = milestone(start=start, end=end, precision=precision)
    event = only(client)
    assert (str(event.dtstart.value), str(event.dtend.value)) == covered
    assert type(event.dtstart.value) is date and event.dtstart.params["VALUE"] == ["DATE"]
    with translation.override("fr"):
        assert event.description.value.lower().startswith(page.period.lower())
    assert b"VTIMEZONE" not in client.get(ALL).content


@pytest.mark.parametrize(
    ("closes", "written"),
    [
        (datetime(2030, 1, 15, 12, 0, tzinfo=PARIS), "20300115T120000"),
        (datetime(2030, 7, 15, 23, 59, tzinfo=PARIS), "20300715T235900"),
        (datetime(2030, 7, 15, 23, 59, 59, tzinfo=PARIS), "20300715T235959"),
    ],
)
def test_a_deadline_is_an_instant_by_the_clock_in_paris(client, db, closes, written):
    call(closes_at=closes)
    assert f"DTSTART;TZID=Europe/Paris:{written}\r\n" in client.get(ALL).content.decode()
    found = read(client)
    event = only(client)
    # By the rule in the file itself, not by what the machine knows of Paris.
    assert event.dtstart.value.utcoffset() == closes.utcoffset()
    assert event.dtstart.value == closes
    assert len(found.contents["vtimezone"]) == 1
    # A minute, and nothing of the day after: its first instant is the end, which is not in it.
    ends = event.dtend.value
    assert closes < ends <= closes + timedelta(minutes=1)
    assert (ends - timedelta(seconds=1)).date() == closes.date()


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (("done", "day"), ("CONFIRMED", "Étape")),
        (("planned", "day"), ("CONFIRMED", "Étape")),
        (("planned", "quarter"), ("TENTATIVE", "Étape")),
        (("postponed", "day"), ("TENTATIVE", "Reporté\u00a0: Étape")),
    ],
)
def test_what_one_can_count_on(client, db, known, told):
    status, precision = known
    milestone("Étape", status=status, precision=precision)
    event = only(client)
    assert (event.status.value, event.summary.value) == told
    assert event.transp.value == "TRANSPARENT"


# --- Coming back ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [ALL, STEPS, CALLS])
def test_a_program_that_comes_back_is_told_whether_anything_changed(client, db, path):
    page, deadline = published(milestone()), published(call(closes_at=in_days(3)))
    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    for changed in (page, deadline):
        changed.title = "Nouveau titre"
        published(changed)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert not first.cookies and "Cookie" not in first.get("Vary", "")
    found = read(client, path)
    assert found.contents["refresh-interval"][0].value == "PT12H"
    assert found.contents["x-published-ttl"][0].value == "PT12H"


def test_publishing_anew_makes_a_later_version_of_the_same_event(client, db):
    page = published(milestone("Étape"))
    seen = []
    for days in (3, 2, 1):
        seen.append(only_published_ago(client, page, days))
        page = MilestonePage.objects.get(pk=page.pk)
        page.title, page.slug = f"Étape {days}", f"etape-{days}"
        published(page)
    seen.append(only(client))
    assert len({event.uid.value for event in seen}) == 1
    sequences = [int(event.sequence.value) for event in seen]
    assert sequences == sorted(set(sequences))
    revised = [event.last_modified.value for event in seen]
    assert revised == sorted(set(revised))


def only_published_ago(client, page, days):
    """The event as it was told some days ago."""
    fields = {"last_published_at": in_days(-days), "first_published_at": in_days(-3)}
    MilestonePage.objects.filter(pk=page.pk).update(**fields)
    return only(client)


def test_a_draft_is_no_new_version(client, db):
    page = published(milestone())
    first = client.get(ALL).content
    page.title = "Brouillon"
    page.save_revision()
    assert client.get(ALL).content == first


def test_an_extended_deadline_is_a_later_version_of_the_same_event(client, db):
    page = published(call("Appel", closes_at=in_days(3)))
    CallPage.objects.filter(pk=page.pk).update(
        last_published_at=in_days(-2), first_published_at=in_days(-2)
    )
    before = only(client)
    page = CallPage.objects.get(pk=page.pk)
    page.closes_at += timedelta(days=10)
    page.extensions = [
        CallExtension(announced_on=timezone.localdate(), previous_deadline=timezone.localdate())
    ]
    published(page)
    after = only(client)
    assert after.uid.value == before.uid.value
    assert after.dtstart.value - before.dtstart.value >= timedelta(days=9)
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value > before.last_modified.value


# --- One event ------------------------------------------------------------------------------------


def test_each_step_and_each_open_call_can_be_put_into_one_s_calendar(client, db):
    step = milestone("Une étape", start=date(2199, 1, 1))
    open_call, closed = call("Ouvert", closes_at=in_days(3)), call("Clos", closes_at=in_days(-3))
    for page, name in ((step, "Une étape"), (open_call, "Date limite\u00a0: Ouvert")):
        link = f"/suivre/date-{page.pk}.ics"
        html = etree.HTML(client.get(page.get_url()).content)
        assert html.xpath(f"//a[@href='{link}']")
        assert only(client, link).summary.value == name
        kept = client.get(link)["Content-Disposition"]
        assert kept == f'attachment; filename="{page.slug}.ics"'
    assert f"date-{step.pk}.ics" in client.get("/calendrier/").content.decode()
    assert f"date-{closed.pk}.ics" not in client.get(closed.get_url()).content.decode()


def test_what_has_no_date_is_no_event(client, db):
    for page in (article(), call("Sans date limite"), region()):
        assert client.get(f"/suivre/date-{page.pk}.ics").status_code == 404


@pytest.mark.parametrize("key", ["0", "-1", "x", "9" * 9, "9" * 40, "1%00", "é", "1'", "١", "01"])
def test_an_address_of_no_event_is_not_found(client, db, key):
    milestone()
    assert client.get(f"/suivre/date-{key}.ics").status_code == 404


# --- Whatever is asked or written -----------------------------------------------------------------


@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_no_region_is_not_found(client, db, value):
    milestone()
    for path in (ALL, STEPS, CALLS):
        assert client.get(path, {"region": value}).status_code == 404
    assert client.get(ALL, {"autre": value}).status_code in (200, 404)


def test_what_an_editor_writes_stays_in_its_place(client, db):
    title = "Fin, oui\\non; « é » " + "long " * 30
    page = milestone(title.strip(), summary="Ligne\r\nEND:VEVENT\r\nSUMMARY:planté")
    MilestonePage.objects.filter(pk=page.pk).update(title=f"Un\x08e {title.strip()}")
    event = only(client)
    assert event.summary.value == f"Une {title.strip()}"
    assert "SUMMARY:planté" in event.description.value


@pytest.mark.once
def test_the_cost_does_not_grow_with_the_events(client, db):
    page, other = milestone(region=region()), call(closes_at=in_days(3), region=region())
    costs = []
    for total in (20, 2_000):
        copies(page, total)
        copies(other, total)
        costs.append([cost(client, path) for path in (ALL, STEPS, f"{CALLS}?region=53")])
    assert costs[0] == costs[1] and max(costs[0]) <= 10
    assert len(names(client)) <= 600


def cost(client, path):
    client.get(path)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


# --- Where they are offered -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/calendrier/", STEPS),
        ("/appels/", CALLS),
        ("/territoires/bretagne/", f"{ALL}?region=53"),
        ("/suivre/", ALL),
    ],
)
def test_pages_offer_the_calendar_of_what_they_show(client, db, address, offered):
    region("53", "Bretagne")
    milestone()
    call()
    html = etree.HTML(client.get(address).content)
    assert offered in html.xpath("//head/link[@type='text/calendar']/@href")
    links = html.xpath("//main//a/@href")
    assert offered in links and f"webcal://localhost{offered}" in links
    assert html.xpath("//footer//a[@href='/suivre/']")


def test_all_one_can_follow_is_listed_and_answers(client, db):
    article(region=region())
    html = etree.HTML(client.get("/suivre/").content)
    links = html.xpath("//main//a/@href")
    assert len(links) == len(set(links)) > 100
    for link in links:
        path = link.removeprefix("webcal://localhost")
        assert client.get(path).status_code == 200, link
    spoken = ["".join(a.itertext()) for a in html.xpath("//main//a")]
    assert len(set(spoken)) == len(spoken)
    with translation.override("en"):
        path = reverse("follow")
    assert client.get(path).status_code == 404
    english_home()
    assert client.get(path).status_code == 200

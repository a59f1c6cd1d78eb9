"""Feeds and calendars over HTTP, as the programs that read them come, and come back."""

from datetime import date
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import feedparser
import pytest
import vobject
from icalendar import Calendar
from lxml import etree
from wagtail.models import Site

from tests.factories import article, milestone, region


@pytest.fixture
def site(transactional_db, live_server):
    """The address of the site, as the site itself knows it."""
    host, port = live_server.url.removeprefix("http://").split(":")
    Site.objects.update(hostname=host, port=int(port))
    return live_server.url


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def fetch(address, **headers):
    """(status, answer, its headers): what a calendar program gets."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(address, headers=names)) as answer:  # noqa: S310 (the test's own server)
            return answer.status, answer.read(), answer.headers
    except HTTPError as error:
        return error.code, error.read(), error.headers


@pytest.mark.parametrize("path", ["/suivre/actualites.rss", "/suivre/actualites.atom"])
def test_a_feed_reader_fetches_again_only_what_changed(site, path):
    published(article("Premier"))
    first = feedparser.parse(site + path)
    assert (first.status, first.bozo) == (200, False)
    assert [entry.title for entry in first.entries] == ["Premier"]
    for known in (
        {"etag": first.etag},
        {"modified": first.modified},
        {"etag": first.etag, "modified": first.modified},
    ):
        again = feedparser.parse(site + path, **known)
        assert (again.status, again.entries) == (304, [])
    published(article("Second"))
    changed = feedparser.parse(site + path, etag=first.etag, modified=first.modified)
    assert changed.status == 200 and changed.etag != first.etag
    assert {entry.title for entry in changed.entries} == {"Premier", "Second"}
    assert {entry.id for entry in first.entries} < {entry.id for entry in changed.entries}


def test_the_feeds_that_pages_announce_answer_a_reader(site):
    article("Premier", region=region("53", "Bretagne"))
    for page in ("/", "/actualites/", "/territoires/bretagne/"):
        _status, html, _headers = fetch(site + page)
        links = etree.HTML(html).xpath("//head/link[@rel='alternate'][contains(@type, 'xml')]")
        assert {link.get("type").split("/")[1] for link in links} == {"rss+xml", "atom+xml"}
        for link in links:
            found = feedparser.parse(site + link.get("href"))
            assert (found.status, found.bozo) == (200, False)
            assert [entry.title for entry in found.entries] == ["Premier"]


def test_a_calendar_program_subscribes_by_its_link_and_comes_back(site):
    page = published(milestone("Comité", start=date(2018, 5, 1), precision="month"))
    _status, html, _headers = fetch(f"{site}/suivre/")
    links = etree.HTML(html).xpath("//a[starts-with(@href, 'webcal:')]/@href")
    address = next(link for link in links if link.endswith("/suivre/etapes.ics"))
    # What such a program does with this scheme.
    address = address.replace("webcal://", "http://", 1)
    status, data, headers = fetch(address)
    assert status == 200 and headers["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert (event.start, event.end) == (date(2018, 5, 1), date(2018, 6, 1))
    assert str(event["SUMMARY"]) == "Comité" == vobject.readOne(data.decode()).vevent.summary.value
    assert fetch(address, If_None_Match=headers["ETag"])[0] == 304

    page.title = "Comité national"
    published(page)
    status, data, _headers = fetch(address, If_None_Match=headers["ETag"])
    [later] = Calendar.from_ical(data).walk("VEVENT")
    assert status == 200 and str(later["SUMMARY"]) == "Comité national"
    assert later["UID"] == event["UID"] and later["SEQUENCE"] >= event["SEQUENCE"]
    assert later["LAST-MODIFIED"].dt >= event["LAST-MODIFIED"].dt

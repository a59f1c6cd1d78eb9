"""Well-known addresses: the contact for weaknesses, the manifest, the icons."""

import json
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as real_settings
from django.contrib.staticfiles import finders
from django.utils import timezone
from PIL import Image

from site_cms.models import PublisherSettings
from tests.factories import contact, restrict
from tests.site_cms.settings.test_settings import PRODUCTION, value_of

ADDRESS = "/.well-known/security.txt"
NOTICE = timedelta(60)


def fields(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    named = [line.split(": ", 1) for line in lines]
    assert len({name for name, _value in named}) == len(named)
    return dict(named)


def choose_contact(site):
    facts = PublisherSettings.for_site(site)
    facts.contact_page = contact()
    facts.save()
    return facts.contact_page


def test_it_names_the_contact_until_a_day_within_the_year(client, site, settings):
    settings.SECURITY_CONTACT = "mailto:securite@example.org"
    settings.SECURITY_CONTACT_UNTIL = timezone.localdate() + timedelta(90)
    said = fields(client)
    assert said["Contact"] == "mailto:securite@example.org"
    assert said["Canonical"] == f"http://localhost{ADDRESS}"
    assert said["Preferred-Languages"] == "fr, en"
    until = datetime.strptime(said["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(89) < until - timezone.now() < timedelta(92)


def test_without_a_contact_of_its_own_it_names_the_contact_page(client, site):
    choose_contact(site)
    assert fields(client)["Contact"] == "http://localhost/contact/"


@pytest.mark.parametrize("hide", [restrict, lambda page: page.unpublish()])
def test_it_names_no_page_the_public_may_not_see(client, site, hide):
    page = choose_contact(site)
    hide(page)
    assert client.get(ADDRESS).status_code == 404


def test_past_its_day_it_promises_nothing(client, site, settings):
    settings.SECURITY_CONTACT = "mailto:securite@example.org"
    settings.SECURITY_CONTACT_UNTIL = timezone.localdate() - timedelta(1)
    assert client.get(ADDRESS).status_code == 404


def test_production_takes_the_contact_from_the_environment():
    named = PRODUCTION | {"SECURITY_CONTACT": "mailto:securite@example.org"}
    assert value_of("SECURITY_CONTACT", named) == "mailto:securite@example.org"


def test_the_day_is_watched():
    """Red only once the day has passed, after two months of warnings: nobody is taken unawares."""
    left = real_settings.SECURITY_CONTACT_UNTIL - timezone.localdate()
    assert left >= timedelta(0), "confirm the contact of security.txt (docs/production.md)"
    assert left <= timedelta(366), "RFC 9116 asks for less than a year"
    if left < NOTICE:
        warnings.warn(f"security.txt: confirm the contact within {left.days} days", stacklevel=1)


def test_the_manifest_names_icons_that_are_there_in_the_sizes_it_says():
    manifest = json.loads(Path(finders.find("assets/site.webmanifest")).read_text())
    assert manifest["name"] == "French Impact" and manifest["lang"] == "fr"
    assert manifest["start_url"] == manifest["scope"] == "/"
    for icon in manifest["icons"]:
        with Image.open(finders.find(f"assets/{icon['src']}")) as picture:
            assert "{}x{}".format(*picture.size) == icon["sizes"]


@pytest.mark.parametrize("name", ["favicon.ico", "apple-touch-icon.png"])
def test_an_icon_is_found_where_browsers_of_old_look(client, db, name):
    assert client.get(f"/{name}")["Location"].endswith(f"/assets/{name}")
    assert finders.find(f"assets/{name}")


def test_the_head_names_icons_manifest_and_colours(client, db):
    html = client.get("/").content.decode()
    for part in ('rel="icon"', 'rel="apple-touch-icon"', 'rel="manifest"', 'name="theme-color"'):
        assert part in html, part

"""A room of one model and one template: what the site does with its pages, nobody having told it.

tests/site_cms/models/test_checks.py runs this in a process of its own, where the room exists.
"""

from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from workshops.models import WorkshopPage

from site_cms.models import SearchEntry
from site_cms.models.checks import owed_by
from tests.factories import add, content, english_home, home, translate

TITLE = "L’atelier du fer"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """The database is a migrated copy: only the room's own table is wanting."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(WorkshopPage)
        ContentType.objects.get_for_model(WorkshopPage)


@pytest.fixture
def workshop(db):
    translation.activate("fr")
    fields = {"summary": "On y forge.", "tools": "<p>Une enclume et des tenailles.</p>"}
    page = add(WorkshopPage, home(), TITLE, slug="atelier-du-fer", **fields)
    page.save_revision().publish()
    return page


def test_it_is_routed(client, workshop):
    response = client.get("/atelier-du-fer/")
    assert response.status_code == 200
    assert "Une enclume" in response.content.decode()


def test_it_is_listed(client, workshop):
    assert list(WorkshopPage.objects.published()) == [workshop]
    cards = {"title": "", "pages": [workshop.pk]}
    page = content("Une page", body=[{"type": "cards", "value": cards}])
    html = client.get(page.url).content.decode()
    assert f"{TITLE}</a>" in html
    assert "On y forge." in html


def test_it_is_found(client, workshop):
    assert SearchEntry.objects.get(page=workshop).shelf.kind == "page"
    assert TITLE in client.get("/recherche/?q=enclumes").content.decode().replace("<mark>", "")


def test_it_is_translated(client, workshop):
    english_home()
    twin = translate(workshop)
    assert (twin.title, twin.slug) == (f"EN {TITLE}", "en-latelier-du-fer")
    response = client.get(twin.url)
    assert response.status_code == 200
    assert "EN Une enclume" in response.content.decode()


def test_it_is_mapped_and_in_the_api(client, workshop):
    files = client.get("/sitemap.xml").content.decode()
    assert "sitemap-workshops-0.xml" in files
    listed = client.get("/sitemap-workshops-0.xml").content.decode()
    assert "/atelier-du-fer/</loc>" in listed
    told = client.get(f"/api/v2/pages/{workshop.pk}/").json()
    assert told["tools"] == "<p>Une enclume et des tenailles.</p>"


def test_it_has_a_picture_for_networks(client, workshop):
    html = client.get("/atelier-du-fer/").content.decode()
    [_before, after] = html.split('property="og:image" content="', 1)
    address = after.split('"', 1)[0]
    picture = client.get(address[address.index("/partage/") :])
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")


def test_nothing_is_owed():
    assert list(owed_by(WorkshopPage)) == []
    said = StringIO()
    call_command("check", stdout=said, stderr=said)
    assert "no issues" in said.getvalue()

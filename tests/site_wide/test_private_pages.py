"""A page or document kept for some readers is neither named nor linked where all read."""

from decimal import Decimal
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, Site

from site_cms.models import PublisherSettings
from tests.factories import contact, content, document, home, region, restrict, statement, territory


def links(client, address):
    html = client.get(address).content
    return {
        a["href"].partition("?")[0] for a in BeautifulSoup(html, "html.parser").select("a[href]")
    }


def facts(**chosen):
    found = PublisherSettings.for_site(Site.objects.get())
    for name, value in chosen.items():
        setattr(found, name, value)
    found.save()
    cache.clear()


def in_hero(page):
    front = home()
    front.hero_link, front.hero_link_label = page, "Commencer ici"
    front.save()
    return "/"


def in_objectives(page):
    front = home()
    item = {"title": "Fédérer", "text": "", "page": page}
    front.body = [("objectives", {"title": "Objectifs", "items": [item]})]
    front.save()
    return "/"


def in_button(page):
    button = {"label": "Commencer ici", "page": page, "url": ""}
    return content("Avec un bouton", body=[("button", button)]).url


def in_footer(page):
    facts(legal_page=page)
    return "/"


PLACES = {"hero": in_hero, "objectives": in_objectives, "button": in_button, "footer": in_footer}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("state", ["open", "private", "below private", "alias of private", "draft"])
def test_a_page_is_linked_where_it_is_chosen_if_all_may_read_it(db, client, place, state):
    above = content("Au-dessus")
    page = content("Choisie", above)
    if state == "alias of private":
        page = page.create_alias(update_slug="alias", parent=home())
    address = PLACES[place](page)
    assert page.url in links(client, address)
    if state == "draft":
        page.unpublish()
    elif state != "open":
        restrict(page if state == "private" else above)
    assert (page.url in links(client, address)) == (state == "open")


def test_the_footer_links_to_no_private_translation(db, client):
    page = content("Mentions")
    facts(legal_page=page)
    english = Locale.objects.create(language_code="en")
    home().copy_for_translation(english).save_revision().publish()
    twin = page.copy_for_translation(english)
    twin.save_revision().publish()
    assert twin.url in links(client, "/en/")
    restrict(twin)
    assert {twin.url, page.url} & links(client, "/en/") == {page.url}


def test_a_private_statement_proves_nothing(db, client):
    page = statement(audited_on=timezone.localdate(), rate=Decimal(75))
    facts(accessibility_page=page)
    assert "partiellement conforme" in client.get("/").content.decode()
    restrict(page)
    html = client.get("/").content.decode()
    assert "non conforme" in html and page.url not in html


def test_a_private_region_is_not_named_by_the_territory_it_holds(db, client):
    place = region("53", "Bretagne")
    page = territory("Brest", place)
    assert place.url in links(client, page.url)
    # The territory is no more public than its region, and its readers may know of both.
    restrict(place)
    assert client.get(page.url).status_code == 200
    assert "Brest" not in client.get(page.url).content.decode()


@pytest.mark.parametrize("kind", ["html", "jsonld"])
def test_open_data_name_a_contact_page_if_all_may_read_it(db, client, kind):
    home()
    page = contact()
    facts(contact_page=page)
    address = {"html": "/donnees/", "jsonld": "/donnees/catalogue.jsonld"}[kind]
    assert page.url in client.get(address).content.decode()
    restrict(page)
    cache.clear()
    assert page.url not in client.get(address).content.decode()


def test_a_document_of_a_private_collection_is_not_announced(db, client):
    kept = Collection.get_first_root_node().add_child(name="Comité")
    below = kept.add_child(name="Comptes rendus")
    paper, other = document("secret.pdf"), document("ouvert.pdf")
    paper.collection = below
    paper.save()
    block = {"title": "", "detail": ""}
    body = [("document", {"document": one, **block}) for one in (paper, other)]
    page = content("Avec documents", body=body)
    assert {paper.url, other.url} <= links(client, page.url)
    CollectionViewRestriction.objects.create(collection=kept, restriction_type="login")
    assert {paper.url, other.url} & links(client, page.url) == {other.url}
    assert "secret.pdf" not in client.get(page.url).content.decode()


def test_a_private_page_lists_its_private_documents(db, client, admin_client):
    kept = Collection.get_first_root_node().add_child(name="Comité")
    paper = document("secret.pdf")
    paper.collection = kept
    paper.save()
    CollectionViewRestriction.objects.create(collection=kept, restriction_type="login")
    block = {"document": paper, "title": "", "detail": ""}
    page = content("Du comité", body=[("document", block)])
    restrict(page, "login")
    assert paper.url in links(admin_client, page.url)


def test_no_public_template_asks_whether_a_page_is_live():
    """A private page is live: templates and blocks ask the `public` tag, or visible_pages()."""
    house = Path(settings.BASE_DIR)
    files = [
        path for room in settings.HOUSE for path in (house / room).rglob("templates/**/*.html")
    ]
    files += [path for room in settings.HOUSE for path in (house / room).glob("blocks*/**/*.py")]
    files += [path for room in settings.HOUSE for path in (house / room).glob("blocks.py")]
    found = [
        str(path.relative_to(house))
        for path in files
        if "admin" not in path.parts and path.exists() and ".live" in path.read_text()
    ]
    assert len(files) > 100
    assert found == []

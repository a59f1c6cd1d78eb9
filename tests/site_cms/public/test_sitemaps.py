"""What search engines are told: sitemap, robots.txt, and the pages kept from them."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree
from wagtail.models import Locale, Page, Site

from home.models import ContentPage
from news.models import NewsPage
from site_cms.models import visible_pages
from site_cms.public import sitemaps
from tests.factories import (
    article,
    content,
    copies,
    english_home,
    home,
    image,
    restrict,
)
from tests.schema_org import described

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
BASE = "http://localhost"


def read(client, path):
    """A sitemap file, once it follows the published rules.

    No package for Python carries the schemas of sitemaps.org; these are their rules, and Google's
    for pictures and languages: names, order, how often, and what each holds.
    """
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    tree = etree.fromstring(response.content)
    assert len(tree) and len(response.content) < 50_000_000 and len(tree) <= 50_000
    for item in tree:
        assert etree.QName(item).namespace == NAMES["s"]
        names = [child.tag for child in item]
        known = [f"{{{NAMES['s']}}}loc", f"{{{NAMES['s']}}}lastmod"]
        own = [name for name in names if name.startswith(f"{{{NAMES['s']}}}")]
        assert own in (known, known[:1]) and names[: len(own)] == own
        assert set(names[len(own) :]) <= {
            f"{{{NAMES['xhtml']}}}link",
            f"{{{NAMES['image']}}}image",
        }
        check_values(item)
    return tree


def check_values(item):
    places = item.xpath("s:loc/text() | image:image/image:loc/text()", namespaces=NAMES)
    places += item.xpath("xhtml:link/@href", namespaces=NAMES)
    for place in places:
        assert place.startswith(f"{BASE}/") and place.isascii() and 12 <= len(place) <= 2048
    for instant in item.xpath("s:lastmod/text()", namespaces=NAMES):
        assert datetime.fromisoformat(instant).tzinfo
    assert all(len(picture) == 1 for picture in item.xpath("image:image", namespaces=NAMES))


def files(client):
    """The paths the index names."""
    tree = read(client, "/sitemap.xml")
    assert tree.tag == f"{{{NAMES['s']}}}sitemapindex"
    return [place.removeprefix(BASE) for place in tree.xpath("//s:loc/text()", namespaces=NAMES)]


def entries(client):
    """Every page of the sitemap: its address without the site's, and its element."""
    found = {}
    for path in files(client):
        for item in read(client, path):
            address = item.findtext("s:loc", namespaces=NAMES).removeprefix(BASE)
            assert address not in found
            found[address] = item
    return found


def translated(page, under, **fields):
    """The page in English, online."""
    english = Locale.objects.get(language_code="en")
    twin = type(page)(
        locale=english, translation_key=page.translation_key, title="Twin", slug="twin", **fields
    )
    return under.add_child(instance=twin)


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


# --- Which pages ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def one_file_a_room(monkeypatch):
    """Keys grow from test to test on PostgreSQL: keep them in one span, but where a test says."""
    monkeypatch.setattr(sitemaps, "SPAN", 10_000_000)


def test_the_sitemap_lists_the_public_pages_and_no_other(client, db):
    article("Publique")
    article("Brouillon", live=False)
    published(article("Périmée")).unpublish(set_expired=True)
    article("Écartée", noindex=True)
    secret = content("Secrète")
    content("Dessous", under=secret)
    secret.create_alias(parent=home(), update_slug="copie")
    restrict(secret)
    content("Source").create_alias(parent=home(), update_slug="redite")
    found = entries(client)
    screens = ("/donnees/", "/acteurs/", "/suivre/")
    pages = {address for address in found if not address.startswith(screens)}
    assert pages == {"/", "/actualites/", "/actualites/publique/", "/source/"}


def test_a_draft_of_a_page_tells_nothing(client, db):
    page = published(article("Avant"))
    page.slug = "confidentiel"
    page.save_revision()
    assert b"confidentiel" not in client.get("/sitemap-news-0.xml").content


def test_nothing_under_an_english_site_in_draft_is_listed(client, db):
    english = english_home()
    content("About", under=english)
    assert "/en/about/" in entries(client)
    english.unpublish()
    assert not any(address.startswith("/en/") for address in entries(client))


def test_another_site_lists_its_own_pages(client, db, settings):
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "autre.example.org"]
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=type(home())(title="Autre", slug="autre", hero_title="Autre"))
    Site.objects.create(hostname="autre.example.org", root_page=other)
    content("Ici", under=other)
    response = client.get("/sitemap-home-0.xml", headers={"host": "autre.example.org"})
    assert b"<loc>http://autre.example.org/ici/</loc>" in response.content
    assert "/ici/" not in entries(client)


# --- What is said of each -------------------------------------------------------------------------


def test_a_page_says_when_it_was_published_and_not_when_it_was_last_saved(client, db):
    page = published(article("Un article"))
    page.title = "Un brouillon"
    page.save_revision()
    said = entries(client)["/actualites/un-article/"].findtext("s:lastmod", namespaces=NAMES)
    assert datetime.fromisoformat(said) == page.last_published_at.replace(microsecond=0)
    index = read(client, "/sitemap.xml").xpath("//s:lastmod/text()", namespaces=NAMES)
    assert said in index


def test_a_page_that_shows_others_does_not_claim_to_be_as_old_as_itself(client, db):
    parent = published(content("Parent"))
    assert entries(client)["/parent/"].find("s:lastmod", namespaces=NAMES) is not None
    content("Fille", under=parent)
    assert entries(client)["/parent/"].find("s:lastmod", namespaces=NAMES) is None


def languages(item):
    return {
        link.get("hreflang"): link.get("href").removeprefix(BASE)
        for link in item.findall("xhtml:link", namespaces=NAMES)
    }


def test_a_page_names_its_translations_and_itself(client, db):
    english = english_home()
    page = content("À propos", slug="a-propos")
    translated(page, english)
    content("Seule")
    found = entries(client)
    both = {"fr": "/a-propos/", "en": "/en/twin/", "x-default": "/a-propos/"}
    assert languages(found["/a-propos/"]) == languages(found["/en/twin/"]) == both
    assert languages(found["/"]) == {"fr": "/", "en": "/en/", "x-default": "/"}
    assert languages(found["/seule/"]) == {}


@pytest.mark.parametrize("fields", [{"live": False}, {"noindex": True}])
def test_a_translation_engines_may_not_show_is_not_named(client, db, fields):
    english = english_home()
    page = content("À propos", slug="a-propos")
    translated(page, english, **fields)
    assert languages(entries(client)["/a-propos/"]) == {}


def test_a_private_translation_is_not_named(client, db):
    english = english_home()
    page = content("À propos", slug="a-propos")
    restrict(translated(page, english))
    assert languages(entries(client)["/a-propos/"]) == {}


def test_a_translation_in_another_file_is_named(client, db, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 1)
    english = english_home()
    translated(content("À propos", slug="a-propos"), english)
    assert languages(entries(client)["/a-propos/"])["en"] == "/en/twin/"


def test_a_page_shows_its_picture_once_it_was_made(client, db):
    article("Illustré", image=image(), slug="illustre")
    assert entries(client)["/actualites/illustre/"].find("image:image", NAMES) is None
    client.get("/actualites/illustre/")
    (place,) = entries(client)["/actualites/illustre/"].xpath(
        "image:image/image:loc/text()", namespaces=NAMES
    )
    picture = client.get(place.removeprefix(BASE))
    assert picture.status_code == 200 and picture["Content-Type"] == "image/jpeg"


def test_a_picture_with_a_new_focal_point_lists_the_page_once(client, db):
    photo = image()
    article("Illustré", image=photo, slug="illustre")
    client.get("/actualites/illustre/")
    photo.focal_point_x, photo.focal_point_y = 3, 3
    photo.focal_point_width = photo.focal_point_height = 2
    photo.save()
    client.get("/actualites/illustre/")
    assert photo.renditions.filter(filter_spec=sitemaps.SHARE_IMAGE).count() == 2
    assert len(entries(client)["/actualites/illustre/"].findall("image:image", NAMES)) == 1


# --- Files ----------------------------------------------------------------------------------------


def test_a_page_stays_in_its_file_and_a_file_holds_no_more_than_it_may(client, db, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 3)
    first = article("Premier")
    place = f"/sitemap-news-{first.pk // 3}.xml"
    pages = [article() for _ in range(8)]
    pages[2].delete()
    assert b"/premier/" in client.get(place).content
    listed = {path: read(client, path) for path in files(client) if "donnees" not in path}
    assert all(len(tree) <= 3 for tree in listed.values())
    total = sum(len(tree) for tree in listed.values())
    assert total == visible_pages().filter(depth__gt=1).count()


def test_all_actors_are_listed_in_both_languages(client, db):
    assert "/en/actors/" not in entries(client)
    english_home()
    found = entries(client)
    assert languages(found["/acteurs/"]) == languages(found["/en/actors/"])
    assert languages(found["/acteurs/"])["en"] == "/en/actors/"
    assert all(client.get(address).status_code == 200 for address in ("/acteurs/", "/en/actors/"))


def test_open_data_is_listed_in_both_languages_and_describes_itself(client, db):
    english_home()
    found = {address: item for address, item in entries(client).items() if "don" in address}
    assert languages(found["/donnees/"])["en"] in entries(client)
    assert languages(found["/donnees/pionniers/"])["x-default"] == "/donnees/pionniers/"
    for address in entries(client):
        assert client.get(address).status_code == 200, address
    data = described(client.get("/donnees/pionniers/").content.decode())["Dataset"]
    for form in data["distribution"]:
        assert client.get(form["contentUrl"].removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-news-7.xml",
        "/sitemap-news-00.xml",
        "/sitemap-news-999999.xml",
        "/sitemap-news-99999999999999999999.xml",
        "/sitemap-news--1.xml",
        "/sitemap-auth-0.xml",
        "/sitemap-wagtailcore-0.xml",
        "/sitemap--0.xml",
        "/sitemap-news-0.xml/",
        "/sitemap-n%00ews-0.xml",
        "/sitemap-%ff-0.xml",
        "/en/sitemap.xml",
    ],
)
def test_a_file_that_does_not_exist_is_not_found(client, db, path):
    article()
    # A byte that is a letter of Latin-1 is written in UTF-8 first.
    assert client.get(path, follow=True).status_code == 404


def test_a_site_without_a_home_page_has_no_sitemap(client, db):
    home().unpublish()
    assert client.get("/sitemap.xml").status_code == 404


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-news-0.xml", "/robots.txt"])
def test_a_file_is_sent_again_only_when_it_has_changed(client, db, path):
    published(article("Premier"))
    answer = client.get(path)
    assert "public" in answer["Cache-Control"] and not answer.has_header("Last-Modified")
    seen = {"if-none-match": answer["ETag"]}
    assert client.get(path, headers=seen).status_code == 304
    assert client.post(path).status_code == 405
    if path != "/robots.txt":
        second = article("Second")
        Page.objects.filter(pk=second.pk).update(last_published_at=timezone.now() + timedelta(1))
        assert client.get(path, headers=seen).status_code == 200


def costs(client):
    found = {}
    for path in ("/sitemap.xml", "/sitemap-news-0.xml", "/sitemap-home-0.xml"):
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        found[path] = len(queries)
    return found


@pytest.mark.once
def test_the_sitemap_costs_as_many_queries_for_two_thousand_pages(client, db, between_publications):
    english_home()
    model = article("Un article")
    copies(model, 20)
    costs(client)
    few = costs(client)
    assert max(few.values()) <= 20 and few["/sitemap-news-0.xml"] <= 7
    copies(model, 2_000)
    assert costs(client) == few
    assert len(read(client, "/sitemap-news-0.xml")) == 2_001


# --- robots.txt -----------------------------------------------------------------------------------


def robot(client):
    response = client.get("/robots.txt")
    assert response.status_code == 200 and response["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


def test_robots_read_the_public_site_and_nothing_else(client, db, settings):
    settings.OPEN_TO_SEARCH_ENGINES = True
    rules = robot(client)
    for path in ("/", "/actualites/?page=2", "/en/", "/static/assets/site.css", "/media/images/x"):
        assert rules.can_fetch("Googlebot", path), path
    for path in ("/admin/", "/admin/login/", "/recherche/?q=x", "/_util/login/"):
        assert not rules.can_fetch("Googlebot", path), path
    with translation.override("en"):
        assert not rules.can_fetch("Googlebot", reverse("search"))
    assert rules.site_maps() == [f"{BASE}/sitemap.xml"]
    assert "X-Robots-Tag" not in client.get("/")


@pytest.mark.parametrize("path", ["/", "/actualites/", "/static/x", "/en/", "/admin/"])
def test_a_demonstration_is_closed_to_robots(client, db, path):
    assert not robot(client).can_fetch("Googlebot", path)
    assert client.get("/")["X-Robots-Tag"] == "noindex"


# --- Pages kept from engines ----------------------------------------------------------------------


def is_kept(client, address):
    return '<meta name="robots" content="noindex">' in client.get(address).content.decode()


def test_a_page_can_keep_out_of_engines_and_stay_online(client, db):
    article("Discret", noindex=True)
    article("Ordinaire")
    assert is_kept(client, "/actualites/discret/")
    assert not is_kept(client, "/actualites/ordinaire/")
    assert client.get("/actualites/discret/").status_code == 200


def test_lists_let_engines_in_except_when_filtered(client, db):
    for _ in range(13):
        article()
    assert not is_kept(client, "/actualites/")
    assert not is_kept(client, "/actualites/?page=2")
    for filtered in ("?rubrique=actualite", "?theme=x", "?annee=2018&page=1"):
        assert is_kept(client, f"/actualites/{filtered}")
    assert is_kept(client, "/recherche/?q=x") and is_kept(client, "/nulle-part/")


def canonical(client, address):
    html = client.get(address).content.decode()
    return html.split('<link rel="canonical" href="')[1].split('"')[0].removeprefix(BASE)


def test_a_page_has_one_address_whatever_the_link_that_led_to_it(client, db):
    english = english_home()
    content("About", under=english)
    for _ in range(13):
        article()
    expected = {
        "/actualites/?utm_source=lettre&fbclid=1": "/actualites/",
        "/actualites/?page=1": "/actualites/",
        "/actualites/?page=2&utm_source=lettre": "/actualites/?page=2",
        "/actualites/?theme=inconnu": "/actualites/",
        "/actualites/?page=2&rubrique=actualite&x=1": (
            "/actualites/?rubrique=actualite&amp;page=2"
        ),
        "/en/about/?x=1": "/en/about/",
        "/?x=1": "/",
        "/en/": "/en/",
    }
    assert {address: canonical(client, address) for address in expected} == expected


def test_indexable_says_the_same_of_plain_pages_and_of_each_type(db):
    article("Discret", noindex=True)
    content("Discrète", noindex=True)
    seen = {article("Ordinaire").title, content("Commune").title}
    secret = content("Secrète")
    restrict(secret)
    every = visible_pages().indexable().values_list("title", flat=True)
    each = [
        *NewsPage.objects.indexable().values_list("title", flat=True),
        *ContentPage.objects.indexable().values_list("title", flat=True),
    ]
    assert seen == set(each) == set(every) & {*seen, "Discret", "Discrète", "Secrète"}


def test_our_own_search_does_not_propose_a_page_that_keeps_out(client, db):
    def is_found(slug):
        return f"/actualites/{slug}/" in client.get("/recherche/?q=brouette").content.decode()

    page = article("Brouette ordinaire")
    article("Brouette discrète", noindex=True)
    assert is_found("brouette-ordinaire") and not is_found("brouette-discrete")
    page.noindex = True
    page.save_revision().publish()
    assert not is_found("brouette-ordinaire")

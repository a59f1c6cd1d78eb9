"""Every public page, met as a reader, a robot and a busy day meet it."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from news.models import NewsPage, Section
from pioneers.models import PioneerPage
from site_cms.models import PublisherSettings, Theme
from site_cms.web.wire import read_as_utf_8
from territories.models import TerritoryPage
from tests import factories
from tests.factories import (
    PASSWORD,
    article,
    call,
    contact,
    content,
    copies,
    home,
    milestone,
    person,
    pioneer,
    region,
    restrict,
    site_map,
    statement,
    territory,
    theme,
    user,
)

ADDRESSES = [
    "/",
    "/actualites/",
    "/actualites/un-article/",
    "/pionniers/",
    "/pionniers/un-pionnier/",
    "/appels/",
    "/appels/un-appel/",
    "/territoires/",
    "/territoires/bretagne/",
    "/territoires/bretagne/brest/",
    "/calendrier/",
    "/calendrier/une-etape/",
    "/une-page/",
    "/contact/",
    "/accessibilite/",
    "/plan-du-site/",
    "/recherche/",
    "/suivre/",
    "/acteurs/",
    "/nulle-part/",
]
# Of a page whose shared parts are not known yet; and of one between two publications.
COLD_LIMIT, WARM_LIMIT = 18, 7
WARM_LIMITS = {"/": 3, "/recherche/": 4}
FILTERS = {
    "/actualites/": ("rubrique", "theme", "region", "annee", "page"),
    "/pionniers/": ("theme", "region", "entree", "tri", "vue", "page"),
    "/appels/": ("nature", "page"),
    "/acteurs/": ("nature", "region", "page"),
    "/territoires/": ("region", "statut", "tri", "vue", "page"),
    "/recherche/": ("q", "page", "type", "theme", "region", "langue"),
    "/recherche/suggestions/": ("q",),
    "/suivre/": ("region",),
    "/suivre/actualites.rss": ("rubrique", "theme", "region", "texte"),
    "/suivre/actualites.atom": ("rubrique", "theme", "region", "texte"),
    "/suivre/calendrier.ics": ("region",),
    "/contact/": ("envoye",),
    "/": ("page", "q"),
}
HOSTILE = [
    "\0",
    "x",
    "-1",
    "0",
    "9" * 40,
    "é" * 10_000,
    "'\"<script>alert(1)</script>",
    "[]",
    "2018-01-18",
    "%",
    "\u202e",
    "١",
    "{{7*7}}",
    " ",
]


def home_blocks(**values):
    titles = ("open_calls", "latest_news", "pioneers", "timeline_excerpt", "map")
    return [(name, {"title": name, **values.get(name, {})}) for name in titles]


def fill_footer():
    facts = PublisherSettings.for_site(Site.objects.get(is_default_site=True))
    facts.contact_page, facts.sitemap_page = contact(), site_map()
    facts.accessibility_page = statement()
    facts.save()


def open_call(territory):
    now = timezone.now()
    won = call("Un appel", opens_at=now - timedelta(30), closes_at=now + timedelta(3))
    won.labelled_territories = [territory]
    won.save()
    return won


def build_site():
    """One page of every type, each naming all the others it can."""
    bretagne = region("53", "Bretagne", summary="La région.")
    brest = territory("Brest", status="labelled", status_date=date(2019, 2, 1))
    won = open_call(brest)
    winner = pioneer(
        "Un pionnier",
        entry="laureate",
        call=won,
        region=bretagne,
        action_regions=[bretagne],
        themes=[theme()],
    )
    article("Avant")
    news = article(
        "Un article",
        region=bretagne,
        themes=[theme()],
        people=[("person", {"person": person(), "office": "Déléguée"})],
        pioneers=[winner],
        territories=[brest],
        image=factories.image(),
    )
    milestone("Une étape", linked_page=news)
    content(
        "Une fille",
        under=content(
            "Une page", show_in_menus=True, body=[("cards", {"title": "", "pages": [news, winner]})]
        ),
    )
    fill_footer()
    page = home()
    page.body = home_blocks(pioneers={"pages": [winner]})
    page.save()


@pytest.fixture(scope="module")
def built_site(build):
    build(build_site)


@pytest.fixture
def full_site(built_site, standing):
    return home()


def get(client, address, **params):
    response = client.get(address, params)
    return response, response.content.decode()


VARIANTS = [
    "/actualites/?annee={year}",
    "/actualites/?theme=mobilite",
    "/actualites/?theme=mobilite&annee={year}",
    "/actualites/?page=2",
    "/recherche/?q=article",
    "/pionniers/?tri=recents",
    "/pionniers/?vue=carte",
    "/territoires/bretagne/bretagne/",
    "/calendrier/un-article/",
]


def test_no_two_screens_bear_the_same_title(client, full_site):
    """Namesakes of other kinds and parts of lists too: titles are all that a history shows."""
    multiply_articles(30)
    year = timezone.localdate().year
    territory("Bretagne", under=factories.region())
    milestone("Un article")
    addresses = [*ADDRESSES, *(variant.format(year=year) for variant in VARIANTS)]
    titles = [re.search("<title>(.*?)</title>", get(client, a)[1], re.S)[1] for a in addresses]
    said = {a: " ".join(title.split()) for a, title in zip(addresses, titles, strict=True)}
    shared = {a: title for a, title in said.items() if list(said.values()).count(title) > 1}
    assert shared == {}
    assert f"Actualités – Mobilité, {year} – French Impact" in said.values()
    assert "Bretagne – Région – French Impact" in said.values()
    assert "Un article – 18 janvier 2018 – French Impact" in said.values()


def test_every_screen_says_where_it_stands_and_is_on_the_map_of_the_site(client, full_site):
    way = {
        "/acteurs/": ["/", "/territoires/"],
        "/suivre/": ["/"],
        "/recherche/": ["/"],
        "/donnees/": ["/"],
        "/donnees/pionniers/": ["/", "/donnees/"],
    }
    for address, above in way.items():
        html = get(client, address)[1]
        trail = html.partition('<ol class="fr-breadcrumb__list">')[2].partition("</ol>")[0]
        assert re.findall('href="([^"]*)"', trail) == above
    site_map = get(client, "/plan-du-site/")[1].partition("<main")[2].partition("</main>")[0]
    for address in ("/acteurs/", "/suivre/", "/donnees/"):
        assert f'href="{address}"' in site_map


# --- What the address brings ----------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_readable_cacheable_and_safe(client, full_site, address):
    response, html = get(client, address)
    assert response.status_code == (404 if address == "/nulle-part/" else 200)
    seconds = 5 if response.status_code == 404 else 60
    kept = {"public", "max-age=0", f"s-maxage={seconds}", "stale-if-error=86400"}
    assert set(response["Cache-Control"].split(", ")) == kept
    assert not response.cookies
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    assert not varies & {"cookie", "accept-language", "*"}
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "nonce" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert response["Content-Language"] == "fr"
    assert html.count("<h1") == 1
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.once
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_no_inline_script_or_style_and_no_third_party(client, full_site, address):
    _, html = get(client, address)
    for forbidden in (" style=", "<style", "onclick=", "javascript:", "{{", "{%"):
        assert forbidden not in html
    for tag in ("<script", "<link", "<img", "<source", "<iframe"):
        for piece in html.split(tag)[1:]:
            opening = piece[: piece.index(">")]
            assert "//" not in opening or 'rel="canonical"' in opening
            assert tag != "<script" or " src=" in f" {opening}" or "application/" in opening


@pytest.mark.once
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_the_same_bytes_twice_so_that_it_can_be_revalidated(client, full_site, address):
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == (404 if address == "/nulle-part/" else 304)


# --- What a robot tries ---------------------------------------------------------------------------


@pytest.mark.parametrize("address", FILTERS)
def test_no_value_of_any_parameter_breaks_a_page(client, full_site, address):
    for name in FILTERS[address]:
        for value in HOSTILE:
            response, html = get(client, address, **{name: value})
            assert response.status_code in (200, 404), (name, value)
            assert "<script>alert" not in html
    for query in ("%ed%a0%80", "page=%ff", "&&&=", "page=1&page=2", "annee[]=2018", "=" * 5_000):
        assert client.get(f"{address}?{query}").status_code in (200, 301, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/%00/",
        "/%ff/",
        "/%ed%a0%80/",
        "/actualites/%00/",
        "/" + "a" * 10_000 + "/",
        "/" + "a/" * 2_000,
        "//actualites//",
        "/actualites/../admin/",
        "/<script>alert(1)</script>/",
        "/actualites/'--/",
        "/recherche/x/",
        "/en/recherche/",
        "/en/x/",
        "/_util/authenticate_with_password/1/1/",
        "/_util/authenticate_with_password/9999999999999999999999/1/",
        "/_util/login/",
        "/media/",
        "/documents/1/x.pdf",
        "/documents/99999999999999999999/x.pdf",
    ],
)
def test_no_address_breaks_the_site(client, full_site, path):
    response = client.get(path)
    assert response.status_code in (200, 301, 302, 404)
    if response.status_code in (200, 404):
        assert "<script>alert" not in response.content.decode()


CHARSETS = ("rot13", "hex", "idna", "utf-16", "unicode_escape", "latin-1")


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize(
    "kind", ["text/plain; charset={}", 'multipart/form-data; CHARSET="{}" ; boundary=x']
)
def test_what_is_asked_is_read_as_utf_8_whatever_charset_is_named(charset, kind):
    def inner(environ, start_response):
        request = WSGIRequest(environ)
        return request.GET["q"], request.encoding, request.content_type

    environ = RequestFactory().get("/recherche/", {"q": "école"}).environ
    environ["CONTENT_TYPE"] = kind.format(charset)
    expected = ("école", None, kind.split(";")[0])
    assert read_as_utf_8(inner)(environ, None) == expected


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "head", "trace"])
@pytest.mark.parametrize("address", ["/", "/actualites/", "/contact/", "/nulle-part/"])
def test_no_method_breaks_a_page(client, full_site, address, method):
    assert getattr(client, method)(address).status_code < 500


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-language": "en"},
        {"accept-language": "x" * 5_000},
        {"cookie": "csrftoken=\xe9; x; =; autre=1"},
        {"if-none-match": '"' * 99},
        {"if-modified-since": "yesterday"},
        {"range": "bytes=0-1"},
        {"x-forwarded-host": "pirate.example.org"},
        {"accept": "application/json"},
        {"user-agent": ""},
    ],
)
def test_no_header_breaks_or_changes_a_page(client, full_site, headers):
    plain = client.get("/").content
    response = client.get("/", headers=headers)
    assert response.status_code == 200
    assert response.content == plain


def test_a_host_we_are_not_is_refused(client, full_site):
    assert client.get("/", headers={"host": "pirate.example.org"}).status_code == 400


# --- What must not be seen ------------------------------------------------------------------------

SECRET = "Confidentiel"


def plant_secrets(hide):
    """Hide a page of every type, after naming it in everything that can name a page."""
    words = {"title": SECRET, "summary": f"Résumé {SECRET}"}
    place = region("94", slug="corse", **words)
    spot = territory(under=place, status="labelled", **words)
    won = call(**words)
    winner = pioneer(entry="laureate", call=won, region=place, **words)
    news = article(region=place, **words)
    step = milestone(start=date(2100, 1, 1), **words)
    page = content(show_in_menus=True, **words)
    hidden = [spot, winner, won, news, step, page, place]
    blocks = [("cards", {"pages": hidden[:6]}), ("button", {"label": "Lire", "page": page})]
    public = NewsPage.objects.get(slug="un-article")
    public.region = place
    public.pioneers.add(winner)
    public.territories.add(spot)
    public.related = [("article", news)]
    public.body = blocks
    public.save()
    article("Cité en Corse", region=place)
    pioneer("Siège en Corse", entry="laureate", call=won, region=place, action_regions=[place])
    milestone("Étape liée", start=date(2100, 1, 2), linked_page=news)
    front = home()
    front.hero_link, front.hero_link_label = page, "Découvrir"
    items = [{"title": "Un objectif", "text": "", "page": page}]
    objectives = ("objectives", {"title": "Objectifs", "items": items})
    front.body = [objectives, *home_blocks(pioneers={"pages": [winner]}), *blocks]
    front.save()
    facts = PublisherSettings.for_site(Site.objects.get(is_default_site=True))
    facts.legal_page = facts.contact_page = page
    facts.save()
    for planted in hidden:
        hide(planted)


def make_draft(page):
    Page.objects.filter(pk=page.pk).update(live=False)


HIDING = [make_draft, restrict]
PLANTED = [
    *ADDRESSES,
    "/actualites/cite-en-corse/",
    "/pionniers/siege-en-corse/",
    "/calendrier/etape-liee/",
    "/recherche/?q=confidentiel",
    "/actualites/?region=94",
    "/pionniers/?region=94",
    "/territoires/?region=94",
]


@pytest.mark.parametrize("hide", HIDING)
def test_no_public_page_names_a_page_the_public_may_not_see(client, full_site, hide):
    plant_secrets(hide)
    shown = {}
    for address in PLANTED:
        _, html = get(client, address)
        if SECRET in html:
            at = html.index(SECRET)
            shown[address] = html[at - 90 : at + 40]
    assert shown == {}


def test_no_public_page_links_to_a_draft(client, full_site):
    plant_secrets(make_draft)
    paths = ("/confidentiel/", "/corse/")
    pages = {address: get(client, address)[1] for address in PLANTED}
    assert [a for a, html in pages.items() if any(f'{path}"' in html for path in paths)] == []


# --- Who reads ------------------------------------------------------------------------------------


def test_the_answer_to_a_session_holder_is_kept_by_no_shared_cache(client, full_site):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    for address in ("/", "/actualites/", "/nulle-part/"):
        assert "private" in client.get(address)["Cache-Control"]


def test_a_made_up_session_is_not_answered_from_what_is_shared(client, full_site):
    client.cookies["sessionid"] = "inventée"
    assert "private" in client.get("/")["Cache-Control"]


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/pages/", "/admin/nulle/"])
def test_the_admin_is_never_shared(client, full_site, address):
    for logged_in in (False, True):
        if logged_in:
            user("camille", "Communication")
            client.login(username="camille", password=PASSWORD)
        assert "public" not in client.get(address).get("Cache-Control", "")


def test_a_redirect_to_the_page_with_its_slash_keeps_the_query(client, full_site):
    response = client.get("/actualites?annee=2018")
    assert (response.status_code, response["Location"]) == (301, "/actualites/?annee=2018")


# --- A busy day -----------------------------------------------------------------------------------


def multiply_articles(total):
    copies(NewsPage.objects.get(slug="un-article"), total)


def costs(client, addresses=ADDRESSES):
    """How many queries each address takes when nothing is cached but the paths of the sites."""
    found = {}
    for address in addresses:
        client.get(address)  # makes the renditions
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found[address] = len(queries)
    return found


@pytest.mark.once
def test_a_page_costs_few_queries_and_no_more_on_a_busy_site(client, full_site):
    multiply_articles(12)
    few = costs(client)
    assert {a: n for a, n in few.items() if n > COLD_LIMIT} == {}
    multiply_articles(1200)
    assert costs(client) == few


def test_between_two_publications_a_page_asks_for_what_is_its_own(
    client, full_site, between_publications
):
    multiply_articles(12)
    found = costs(client)
    assert {a: n for a, n in found.items() if n > WARM_LIMITS.get(a, WARM_LIMIT)} == {}


@pytest.mark.once
def test_the_directory_costs_no_more_with_2000_pioneers(client, full_site):
    pages = PioneerPage.objects.all()
    addresses = [
        "/pionniers/",
        "/pionniers/?vue=carte",
        "/pionniers/?region=53&region=94&tri=recents",
    ]
    copies(pages.get(slug="un-pionnier"), 20)
    few = costs(client, addresses)
    assert max(few.values()) <= COLD_LIMIT
    copies(pages.get(slug="un-pionnier"), 2000)
    assert costs(client, addresses) == few


@pytest.mark.once
def test_the_territories_cost_no_more_when_there_are_many(client, full_site):
    addresses = ["/territoires/", "/territoires/?vue=carte", "/territoires/?region=53&tri=recents"]
    pages = TerritoryPage.objects.all()
    copies(pages.first(), 20)
    few = costs(client, addresses)
    assert max(few.values()) <= COLD_LIMIT
    copies(pages.first(), 200)
    assert costs(client, addresses) == few


@pytest.mark.once
def test_a_page_costs_no_more_in_english(client, full_site):
    pages = {
        address: page
        for page in Page.objects.filter(depth__gt=1).order_by("path").specific()
        if (address := page.url) in ADDRESSES
    }
    snippets = [*Theme.objects.all(), *Section.objects.all()]
    twins = [factories.translate(one) for one in [*snippets, *pages.values()]][len(snippets) :]
    french = costs(client, pages)
    english = costs(client, [twin.url for twin in twins])
    dearer = {
        twin.url: (english[twin.url], french[address])
        for address, twin in zip(pages, twins, strict=True)
        if english[twin.url] > french[address]
    }
    assert dearer == {}


def test_no_page_grows_with_the_site(client, full_site):
    multiply_articles(12)
    few = {address: len(client.get(address).content) for address in ADDRESSES}
    multiply_articles(600)
    for address in ADDRESSES:
        assert len(client.get(address).content) < few[address] + 3_000, address

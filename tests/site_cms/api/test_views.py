"""/api/v2/: what programs may read of pages and files, and what they may not."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, Site

from news.models import NewsPage
from site_cms.api.parameters import OFFSET_MAX
from site_cms.api.views import PagesEndpoint
from site_cms.models import page_types
from territories.models import Partner
from tests.factories import (
    PASSWORD,
    article,
    call,
    content,
    copies,
    document,
    english_home,
    home,
    image,
    milestone,
    person,
    pioneer,
    region,
    restrict,
    statement,
    territory,
    theme,
    user,
)

PAGES = "/api/v2/pages/"
SECRET = "brouette"


@pytest.fixture(autouse=True)
def indexed(django_capture_on_commit_callbacks):
    """What a page refers to is noted once it is committed."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def read(client, path, **params):
    response = client.get(path, params)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"
    return response.json()


def detail(client, page, **params):
    return read(client, f"{PAGES}{page.pk}/", **params)


def titles(client, **params):
    found = read(client, PAGES, **params)
    assert found["meta"]["total_count"] >= len(found["items"])
    return [item["title"] for item in found["items"]]


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


# --- What is told ---------------------------------------------------------------------------------


def test_every_type_of_page_tells_its_own_fields(client, db):
    assert all("summary" in model.api_fields for model in page_types())
    for page in (article(), pioneer(), territory(), milestone(), call(), statement(), content()):
        told = detail(client, page)
        assert set(type(page).api_fields) <= set(told), type(page)
        assert told["meta"]["type"] == page._meta.label and told["meta"]["locale"] == "fr"


def test_a_field_of_a_form_is_not_told(client, db):
    page = call("Appel", to_address="secret@example.org")
    assert b"secret@example.org" not in client.get(f"{PAGES}{page.pk}/").content
    place = territory("Brest", contact_email="equipe@example.org")
    assert b"equipe@example.org" not in client.get(f"{PAGES}{place.pk}/").content


def test_a_page_is_told_as_plain_data(client, db):
    photo, paper = image(), document("bilan.pdf")
    other = article("Autre")
    place = territory(
        "Brest",
        status="labelled",
        latitude="48.39",
        longitude="-4.48",
        challenges=[("challenge", {"kind": "citizen", "text": "Agir"})],
        image=photo,
        body=[
            ("paragraph", f'<p>Voir <a linktype="page" id="{other.pk}">cela</a></p>'),
            ("image", {"image": photo, "alt": "Un port", "caption": ""}),
            ("document", {"document": paper, "title": "", "detail": ""}),
            ("cards", {"title": "Lire", "pages": [other]}),
        ],
    )
    place.partners = [Partner(name="La Ligue", kind="ess", url="https://example.org/")]
    place = published(place)
    told = detail(client, place)
    assert told["status"] == {"value": "labelled", "label": "Territoire labellisé"}
    assert (told["latitude"], told["longitude"]) == (48.39, -4.48)
    assert told["partners"][0]["name"] == "La Ligue"
    assert told["region"]["title"] == place.region.title
    assert told["image"]["id"] == photo.pk
    paragraph, picture, paper_block, cards = (item["value"] for item in told["body"])
    assert 'href="/actualites/autre/"' in paragraph
    assert picture["image"]["title"] == "photo.jpg" and picture["alt"] == "Un port"
    assert paper_block["document"]["download_url"].rpartition("/")[2].startswith("bilan-")
    assert [card["title"] for card in cards["pages"]] == ["Autre"]
    assert cards["pages"][0]["html_url"] == "http://localhost/actualites/autre/"
    assert told["challenges"][0]["value"] == {"kind": "citizen", "text": "Agir"}


def test_an_article_names_people_themes_and_pages(client, db):
    page = article(
        people=[("person", {"person": person(), "office": "Ministre"})],
        region=region(),
        published_on=date(2018, 6, 18),
    )
    page.themes, page.pioneers = [theme()], [pioneer("Wimoov")]
    told = detail(client, published(page))
    assert told["people"][0]["value"]["person"]["name"] == "Camille Durand"
    assert told["themes"] == [{"id": theme().pk, "slug": "mobilite", "name": "Mobilité"}]
    assert [found["title"] for found in told["pioneers"]] == ["Wimoov"]
    assert told["section"]["slug"] == "actualite" and told["published_on"] == "2018-06-18"


def test_labels_are_in_the_language_of_the_page(client, db):
    english_home()
    page = territory("Brest")
    twin = published(
        page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    )
    for found, language in ((page, "fr"), (twin, "en")):
        answer = client.get(f"{PAGES}{found.pk}/")
        assert answer["Content-Language"] == answer.json()["meta"]["locale"] == language
    assert titles(client, locale="en", type="territories.TerritoryPage") == [twin.title]
    assert titles(client, translation_of=page.pk) == [twin.title]
    assert client.get(PAGES, {"locale": "de"}).status_code == 400


def test_pages_are_filtered_by_their_fields_and_place(client, db):
    first = article("Premier", published_on=date(2018, 1, 1))
    article("Second", published_on=date(2019, 1, 1))
    pioneer("Pionnier", founded=1999)
    kind = {"type": "news.NewsPage"}
    assert titles(client, published_on="2018-01-01", **kind) == ["Premier"]
    assert titles(client, order="-published_on", **kind) == ["Second", "Premier"]
    assert titles(client, limit=1, offset=1, **kind) == ["Second"]
    assert titles(client, type="pioneers.PioneerPage", founded=1999) == ["Pionnier"]
    assert titles(client, child_of=first.get_parent().pk) == ["Premier", "Second"]
    assert titles(client, slug="premier") == ["Premier"]
    found = client.get(f"{PAGES}find/", {"html_path": "/actualites/premier/"}, follow=True)
    assert found.json()["title"] == "Premier"
    rows = read(client, PAGES, fields="published_on,summary,last_published_at", **kind)["items"]
    assert [row["published_on"] for row in rows] == ["2018-01-01", "2019-01-01"]


def test_a_page_is_found_by_its_address_in_any_language(client, db):
    content("Page")
    content("English", under=english_home())
    for asked, title in (
        ("/page/", "Page"),
        ("page?x=1", "Page"),
        ("/en/english/", "English"),
        ("en/english", "English"),
        ("http://localhost/en/english/", "English"),
        ("/", home().title),
        ("/en/nowhere/", None),
        ("/english/", None),
        ("https://evil.example/page/", None),
        ("[", None),
    ):
        found = client.get(f"{PAGES}find/", {"html_path": asked}, follow=True)
        assert found.json().get("title") == title, asked


# --- What is not told -----------------------------------------------------------------------------


def everything(client):
    """All that any address of the API says."""
    said = ""
    for name in ("pages", "images", "documents"):
        place = f"/api/v2/{name}/"
        found = client.get(place, {"limit": 50})
        said += found.content.decode()
        for item in found.json()["items"]:
            said += client.get(f"{place}{item['id']}/").content.decode()
    for model in page_types():
        said += client.get(PAGES, {"type": model._meta.label, "limit": 50}).content.decode()
        said += client.get(
            PAGES, {"type": model._meta.label, "fields": "*", "limit": 50}
        ).content.decode()
    return said


def secrets():
    """Pages that say the secret, and a public one that leads to all of them."""
    draft = article(f"{SECRET} brouillon", live=False)
    expired = published(article(f"{SECRET} expirée"))
    expired.unpublish(set_expired=True)
    private = content(f"{SECRET} privée")
    below = content(f"{SECRET} dessous", under=private)
    restrict(private)
    hidden = [draft, expired, private, below]
    draft_pioneer = pioneer(f"{SECRET} pionnier", live=False)
    draft_call = call(f"{SECRET} appel", live=False)
    lost_region = region("76", f"{SECRET} région", live=False)
    photo, paper = image(f"{SECRET}.jpg"), document(f"{SECRET}.pdf")
    content(f"{SECRET} et ses fichiers", live=False, image=photo, body=[
        ("document", {"document": paper, "title": "", "detail": ""}),
    ])  # fmt: skip
    links = "".join(f'<a linktype="page" id="{page.pk}">lien</a>' for page in hidden)
    page = article(
        "Publique",
        region=lost_region,
        body=[
            ("paragraph", f"<p>{links}</p>"),
            ("cards", {"title": "", "pages": hidden}),
            ("button", {"label": "Lire", "page": draft, "url": ""}),
        ],
        related=[("article", draft)],
    )
    page.pioneers = [draft_pioneer]
    page = published(page)
    published(pioneer("Lauréat", entry="laureate", call=draft_call))
    published(milestone("Étape", linked_page=private))
    page.title = f"{SECRET} à venir"
    page.save_revision()
    return [*hidden, draft_pioneer, draft_call, lost_region]


def test_nothing_the_public_may_not_read_is_told(client, db):
    hidden = secrets()
    said = everything(client)
    assert "Publique" in said and "Lauréat" in said and "Étape" in said
    assert SECRET not in said
    for found in hidden:
        assert client.get(f"{PAGES}{found.pk}/").status_code == 404
        assert client.get(PAGES, {"child_of": found.pk}).status_code == 400
        assert client.get(f"{PAGES}find/", {"id": found.pk}).status_code == 404


def test_an_account_reads_no_more_than_anybody(client, db):
    private = content(f"{SECRET} privée")
    restrict(private, kind="login")
    user("admin", is_superuser=True)
    assert client.login(username="admin", password=PASSWORD)
    assert SECRET not in everything(client)
    assert client.get(f"{PAGES}{private.pk}/").status_code == 404


def test_a_file_is_told_once_a_public_page_shows_it(client, db, django_capture_on_commit_callbacks):
    photo, paper = image("port.jpg"), document("bilan.pdf")
    places = [f"/api/v2/images/{photo.pk}/", f"/api/v2/documents/{paper.pk}/"]
    assert [client.get(place).status_code for place in places] == [404, 404]
    shown = [("document", {"document": paper, "title": "", "detail": ""})]
    with django_capture_on_commit_callbacks(execute=True):
        page = content("Bilan", image=photo, body=shown)
    picture, paper_told = (read(client, place) for place in places)
    assert picture["title"] == "port.jpg" and "download_url" not in picture
    made = picture["renditions"]["small_webp"]
    assert client.get(made["url"].removeprefix("http://localhost")).status_code == 200
    assert (
        client.get(paper_told["download_url"].removeprefix("http://localhost")).status_code == 200
    )
    collection = Collection.get_first_root_node().add_child(name="Réservé")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="sésame"
    )
    for file in (photo, paper):
        file.collection = collection
        file.save()
    assert [client.get(place).status_code for place in places] == [404, 404]
    told = detail(client, page)
    assert told["image"] is None and told["body"][0]["value"]["document"] is None


def test_another_sites_pages_are_not_told(client, db):
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=type(home())(title=SECRET, slug="autre", hero_title="Autre"))
    Site.objects.create(hostname="autre.example.org", root_page=other)
    assert SECRET not in everything(client)
    assert client.get(PAGES, {"site": "autre.example.org"}).status_code == 400


@pytest.mark.parametrize(
    ("place", "query"),
    [
        ("", "inconnu=1"),
        ("", "search=x"),
        ("", "limit=51"),
        ("", "limit=-1"),
        ("", "limit=x"),
        ("", "offset=x"),
        ("", "order=random"),
        ("", "order=--title"),
        ("", "order=inconnu"),
        ("", "fields=inconnu"),
        ("", "fields=parent(title)"),
        ("", "fields=a,,b"),
        ("", "type=auth.User"),
        ("", "type="),
        ("", "child_of=x"),
        ("", "child_of=999999"),
        ("", "descendant_of=x"),
        ("", "ancestor_of=x"),
        ("", "translation_of=999999"),
        ("", "locale=xx"),
        ("", "locale="),
        ("", "type=news.NewsPage&published_on=2018-02-31"),
        ("", "type=news.NewsPage&themes=1"),
        ("", "title=a&title=b"),
        ("1/", "inconnu=1"),
        ("1/", "locale=fr"),
        ("1/", "fields=inconnu"),
        ("find/", ""),
        ("find/", "id=x"),
        ("find/", "id=-1"),
        ("find/", "html_path=/&inconnu=1"),
        ("find/", "html_path=/&locale=xx"),
    ],
)
def test_each_bad_parameter_is_refused_with_a_reason(client, db, place, query):
    place = place.replace("1", str(home().pk))
    answer = client.get(f"{PAGES}{place}?{query}")
    assert answer.status_code == 400
    assert answer.json()["message"]


@pytest.mark.parametrize("query", ["inconnu=1", "search=x", "limit=51", "order=x", "fields=x"])
def test_so_it_is_for_files(client, db, query):
    for kind in ("images", "documents"):
        assert client.get(f"/api/v2/{kind}/?{query}").status_code == 400


# --- How it is served -----------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, db, method):
    page = article()
    for place in (PAGES, f"{PAGES}{page.pk}/", f"{PAGES}find/"):
        assert getattr(client, method)(place, {"title": "x"}).status_code in (403, 405)


def test_answers_may_be_kept_checked_and_read_from_any_site(client, db):
    page = article()
    other = {"origin": "https://example.org"}
    for place in (PAGES, f"{PAGES}{page.pk}/", "/donnees/pionniers.csv"):
        answer = client.get(place, headers=other)
        assert "public" in answer["Cache-Control"] and not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        assert "ETag" in answer["Access-Control-Expose-Headers"]
        again = client.get(place, headers=other | {"if-none-match": answer["ETag"]})
        assert again.status_code == 304 and again["Access-Control-Allow-Origin"] == "*"
        asked = client.options(place, headers=other | {"access-control-request-method": "GET"})
        assert asked.status_code == 200 and "POST" not in asked["Access-Control-Allow-Methods"]
        assert "if-none-match" in asked["Access-Control-Allow-Headers"]
    for place in ("/", "/admin/login/", "/recherche/", "/api"):
        assert not client.get(place, headers=other).has_header("Access-Control-Allow-Origin")
    assert client.head(f"{PAGES}{page.pk}/").status_code == 200


HOSTILE = [
    "'", '"', "\0", "\ud800", "a" * 10_000, "1 OR 1=1", "(a+)+$", "9" * 30, "-1", "NaN", "*", "_",
    "a(b(c", "a(" * 100, "-" * 50, "é", "random", "auth.User", "a.b.c", "wagtailcore.Page", "²",
    "2018-02-31", "../..",
]  # fmt: skip


@pytest.mark.screens
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_parameters_are_answered(client, db, text):
    page = article()
    names = [
        *PagesEndpoint.known_query_parameters,
        *PagesEndpoint.get_available_fields(NewsPage, db_fields_only=True),
        "search", "site", "_", "format", "html_path",
    ]  # fmt: skip
    value = text.encode("utf-8", "surrogatepass")
    for name in dict.fromkeys(names):
        for place in (PAGES, f"{PAGES}{page.pk}/", f"{PAGES}find/", "/api/v2/images/"):
            kind = {} if name == "type" or "images" in place else {"type": "news.NewsPage"}
            answer = client.get(place, kind | {name: value})
            assert answer.status_code < 500, (place, name)
    for place in (f"{PAGES}{'9' * 30}/", f"/api/v2/documents/{'9' * 30}/", "/api/v2/users/"):
        assert client.get(place).status_code == 404


@pytest.mark.parametrize(
    "params",
    [
        {"limit": 51},
        {"offset": OFFSET_MAX + 1},
        {"search": "article"},
        {"fields": "parent(parent(parent))"},
        {"order": "random"},
        {"region": 1},
        {"type": "news.NewsPage", "section": 1},
        {"type": "news.NewsPage", "fields": "body"},
    ],
)
def test_what_would_cost_or_tell_too_much_is_refused(client, db, params):
    assert client.get(PAGES, params).status_code == 400


def costs(client, page):
    found = {}
    for place in (PAGES, f"{PAGES}?type=news.NewsPage&fields=*", f"{PAGES}{page.pk}/"):
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(place).status_code == 200
        found[place] = len(queries)
    return found


@pytest.mark.once
def test_lists_cost_as_many_queries_for_two_thousand_pages(client, db):
    model = article(image=image(), region=region())
    copies(model, 21)
    costs(client, model)
    few = costs(client, model)
    assert max(list(few.values())[:2]) <= 8 and max(few.values()) <= 22
    copies(model, 2_000)
    assert costs(client, model) == few

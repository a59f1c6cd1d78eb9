"""What pages tell machines: schema.org descriptions, Open Graph, and the picture of a link."""

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from site_cms.public.structured_data import Download, Shown, dataset, organisation, script
from tests import factories
from tests.factories import (
    article,
    call,
    content,
    english_home,
    home,
    milestone,
    pioneer,
    region,
    restrict,
    territory,
)
from tests.schema_org import blocks, described, problems

BASE = "http://localhost"
# Words about what a page is; how it is found is tested elsewhere, on both databases.
pytestmark = pytest.mark.once


def seen(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


# --- The judge itself -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Event", "name": "Sans mot", "beginning": "2018-01-18"},
        {"@type": "Event", "headline": "Un mot d’un autre type"},
        {"@type": "Event", "startDate": "bientôt"},
        {"@type": "Event", "startDate": "2018-13-45"},
        {"@type": "Event", "location": {"@type": "Organization", "name": "Pas un lieu"}},
        {"@type": "NewsArticle", "datePublished": "2018"},
        {"@type": "NewsArticle", "publisher": "Un nom seul"},
        {"@type": "Dataset", "distribution": {"@type": "Event"}},
        {"@type": "Rumeur", "name": "Un type inconnu"},
    ],
)
def test_the_published_shapes_refuse_what_schema_org_does_not_know(node):
    assert problems({"@graph": [node]})


# --- Each kind of page ----------------------------------------------------------------------------


def test_the_home_page_says_whose_the_site_is_and_how_to_search_it(client, db):
    found = described(seen(client, "/"))
    assert set(found) == {"GovernmentOrganization", "WebSite"}
    assert found["GovernmentOrganization"]["name"] == "French Impact"
    action = found["WebSite"]["potentialAction"]
    path = action["target"]["urlTemplate"].removeprefix(BASE)
    assert path == "/recherche/?q={search_term_string}"
    assert client.get(path.format(search_term_string="ecole")).status_code == 200
    assert found["WebSite"]["publisher"]["@id"] == found["GovernmentOrganization"]["@id"]


def test_the_english_home_page_says_so_in_english(client, db):
    english_home()
    site = described(seen(client, "/en/"))["WebSite"]
    assert (site["url"], site["inLanguage"]) == (f"{BASE}/en/", "en")
    assert site["potentialAction"]["target"]["urlTemplate"].startswith(f"{BASE}/en/")


def test_an_article_gives_both_its_dates_and_its_picture(client, db):
    day, later = date(2018, 1, 18), date(2018, 3, 1)
    article("Lancement", published_on=day, modified_on=later, image=factories.image())
    news = described(seen(client, "/actualites/lancement/"))["NewsArticle"]
    assert (news["datePublished"], news["dateModified"]) == ("2018-01-18", "2018-03-01")
    assert news["headline"] == "Lancement" and news["articleSection"] == "Actualité"
    assert client.get(news["image"].removeprefix(BASE)).status_code == 200


def test_an_article_nobody_changed_was_modified_when_published(client, db):
    article("Lancement", published_on=date(2018, 1, 18))
    html = seen(client, "/actualites/lancement/")
    assert described(html)["NewsArticle"]["dateModified"] == "2018-01-18"
    assert "article:modified_time" not in html
    assert '<meta property="og:type" content="article">' in html
    assert 'content="2018-01-18"' in html


def test_a_pioneer_is_an_organisation_at_its_seat_with_its_own_site(client, db):
    pioneer("Wimoov", website="https://www.example.org/", headquarters="Arcueil")
    found = described(seen(client, "/pionniers/wimoov/"))["Organization"]
    assert found["url"] == "https://www.example.org/"
    assert found["address"]["addressLocality"] == "Arcueil"
    assert found["mainEntityOfPage"] == f"{BASE}/pionniers/wimoov/"
    pioneer("Autre")
    assert "address" not in described(seen(client, "/pionniers/autre/"))["Organization"]


def test_a_step_known_to_the_month_lasts_the_month(client, db):
    milestone("Une étape", start=date(2018, 5, 17), precision="month", status="postponed")
    found = described(seen(client, "/calendrier/une-etape/"))["Event"]
    assert (found["startDate"], found["endDate"]) == ("2018-05-01", "2018-05-31")
    assert found["eventStatus"].endswith("/EventPostponed")


def test_a_call_is_an_event_once_it_has_dates_by_the_clock_in_paris(client, db):
    call(
        "Daté",
        opens_at=datetime(2018, 1, 18, 9, tzinfo=UTC),
        closes_at=datetime(2018, 7, 1, tzinfo=UTC),
    )
    call("Annoncé", period="mars 2018")
    found = described(seen(client, "/appels/date/"))["Event"]
    assert found["startDate"] == "2018-01-18T10:00:00+01:00"
    assert found["endDate"] == "2018-07-01T02:00:00+02:00"
    assert "Event" not in described(seen(client, "/appels/annonce/"))


def test_every_kind_of_page_has_a_valid_description_and_its_way(client, db):
    territory("Brest", under=region("53", "Bretagne"))
    content("Fille", under=content("Parent"))
    factories.contact()
    factories.statement()
    factories.site_map()
    way = described(seen(client, "/territoires/bretagne/brest/"))["BreadcrumbList"]
    steps = [(step["position"], step["item"]["name"]) for step in way["itemListElement"]]
    assert steps == [(1, home().title), (2, "Territoires"), (3, "Bretagne"), (4, "Brest")]
    for address in ("/parent/fille/", "/contact/", "/accessibilite/", "/plan-du-site/"):
        assert "BreadcrumbList" in described(seen(client, address))


def test_the_way_leaves_out_a_draft_on_it(client, db):
    parent = content("Confidentiel")
    content("Fille", under=parent)
    parent.unpublish()
    way = described(seen(client, "/confidentiel/fille/"))["BreadcrumbList"]
    assert [step["item"]["name"] for step in way["itemListElement"]] == [home().title, "Fille"]


@pytest.mark.parametrize("address", ["/recherche/?q=x", "/nulle-part/"])
def test_what_is_not_a_page_describes_nothing(client, db, address):
    assert blocks(client.get(address).content.decode()) == []


def test_a_data_set_is_described_with_its_licence_and_downloads():
    shown = Shown("https://www.example.org", "https://www.example.org/donnees/pionniers/")
    forms = [Download(f"{shown.address}pionniers.csv", "text/csv")]
    node = dataset(shown, "Pionniers", "Les pionniers.", forms, date(2019, 1, 1))
    assert problems({"@graph": [node, organisation(shown)]}) == []
    assert node["license"].startswith("https://") and node["distribution"]


# --- What an editor could do wrong ----------------------------------------------------------------

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>&amp;&quot;'\"\\",
    "\u2028\u2029",
    "\\u003C/script>",
    "{{7*7}}{% now 'Y' %}",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_the_description(client, db, title):
    # A title has one line; a summary may have more.
    page = article(" ".join(title.split()) or "Titre", slug="hostile", summary=title)
    html = seen(client, "/actualites/hostile/")
    assert "<script>alert" not in html
    assert described(html)["NewsArticle"]["name"] == page.title
    assert html.count("</script>") == html.count("<script")


def test_nothing_in_a_description_is_markup():
    assert "<" not in script([{"@type": "Thing", "name": "<>&"}])[36:-9]


def test_a_browser_takes_the_description_for_data_and_reports_nothing(page, db):
    article("Lancement", slug="lancement")
    page.goto("/actualites/lancement/")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert page.problems == [] and page.foreign_requests == []


# --- Open Graph -----------------------------------------------------------------------------------


def meta(html, name):
    return re.search(rf'<meta property="{name}"\s+content="([^"]*)"', html)[1]


def test_a_link_shows_the_page_s_own_picture_and_its_size(client, db):
    article("Lancement", image=factories.image(), image_alt="Une salle pleine")
    html = seen(client, "/actualites/lancement/")
    assert meta(html, "og:image").endswith(".jpg") and meta(html, "og:image:type") == "image/jpeg"
    assert meta(html, "og:image:alt") == "Une salle pleine"
    assert int(meta(html, "og:image:width")) and meta(html, "og:locale") == "fr_FR"


def test_a_page_without_its_picture_s_file_shows_the_drawn_one(client, db):
    photo = factories.image()
    article("Lancement", image=photo)
    photo.file.storage.delete(photo.file.name)
    assert meta(seen(client, "/actualites/lancement/"), "og:image").endswith(".png")


def test_an_english_page_says_so(client, db):
    content("About", under=english_home())
    html = seen(client, "/en/about/")
    assert meta(html, "og:locale") == "en_GB" and meta(html, "og:url") == f"{BASE}/en/about/"


def test_a_translated_page_names_the_other_language(client, db):
    english_home()
    assert meta(seen(client, "/"), "og:locale:alternate") == "en_GB"
    assert meta(seen(client, "/en/"), "og:locale:alternate") == "fr_FR"
    content("Seule")
    assert "og:locale:alternate" not in seen(client, "/seule/")


# --- The drawn picture ----------------------------------------------------------------------------


@pytest.fixture
def drawn(client, db):
    """A page without a picture, and the path of the one drawn for it."""
    page = content("Une page")
    return page, meta(seen(client, "/une-page/"), "og:image").removeprefix(BASE)


def test_the_drawn_picture_is_sent_for_good(client, drawn, settings):
    response = client.get(drawn[1])
    assert response.status_code == 200 and response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"] and "public" in response["Cache-Control"]
    assert response.content.startswith(b"\x89PNG") and len(response.content) < 100_000
    assert client.get(drawn[1]).content == response.content


def test_no_other_words_can_be_drawn(client, drawn):
    page, path = drawn
    forged = reverse("share_picture", args=[page.pk, "0" * 16])
    response = client.get(forged)
    assert (response.status_code, response["Location"]) == (302, path)


def test_a_new_title_is_drawn_anew_and_the_former_picture_goes(client, drawn, settings):
    page, path = drawn
    before = client.get(path).content
    page.title = "Un autre titre"
    page.save_revision().publish()
    now = meta(seen(client, "/une-page/"), "og:image").removeprefix(BASE)
    assert now != path and client.get(now).content != before
    assert client.get(path)["Location"] == now
    kept = factories.SiteImage._meta.get_field("file").storage.listdir(f"partage/{page.pk}")[1]
    assert len(kept) == 1


def test_a_page_the_public_may_not_see_has_no_picture(client, drawn):
    page, path = drawn
    assert client.get(path).status_code == 200
    restrict(page)
    assert client.get(path).status_code == 404
    draft = content("Brouillon", live=False)
    assert client.get(reverse("share_picture", args=[draft.pk, "0" * 16])).status_code == 404


def test_a_draft_title_is_not_drawn(client, drawn):
    page, path = drawn
    page.title = "Confidentiel"
    page.save_revision()
    assert client.get(path).status_code == 200


def test_the_kept_pictures_are_not_had_as_files(client, drawn):
    page, path = drawn
    client.get(path)
    digest = path.split("-")[-1]
    assert client.get(f"/media/partage/{page.pk}/{digest}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/partage/0-0000000000000000.png",
        "/partage/999999999-0000000000000000.png",
        "/partage/99999999999999999999-0000000000000000.png",
        "/partage/1-x.png",
        "/partage/1-" + "0" * 10_000 + ".png",
        "/partage/%00-0000000000000000.png",
        "/partage/../1-0000000000000000.png",
    ],
)
def test_no_address_of_a_picture_breaks_the_site(client, db, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "title", ["x", "Anticonstitutionnellement" * 8, "mot " * 60, "日本語 🦆 \u202e", "a b\u00a0:"]
)
def test_any_title_can_be_drawn(client, db, title):
    page = content(title, slug="titre")
    path = meta(seen(client, "/titre/"), "og:image").removeprefix(BASE)
    assert client.get(path).status_code == 200, page

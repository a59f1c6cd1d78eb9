"""The feeds of the news, as a feed reader meets them."""

from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree
from wagtail.models import Locale

from news.models import NationalSelection, NewsIndexPage, NewsPage
from tests.factories import (
    article,
    content,
    copies,
    english_home,
    image,
    person,
    region,
    restrict,
    rubric,
    section,
    theme,
)

RSS, ATOM = "/suivre/actualites.rss", "/suivre/actualites.atom"
BASE = "http://localhost"
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
HOSTILE = ["\0", "x", "' OR 1=1 --", "é" * 10_000, "<script>", "[]", "%", "53; DROP", "١", "53 "]


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def read(client, path=RSS, **query):
    """The feed, once it follows the rules of its form."""
    response = client.get(path, query)
    assert response.status_code == 200, (path, query)
    kind = "rss" if path.endswith(".rss") else "atom"
    assert response["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    (check_rss if kind == "rss" else check_atom)(response.content)
    found = feedparser.parse(response.content)
    assert not found.bozo
    return found


def check_rss(data):
    """RSS 2.0 and the Advisory Board's profile of it."""
    channel = etree.fromstring(data).find("channel")
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    assert channel.find("a:link[@rel='self']", NAMES).get("href").startswith(f"{BASE}/")
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
    items = channel.findall("item")
    for item in items:
        assert item.findtext("title") and item.findtext("link").startswith(f"{BASE}/")
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
        assert len(item.findall("enclosure")) <= 1 and len(item.findall("description")) <= 1
    guids = [item.findtext("guid") for item in items]
    assert len(set(guids)) == len(guids)


def check_atom(data):
    """RFC 4287: what a feed and its entries must have, and once only."""
    feed = etree.fromstring(data)
    assert feed.findtext("a:author/a:name", None, NAMES)
    for node in [feed, *feed.findall("a:entry", NAMES)]:
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"a:{name}", NAMES)) == 1
        assert node.findtext("a:id", None, NAMES).startswith(("urn:uuid:", f"{BASE}/"))
        assert datetime.fromisoformat(node.findtext("a:updated", None, NAMES)).tzinfo
        assert len(node.findall("a:link[@rel='alternate']", NAMES)) == 1
    assert len(feed.findall("a:link[@rel='self']", NAMES)) == 1
    ids = feed.xpath("//a:id/text()", namespaces=NAMES)
    assert len(set(ids)) == len(ids)


def titles(*args, **query):
    return [entry.title for entry in read(*args, **query).entries]


# --- Which articles -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_a_feed_brings_the_newest_articles_first(client, db, path):
    article("Ancien", published_on=date(2018, 1, 1))
    article("Neuf", published_on=date(2018, 2, 1))
    assert titles(client, path) == ["Neuf", "Ancien"]


@pytest.mark.parametrize("path", [RSS, ATOM])
@pytest.mark.parametrize("whole", [{}, {"texte": "integral"}])
def test_nothing_that_is_not_public_is_told(client, db, path, whole):
    article("Publique", region=region())
    article("planté un", live=False, summary="planté", region=region())
    published(article("planté deux")).unpublish(set_expired=True)
    hidden = published(article("planté trois", image=image("plante.jpg"), region=region()))
    restrict(hidden)
    draft = published(article("Aussi publique", summary="Connu", region=region()))
    draft.title = draft.summary = "planté quatre"
    draft.save_revision()
    target = content("planté cinq", live=False)
    link = f'<p><a linktype="page" id="{target.pk}">un mot</a></p>'
    body = [("paragraph", link), ("cards", {"pages": [target, hidden]})]
    published(article("Avec des liens", body=body))
    for query in ({}, {"region": "53"}):
        response = client.get(path, query | whole)
        assert response.status_code == 200
        assert "Publique" in response.content.decode()
        assert "plant" not in response.content.decode()


def test_the_whole_feed_shows_what_the_list_shows_and_a_region_s_its_own_too(client, db):
    bretagne, occitanie = region("53", "Bretagne"), region("76", "Occitanie")
    article("National")
    article("Classé", region=bretagne)
    article("Du dessous", under=bretagne)
    let_through = article("Retenu", under=bretagne, region=bretagne)
    article("D’ailleurs", under=occitanie, region=occitanie)
    NationalSelection.objects.create(article=let_through)
    assert set(titles(client)) == {"National", "Classé", "Retenu"}
    assert set(titles(client, region="53")) == {"Classé", "Du dessous", "Retenu"}
    assert titles(client, region="76") == ["D’ailleurs"]
    assert titles(client, region="06") == []
    both = titles(client, region=["53", "76"])
    assert sorted(both) == ["Classé", "Du dessous", "D’ailleurs", "Retenu"]
    assert client.get(RSS, {"region": ["53", "2A"]}).status_code == 404


def test_a_section_a_theme_and_both_can_be_followed(client, db):
    sea, land = theme("Mer"), theme("Terre")
    article("Un", section=rubric("Dossier"), themes=[sea])
    article("Deux", section=rubric("Dossier"), themes=[land])
    article("Trois", themes=[sea, land])
    assert set(titles(client, rubrique="dossier")) == {"Un", "Deux"}
    assert set(titles(client, ATOM, theme="mer")) == {"Un", "Trois"}
    assert sorted(titles(client, theme=["mer", "terre"])) == ["Deux", "Trois", "Un"]
    both = read(client, rubrique="dossier", theme="mer")
    assert [entry.title for entry in both.entries] == ["Un"]
    assert both.feed.title == "French Impact – Actualités – Dossier – Mer"
    assert both.feed.link == f"{BASE}/actualites/?rubrique=dossier&theme=mer"


def test_each_language_has_its_own_feed(client, db):
    article("En français")
    home = english_home()
    index = home.add_child(
        instance=NewsIndexPage(
            title="News",
            slug="news",
            locale=home.locale,
            translation_key=section(NewsIndexPage).translation_key,
        )
    )
    english = rubric().copy_for_translation(home.locale)
    english.save()
    index.add_child(
        instance=NewsPage(title="In English", slug="in", locale=home.locale, section=english)
    )
    with translation.override("en"):
        paths = [reverse("news_rss"), reverse("news_atom")]
    for path, other in zip(paths, [RSS, ATOM], strict=True):
        assert path.startswith("/en/")
        found = read(client, path)
        assert [entry.title for entry in found.entries] == ["In English"]
        assert found.feed.language == "en"
        assert found.entries[0].link == f"{BASE}/en/news/in/"
        assert titles(client, other) == ["En français"]


def test_there_is_no_feed_in_a_language_without_a_site(client, db):
    Locale.objects.create(language_code="en")
    with translation.override("en"):
        path = reverse("news_rss")
    assert client.get(path).status_code == 404


# --- What is told of each -------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_an_article_is_known_again_whatever_becomes_of_its_address(client, db, path):
    page = published(article("Avant"))
    [before] = read(client, path).entries
    page.slug, page.title = "apres", "Après"
    published(page)
    [after] = read(client, path).entries
    assert after.id == before.id and after.id.startswith("urn:uuid:")
    assert after.link == f"{BASE}/actualites/apres/" != before.link


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_dates_are_those_the_public_reads(client, db, path):
    article("Ancien", published_on=date(2018, 7, 14), modified_on=date(2018, 7, 20))
    published(article("Du jour"))
    today, old = read(client, path).entries
    assert old.published_parsed[:5] == (2018, 7, 13, 22, 0)
    elapsed = timezone.now() - parsed(today.published_parsed)
    assert timedelta() <= elapsed < timedelta(minutes=5)
    if path == ATOM:
        assert old.updated_parsed[:5] == (2018, 7, 19, 22, 0)


def parsed(moment):
    return datetime(*moment[:6], tzinfo=timezone.get_fixed_timezone(0))


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_a_picture_is_enclosed_with_its_true_weight_and_type(client, db, path):
    article("Sans image")
    article("Avec image", image=image())
    with_image, without = read(client, path).entries
    assert not without.enclosures
    [enclosure] = with_image.enclosures
    assert enclosure.href.startswith(f"{BASE}/media/images/")
    file = client.get(enclosure.href.removeprefix(BASE))
    data = b"".join(file.streaming_content)
    assert enclosure.type == file["Content-Type"] == "image/jpeg"
    assert int(enclosure.length) == len(data) > 0


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_a_picture_whose_file_is_gone_breaks_nothing(client, db, path):
    lost = image()
    lost.file.storage.delete(lost.file.name)
    article("Perdue", image=lost)
    [entry] = read(client, path).entries
    assert not entry.enclosures


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_a_summary_or_the_whole_text(client, db, path):
    target = content("Une page")
    body = [
        ("heading", {"text": "Un titre", "level": "h2"}),
        ("paragraph", f'<p>Voir <a linktype="page" id="{target.pk}">la page</a>.</p>'),
        ("image", {"image": image(), "alt": "Une vue", "caption": "Légende"}),
        ("quote", {"text": "Une parole", "speaker": str(person()), "office": ""}),
        (
            "video",
            {
                "title": "Film",
                "url": "https://www.dailymotion.com/video/x000000",
                "transcript": "<p>Une voix.</p>",
            },
        ),
        ("button", {"label": "Agir", "page": target}),
    ]
    article("Long", summary="Court & <b>franc</b>", body=body)
    [entry] = read(client, path).entries
    assert "Court &amp; &lt;b&gt;franc&lt;/b&gt;" in entry.summary or "Court & <" in entry.summary
    assert "Un titre" not in str(entry)
    [entry] = read(client, path, texte="integral").entries
    html = etree.HTML(entry.content[0].value)
    assert html.findtext(".//h2") == "Un titre"
    assert f"{BASE}/une-page/" in html.xpath("//a/@href")
    places = html.xpath("//@href | //@src")
    assert places and all(place.startswith(("http://", "https://")) for place in places)
    assert html.xpath("//img/@alt") == ["Une vue"]
    assert "Une voix." in "".join(html.itertext())
    assert not html.xpath("//script|//form|//button|//iframe|//svg|//source|//@class|//@style")


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_what_a_paste_brings_does_not_break_the_feed(client, db, path):
    page = article("Titre & <b>franc</b>", summary="Un\x0brésumé\ufffe", section=rubric("A & B"))
    NewsPage.objects.filter(pk=page.pk).update(title="Un\x08titre & <i>un autre</i>]]>")
    client_data = client.get(path, {"texte": "integral"}).content
    assert not feedparser.parse(client_data).bozo
    tree = etree.fromstring(client_data)
    found = tree.xpath("//item/title/text() | //a:entry/a:title/text()", namespaces=NAMES)
    assert found == ["Untitre & <i>un autre</i>]]>"]


# --- Coming back ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RSS, ATOM])
@pytest.mark.parametrize("empty", [True, False])
def test_a_reader_who_comes_back_is_told_that_nothing_changed(client, db, path, empty):
    if not empty:
        published(article())
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and not again.content
    assert (
        client.get(path, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    )
    assert not first.cookies and "Cookie" not in first.get("Vary", "")
    assert {"public", "max-age=0", "s-maxage=60"} < set(first["Cache-Control"].split(", "))


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_a_reader_who_comes_back_is_told_what_changed(client, db, path):
    NewsPage.objects.update(last_published_at=timezone.now())
    published(article("Ancien", published_on=date(2018, 1, 1)))
    old = timezone.now() - timedelta(days=3)
    NewsPage.objects.update(last_published_at=old, first_published_at=old)
    let_through = article("De région", under=region())
    NewsPage.objects.filter(pk=let_through.pk).update(last_published_at=old)
    first = client.get(path)
    # Long after the region published it.
    NationalSelection.objects.create(article=let_through)
    for name, header in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again = client.get(path, headers={name: first[header]})
        assert again.status_code == 200 and "De région" in again.content.decode()


# --- Whatever is asked ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["rubrique", "theme", "region", "texte"])
@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_no_filter_is_not_found(client, db, name, value):
    article()
    for path in (RSS, ATOM):
        assert client.get(path, {name: value}).status_code == 404


def test_other_parameters_are_not_repeated(client, db):
    article()
    response = client.get(RSS, {"planté": "planté", "annee": "2018", "page": "9"})
    assert response.status_code == 200
    assert "plant" not in response.content.decode()
    assert client.post(RSS).status_code == 405


@pytest.mark.once
def test_the_cost_does_not_grow_with_the_news(client, db):
    page = article("Un", image=image(), themes=[theme()], region=region())
    NationalSelection.objects.create(article=page)
    costs = []
    for total in (20, 2_000):
        copies(page, total)
        for path, query in ((RSS, {}), (ATOM, {"theme": "mobilite"}), (RSS, {"region": "53"})):
            costs.append((path, cost(client, path, query)))
    half = len(costs) // 2
    assert costs[:half] == costs[half:]
    assert max(count for _path, count in costs) <= 16
    assert len(read(client).entries) == 20


def cost(client, path, query):
    client.get(path, query)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path, query).status_code == 200
    return len(queries)


# --- Where they are offered -----------------------------------------------------------------------


def offered(client, path):
    html = etree.HTML(client.get(path).content)
    kinds = ("application/rss+xml", "application/atom+xml")
    in_head = [
        link.get("href")
        for link in html.xpath("//head/link[@rel='alternate']")
        if link.get("type") in kinds
    ]
    return in_head, [a.get("href") for a in html.xpath("//main//a") if a.get("type") in kinds]


def test_the_list_offers_the_feed_of_what_it_shows(client, db):
    article(themes=[theme()], region=region())
    in_head, links = offered(client, "/actualites/")
    assert in_head == [RSS, ATOM]
    assert links == [RSS, ATOM, f"{RSS}?texte=integral", f"{ATOM}?texte=integral"]
    address = "/actualites/?theme=mobilite&region=53&annee=2018&rubrique=inconnue&page=1"
    in_head, links = offered(client, address)
    query = "?theme=mobilite&region=53"
    assert in_head == [RSS + query, ATOM + query] and in_head == links[:2]
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_region_an_article_and_the_home_page_offer_feeds(client, db):
    region("53", "Bretagne")
    article("Un article")
    in_head, links = offered(client, "/territoires/bretagne/")
    assert in_head == [f"{RSS}?region=53", f"{ATOM}?region=53"] and set(in_head) < set(links)
    assert offered(client, "/actualites/un-article/")[0] == [RSS, ATOM]
    assert offered(client, "/")[0] == [RSS, ATOM]

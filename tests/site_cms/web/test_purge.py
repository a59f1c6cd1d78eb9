"""What a publication purges from a cache in front, asked of one that notes it."""

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from news.models import NationalSelection, NewsIndexPage
from site_cms.models import PublisherSettings
from site_cms.publications.what_counts import has_changed
from site_cms.tasks.work import take_up, tasks
from tests import factories
from tests.front_cache import front_cache
from tests.processes import work_off

HOST = "www.example.org"


@pytest.fixture
def front(db, settings):
    Site.objects.update(hostname=HOST, port=80)
    Site.clear_site_root_paths_cache()
    with front_cache() as server:
        settings.WAGTAILFRONTENDCACHE = {
            "front": {
                "BACKEND": "site_cms.web.front_caches.HttpCache",
                "LOCATION": server.address,
            }
        }
        yield server


def let_time_pass():
    tasks().filter(status="READY").update(run_after=timezone.now())


def purged_by(front, act) -> set[str]:
    """Return the addresses that are purged for what is done in a transaction of its own."""
    transaction.get_connection().run_on_commit.clear()
    tasks().delete()
    front.purged.clear()
    act()
    let_time_pass()
    work_off()
    assert all(address.startswith(HOST) for address in front.purged)
    return {address.removeprefix(HOST) for address in front.purged}


def publish(page):
    return lambda: page.save_revision().publish()


BESIDE = {
    *("/", "/en/", "/actualites/", "/en/news/", "/sitemap.xml", "/recherche/", "/en/search/"),
    *("/suivre/actualites.rss", "/suivre/actualites.atom", "/suivre/calendrier.ics"),
    *("/donnees/", "/donnees/pionniers.csv", "/donnees/catalogue.jsonld", "/api/v2/pages/"),
}


@pytest.fixture
def english(front):
    """The home page and the news in English."""
    home = factories.english_home()
    factories.add(type(factories.section(NewsIndexPage)), home, "News")
    return home


def test_a_publication_purges_the_page_and_what_surely_shows_it(front, english):
    pioneer = factories.pioneer("Une pionnière")
    article = factories.article("Une nouvelle", pioneers=[pioneer])
    other = factories.article("Une autre nouvelle")
    purged = purged_by(front, publish(article))
    own = {"/actualites/une-nouvelle/", "/actualites/une-nouvelle", f"/api/v2/pages/{article.pk}/"}
    assert own | BESIDE | {pioneer.url.removeprefix(f"http://{HOST}")} <= purged
    assert f"/sitemap-news-{article.pk // 2000}.xml" in purged
    assert "/*" not in purged and "/actualites/une-autre-nouvelle/" not in purged
    assert not any(path.startswith("/admin") for path in purged)
    assert other.live


def test_its_versions_in_other_languages_are_purged_too(front, english):
    article = factories.article("Une nouvelle")
    twin = article.copy_for_translation(english.locale, copy_parents=True)
    twin.slug = "some-news"
    publish(twin)()
    purged = purged_by(front, publish(article))
    assert {path for path in purged if path.endswith("/some-news")}


ACTS = {
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "national": lambda page: NationalSelection.objects.create(article=page),
}


@pytest.mark.parametrize("act", ACTS)
def test_so_do_other_acts_on_the_page(front, act):
    article = factories.article("Une nouvelle")
    purged = purged_by(front, lambda: ACTS[act](article))
    assert {"/actualites/une-nouvelle/", "/actualites/", "/"} <= purged
    assert "/*" not in purged


def test_a_draft_purges_nothing(front):
    article = factories.article("Une nouvelle")
    assert purged_by(front, article.save_revision) == set()


@pytest.mark.django_db(transaction=True)
def test_former_addresses_are_purged_with_and_without_their_slash(front):
    article = factories.article("Avant")

    def rename():
        article.slug = "apres"
        publish(article)()

    both = {"/actualites/avant/", "/actualites/avant"}
    assert both | {"/actualites/apres/"} <= purged_by(front, rename)
    elsewhere = factories.content("Ailleurs")
    former = {"/actualites/apres/", "/actualites/apres"}
    article.refresh_from_db()
    assert former <= purged_by(front, lambda: article.move(elsewhere, pos="last-child"))


def test_a_redirect_purges_the_address_that_it_is_for(front):
    purged = purged_by(front, lambda: Redirect.objects.create(old_path="/vieux", redirect_link="/"))
    assert {"/vieux", "/vieux/"} <= purged and "/*" not in purged


EVERYTHING = {
    "theme": lambda page: factories.theme("Climat"),
    "person": lambda page: factories.person(),
    "settings": lambda page: PublisherSettings.objects.create(site=Site.objects.get()),
    "restriction": lambda page: PageViewRestriction.objects.create(
        page=page, restriction_type="login"
    ),
    "picture": lambda page: factories.image(),
    "document": lambda page: factories.document(),
    "redirects in bulk": lambda page: has_changed(Redirect),
    "page of the menu": lambda page: publish(factories.section(NewsIndexPage))(),
    "page with others below it": lambda page: publish(page)(),
}


@pytest.mark.parametrize("act", EVERYTHING)
def test_what_shows_where_nobody_can_list_purges_everything(front, act):
    page = factories.content("Une page", under=factories.content("Au menu"))
    factories.content("Dessous", under=page)
    page.refresh_from_db()
    purged = purged_by(front, lambda: EVERYTHING[act](page))
    assert {"/*", "/"} <= purged
    # Once for all.
    assert tasks().filter(task_path__contains="purge").count() == 1


def test_without_a_cache_in_front_nothing_is_put_down(db):
    factories.theme("Climat")
    publish(factories.article("Une nouvelle"))()
    assert not tasks().filter(task_path__contains="purge").exists()


def test_it_waits_until_every_process_shows_the_change(front):
    factories.theme("Climat")
    assert {row.run_after > timezone.now() for row in tasks()} == {True}
    work_off()
    assert front.called == 0


def test_a_cache_that_is_away_is_told_when_it_is_back(front, settings, caplog):
    with front_cache() as away:
        address, port = away.address, away.server_address[1]
    backend = settings.WAGTAILFRONTENDCACHE["front"]
    settings.WAGTAILFRONTENDCACHE["second"] = backend | {"LOCATION": address}
    purged = purged_by(front, lambda: factories.theme("Climat"))
    assert "/*" in purged, "the other one is told all the same"
    take_up()
    assert "It is tried again" in caplog.text and f"127.0.0.1:{port}" in caplog.text
    assert tasks().get().run_after > timezone.now()
    with front_cache(port=port) as back:
        let_time_pass()
        work_off()
        assert f"{HOST}/*" in back.purged
    assert tasks().get().status == "SUCCESSFUL"


def test_the_desk_of_the_technical_administration_says_so(front, client):
    front.mood = "refusing"
    purged_by(front, lambda: factories.theme("Climat"))
    take_up()
    factories.user("technique", is_superuser=True)
    client.login(username="technique", password=factories.PASSWORD)
    desk = client.get("/admin/").content.decode()
    assert "Purge des caches devant le site" in desk and "nouvel essai" in desk

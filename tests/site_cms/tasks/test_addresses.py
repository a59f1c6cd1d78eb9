"""Pages below one that is renamed or moved: the act writes what is few, the worker the rest."""

import signal
from threading import Thread

import pytest
from bs4 import BeautifulSoup
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from site_cms.models import FormerPlace
from site_cms.models.addresses import true_url_path
from site_cms.public import sitemaps
from site_cms.publications.counter import state_in_database
from site_cms.tasks import addresses
from site_cms.tasks.work import take_up, tasks, waiting
from tests.factories import content, copies, home
from tests.processes import kill, manage, running, wait_for, work_off
from tests.site_cms.public.test_former import moved, renamed
from tests.site_cms.public.test_redirects import leads


@pytest.fixture
def few(monkeypatch):
    """As if three pages were many."""
    monkeypatch.setattr(addresses, "PART", 3)


@pytest.fixture
def part(db, few):
    """A page with nine below it, on three levels."""
    return grown("Partie")


def grown(title):
    top = content(title)
    for branch in ("Un", "Deux", "Trois"):
        middle = content(branch, under=top)
        content("Feuille", under=content("Rameau", under=middle))
    return top


def behind():
    """The pages whose address is not what the tree says."""
    pages = Page.objects.filter(depth__gt=1).order_by("path")
    return [page.url_path for page in pages if page.url_path != true_url_path(page)]


def let_time_pass():
    tasks().filter(status="READY").update(run_after=timezone.now())


def test_what_is_few_is_written_in_the_act(db):
    top = grown("Partie")
    renamed(top, "nouvelle")
    assert not behind() and not tasks().exists()
    moved(top, under=content("Ailleurs"))
    assert not behind() and not tasks().exists()


def test_what_is_many_follows_part_by_part(part):
    renamed(part, "nouvelle")
    assert len(behind()) == 9
    parts = []
    while tasks().ready().exists():
        work_off(1)
        parts.append(len(behind()))
    # Three parts, and a look whether there is a fourth.
    assert parts == [6, 3, 0, 0]


def test_until_then_each_page_answers_at_its_new_address_and_is_led_to_from_the_old(client, part):
    renamed(part, "nouvelle")
    assert leads(client, "/partie/un/rameau/") == "/nouvelle/un/rameau/"
    soup = BeautifulSoup(client.get("/nouvelle/un/rameau/").content, "html.parser")
    assert soup.find(rel="canonical")["href"].endswith("/nouvelle/un/rameau/")
    way = [link["href"] for link in soup.select(".fr-breadcrumb a[href]")]
    assert way[-2:] == ["/nouvelle/", "/nouvelle/un/"]
    # A list may lead to the old address yet.
    below = soup.find("a", string="Feuille")["href"]
    assert (leads(client, below) or below) == "/nouvelle/un/rameau/feuille/"
    work_off()
    # Keys grow from test to test: the pages may stand in a farther part.
    number = part.get_descendants().last().pk // sitemaps.SPAN
    sitemap = client.get(f"/sitemap-home-{number}.xml").content.decode()
    assert "/nouvelle/un/rameau/feuille/" in sitemap and "/partie/" not in sitemap


@pytest.mark.parametrize("act", [renamed, moved])
def test_the_act_asks_the_same_however_many_there_are(db, few, act):
    one, other = grown("Petite"), grown("Grande")
    branch = Page.objects.get(slug="un", path__startswith=other.path)
    copies(Page.objects.child_of(branch).first(), 50)
    # A first child is another one than those that come after.
    place = content("Ailleurs")
    content("Première", under=place)
    given = {renamed: ("renommee-une", "renommee-deux"), moved: (place, place)}[act]
    asked = []
    for page, to in zip((one, other), given, strict=True):
        with CaptureQueriesContext(connection) as found:
            act(page, to)
        asked.append(len(found))
    assert asked[1] <= asked[0]
    work_off()
    assert not behind()


CHANGES = {
    "renamed again": lambda part: renamed(part, "tout-autre-chose"),
    "renamed back": lambda part: renamed(part, "partie"),
    "moved": lambda part: moved(part, content("Ailleurs")),
    "a page below renamed": lambda part: renamed(below(part), "premier-de-tous"),
    "a page below moved out": lambda part: moved(below(part), home()),
    "another moved in": lambda part: moved(grown("Entrante"), below(part)),
    "a page below deleted": lambda part: below(part).delete(),
    "itself deleted": lambda part: Page.objects.get(pk=part.pk).delete(),
}


def below(part):
    part = Page.objects.get(pk=part.pk)
    return Page.objects.get(slug="un", path__startswith=part.path, depth=part.depth + 1)


@pytest.mark.parametrize("done", range(3))
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_meanwhile_comes_right(part, change, done):
    """Before the first part is written, after it, or after the second."""
    renamed(part, "nouvelle")
    work_off(done)
    CHANGES[change](part)
    work_off()
    assert not behind()


def test_a_new_page_below_comes_right(part):
    renamed(part, "nouvelle")
    content("Récente", under=below(part))
    work_off()
    assert not behind()


def test_the_public_learns_of_it_at_the_end(part):
    renamed(part, "nouvelle")
    before = state_in_database()
    connection.run_on_commit.clear()
    work_off()
    assert state_in_database() != before


def test_pages_above_a_site_are_written_at_once(part):
    """The addresses of a whole site begin there: half of them would have none."""
    Site.objects.create(hostname="partie.example.org", root_page=below(part))
    renamed(part, "nouvelle")
    renamed(home(), "accueil")
    assert not behind() and not tasks().exists()


def test_a_draft_that_is_being_typed_leaves_no_places_behind(db):
    page = content("Brouillon", live=False)
    renamed_draft(page, "brouillon-2")
    assert not FormerPlace.objects.exists()
    content("Dessous", under=page)
    renamed_draft(page, "brouillon-3")
    assert FormerPlace.objects.get().slugs == "brouillon-2"


def renamed_draft(page, slug):
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    page.save()


def test_putting_in_another_order_leaves_no_places_behind(part):
    Page.objects.get(pk=part.pk).move(Page.objects.get(pk=home().pk), pos="first-child")
    assert not FormerPlace.objects.exists() and not tasks().exists()


def test_what_somebody_is_saving_is_left_to_the_next_look(transactional_db, few):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer: nobody is saving while another writes")
    part = grown("Partie")
    renamed(part, "nouvelle")
    held = Page.objects.get(slug="deux")

    def follow():
        work_off()
        connection.close()

    with transaction.atomic():
        Page.objects.select_for_update().get(pk=held.pk)
        worker = Thread(target=follow)
        worker.start()
        worker.join(timeout=30)
        assert not worker.is_alive()
    assert len(behind()) >= 1
    assert [row.args_kwargs["args"] for row in waiting(addresses.follow_addresses)] == [[part.pk]]
    let_time_pass()
    work_off()
    assert not behind() and not waiting(addresses.follow_addresses)


def test_a_worker_that_is_killed_leaves_nothing_undone(transactional_db):
    top = content("Partie")
    # So many, and looked at so often, that a fast machine, too, is killed before it is through.
    copies(content("Page", under=top), addresses.PART * 6)
    renamed(top, "nouvelle")
    with running(manage("work")) as worker:
        wait_for(lambda: tasks().successful().exists(), pause=0.002)
        kill(worker)
    assert behind()
    assert worker.returncode == -signal.SIGKILL
    take_up()
    let_time_pass()
    work_off()
    assert not behind()

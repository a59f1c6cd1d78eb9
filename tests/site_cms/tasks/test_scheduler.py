"""What is due is done, once, whatever happens to the rest or to the scheduler itself."""

import re
import subprocess
import time
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.users.models import UserProfile

from news.models import NewsPage, Section
from site_cms.models import ScheduleFailure, ScheduleRun, User
from site_cms.public.sitemaps import SPAN
from site_cms.rights.roles import COMMUNICATION, PUBLICATION, team_group
from site_cms.tasks.scheduler import due_for_expiry, due_for_publication, run_schedule
from tests.factories import PASSWORD, article, content, region, rubric, site_map, translate, user
from tests.processes import environment, manage, running, start

HOUR = timedelta(hours=1)
WORD = "Gribouille"


def due_page(title="Page due", at=None, **changes):
    """A draft whose publication is due, or will be; its text is new in that version."""
    page = content(title, live=False)
    page.go_live_at = at or timezone.now() - HOUR
    page.summary = WORD
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(approved_go_live_at=page.go_live_at, clean=False)
    return page


def expiring(title="Page à retirer", at=None):
    return content(title, expire_at=at or timezone.now() - HOUR)


def bad_article(under=None):
    """An article that cannot be published any more: its section is gone."""
    page = article("Article impossible", under=under, live=False)
    page.section = rubric("Rubrique éphémère")
    page.go_live_at = timezone.now() - 2 * HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    Section.objects.filter(name="Rubrique éphémère").delete()
    return page


def fresh(page):
    return Page.objects.get(pk=page.pk)


def text(client, address):
    response = client.get(address)
    return (response.getvalue() if response.streaming else response.content).decode()


def entries(page, action="wagtail.publish.scheduled"):
    return PageLogEntry.objects.filter(page=page.pk, action=action).count()


# --- Before the run -------------------------------------------------------------------------------


@pytest.mark.parametrize("ends", [-HOUR, HOUR])
def test_a_page_that_has_ended_is_shown_nowhere_though_no_scheduler_ran(client, db, ends):
    """The timer may come a minute later, or have stopped."""
    end = timezone.now() + ends
    topic = content("Sujet fini", show_in_menus=True, expire_at=end)
    below = content("Dessous", under=topic)
    news = article("Nouvelle finie", expire_at=end)
    twin = translate(news)
    type(twin).objects.filter(pk=twin.pk).update(expire_at=end)
    site_map()
    shown = ends > timedelta(0)
    for address in (topic.url, news.url, twin.url):
        assert client.get(address).status_code == (200 if shown else 404)
    lists = {
        "/": topic.url,
        "/actualites/": news.url,
        "/suivre/actualites.atom": news.url,
        "/en/en-actualites/": twin.url,
        "/plan-du-site/": topic.url,
        f"/sitemap-news-{news.pk // SPAN}.xml": news.url,
        "/api/v2/pages/": topic.url,
        below.url: topic.url,
        "/nulle-part/": topic.url,
    }
    found = {at for at, url in lists.items() if re.search(f'{url}["<]', text(client, at))}
    assert found == (set(lists) if shown else set())


def test_a_page_whose_english_version_has_ended_leads_to_it_no_more(client, db):
    page = content("Page")
    twin = translate(page)
    assert f'href="{twin.url}"' in text(client, page.url)
    type(twin).objects.filter(pk=twin.pk).update(expire_at=timezone.now() - HOUR)
    assert f'href="{twin.url}"' not in text(client, page.url)


# --- One run ----------------------------------------------------------------------------------


def test_what_is_due_is_published_and_what_has_ended_is_taken_offline(db):
    coming, ending = due_page(), expiring()
    later, lasting = (
        due_page("Plus tard", timezone.now() + HOUR),
        expiring("Reste", timezone.now() + HOUR),
    )
    run = run_schedule()
    assert (run.published, run.expired, run.failed) == (1, 1, 0)
    assert fresh(coming).live and fresh(coming).specific.summary == WORD
    assert not fresh(ending).live and fresh(ending).expired
    assert not fresh(later).live and fresh(lasting).live
    assert (entries(coming), entries(ending, "wagtail.unpublish.scheduled")) == (1, 1)
    assert run_schedule().published == 0


def test_a_bad_item_does_not_hold_up_the_rest(db):
    bad, good, ending = bad_article(), due_page(), expiring()
    run = run_schedule()
    assert (run.published, run.expired, run.failed) == (1, 1, 1)
    assert fresh(good).live and not fresh(ending).live and not fresh(bad).live
    assert run_schedule().failed == 1
    failure = ScheduleFailure.objects.get()
    assert (failure.title, failure.attempts, failure.resolved_at) == ("Article impossible", 2, None)
    assert "on_delete" in failure.error


def test_a_failure_ends_when_its_item_is_done_and_begins_again_when_it_fails_again(db):
    page = bad_article()
    run_schedule()
    revision = page.get_latest_revision()
    revision.content = revision.content | {"section": rubric().pk}
    revision.save()
    run = run_schedule()
    assert run.published == 1 and fresh(page).live
    assert ScheduleFailure.objects.get().resolved_at


def test_the_command_says_what_failed_and_ends_badly(db):
    bad_article()
    due_page()
    with pytest.raises(CommandError) as end:
        call_command("publish_due")
    assert "Published 1" in str(end.value) and "failed 1" in str(end.value)
    said = StringIO()
    ScheduleFailure.objects.all().delete()
    NewsPage.objects.all().delete()
    expiring()
    call_command("publish_due", stdout=said)
    assert "expired 1" in said.getvalue()


def test_a_page_that_the_index_cannot_take_is_not_published_without_it(db, monkeypatch):
    def refuse(instance):
        raise OSError("index unreachable")

    page = due_page()
    monkeypatch.setattr("modelsearch.index.insert_or_update_object", refuse)
    assert run_schedule().failed == 1
    assert not fresh(page).live
    assert "index unreachable" in ScheduleFailure.objects.get().error
    monkeypatch.undo()
    assert run_schedule().published == 1


def test_the_end_of_one_version_does_not_cancel_the_next_one(db):
    page = expiring("Deux versions")
    page.title = "Version suivante"
    page.go_live_at, page.expire_at = timezone.now() + HOUR, None
    revision = page.save_revision(approved_go_live_at=page.go_live_at)
    run_schedule()
    revision.refresh_from_db()
    assert not fresh(page).live
    assert revision.approved_go_live_at == page.go_live_at


def test_what_begins_and_ends_between_two_runs_leaves_its_trace(db):
    page = due_page(expire_at=timezone.now() - timedelta(minutes=1))
    run = run_schedule()
    assert (run.published, run.expired) == (1, 1)
    assert not fresh(page).live


def test_a_deleted_page_is_no_failure(db):
    due_page().delete()
    assert run_schedule().failed == 0


def test_quiet_runs_are_forgotten_and_busy_ones_kept(db):
    long_ago = timezone.now() - timedelta(days=3)
    ScheduleRun.objects.create(started_at=long_ago, finished_at=long_ago)
    busy = ScheduleRun.objects.create(started_at=long_ago, finished_at=long_ago, published=1)
    run = run_schedule()
    assert set(ScheduleRun.objects.all()) == {busy, run}


def test_looking_for_what_is_due_takes_a_fixed_number_of_queries(db, django_assert_num_queries):
    for number in range(3):
        due_page(f"Page {number}")
        expiring(f"Fin {number}")
    list(due_for_publication(timezone.now()))  # content types are cached
    with django_assert_num_queries(2):
        list(due_for_publication(timezone.now()))
        list(due_for_expiry(timezone.now()))


# --- Several processes, and their end -----------------------------------------------------------


def kill_at(point, *act):
    """Start an act, let it come to `point`, kill it."""
    with running(start("-m", "tests.site_wide.stalled", point, *act)) as process:
        assert process.stdout.readline() == "stalled\n"


def state(page):
    """Page, revision, log and index, each asked by itself."""
    row = fresh(page)
    return {
        "page": (row.live, row.specific.summary == WORD),
        "revision": Revision.objects.filter(approved_go_live_at__isnull=False).exists(),
        "log": PageLogEntry.objects.filter(
            page=page.pk, action__startswith="wagtail.publish"
        ).count(),
        "index": [found.pk for found in type(page).objects.live().search(WORD)],
    }


def run_until(done):
    """Run the schedule until `done()`: a database may take a moment to notice a killed client."""
    for _attempt in range(50):
        run_schedule()
        if done():
            return
        time.sleep(0.1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("point", ["page", "index", "log"])
def test_a_scheduler_killed_in_mid_publish_leaves_nothing_half_done(point):
    page = due_page()
    before = state(page)
    kill_at(point, "schedule")
    assert state(page) == before
    run_until(lambda: fresh(page).live)
    assert state(page) == {
        "page": (True, True),
        "revision": False,
        "log": 1,
        "index": [page.pk],
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("point", ["page", "index", "log"])
def test_a_server_killed_in_mid_publish_leaves_nothing_half_done(point, client):
    page = content("Page de Camille")
    page.summary = WORD
    page.save_revision()
    user("camille", COMMUNICATION)
    before = state(page), Revision.objects.count(), PageLogEntry.objects.count()
    kill_at(point, "admin", "camille", PASSWORD, str(page.pk))
    assert (state(page), Revision.objects.count(), PageLogEntry.objects.count()) == before


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_once_do_everything_once():
    pages = [due_page(f"Page {number}") for number in range(6)]
    ending = [expiring(f"Fin {number}") for number in range(6)]
    schedulers = [manage("publish_due") for _number in range(3)]
    for scheduler in schedulers:
        scheduler.communicate(timeout=60)
        assert scheduler.returncode == 0
    assert [entries(page) for page in pages] == [1] * 6
    assert [entries(page, "wagtail.unpublish.scheduled") for page in ending] == [1] * 6
    assert sum(run.published for run in ScheduleRun.objects.all()) == 6


@pytest.mark.django_db(transaction=True)
def test_the_loop_goes_on_by_itself_and_ends_with_the_process_it_stands_beside():
    page = due_page()
    server = subprocess.Popen(["sleep", "60"])
    loop = manage("publish_due", "--every", "0.2", "--beside", str(server.pid))
    try:
        for _attempt in range(100):
            if ScheduleRun.objects.filter(finished_at__isnull=False).count() > 1:
                break
            time.sleep(0.2)
        assert fresh(page).live
        assert loop.poll() is None
    finally:
        server.kill()
        server.wait()
    loop.communicate(timeout=20)
    assert loop.returncode == 0


@pytest.mark.django_db(transaction=True)
def test_a_scheduler_that_finds_the_database_taken_leaves_what_is_due_to_the_next_run():
    """SQLite has one writer; PostgreSQL passes over the item that another has in hand."""
    page = due_page()
    url = environment()["DATABASE_URL"]
    url += "?timeout=1" if connection.vendor == "sqlite" else ""
    with running(start("-m", "tests.site_wide.stalled", "page", "schedule")) as first:
        assert first.stdout.readline() == "stalled\n"
        second = manage("publish_due", DATABASE_URL=url)
        second.communicate(timeout=60)
        assert (second.returncode, fresh(page).live) == (0, False)
    run_until(lambda: fresh(page).live)
    assert not ScheduleFailure.objects.exists()


# --- What the admin shows ---------------------------------------------------------------------


@pytest.fixture
def desk(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def home_of(client):
    return client.get("/admin/").content.decode()


def test_the_home_of_the_admin_warns_until_the_scheduler_runs_and_when_it_stops(desk):
    assert "n’a jamais tourné" in home_of(desk)
    run_schedule()
    html = home_of(desk)
    assert "Dernier passage à" in html and "tourné" not in html
    ScheduleRun.objects.update(finished_at=timezone.now() - timedelta(minutes=6))
    assert "n’a pas tourné depuis" in home_of(desk)


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", r"Dernier passage à \d+\sh\s\d\d"), ("en", r"Last run at \d\d:\d\d")],
)
def test_the_hour_is_told_in_the_readers_language(desk, language, told):
    reader = User.objects.get(username="camille")
    UserProfile.objects.create(user=reader, preferred_language=language)
    run_schedule()
    assert re.search(told, home_of(desk))


def test_the_home_of_the_admin_shows_what_failed_and_why(desk):
    page = bad_article()
    run_schedule()
    html = home_of(desk)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert "on_delete" in html


def test_the_calendar_says_what_will_happen_and_when_in_paris(desk):
    due_page("Demain", datetime(2027, 1, 15, 23, 30, tzinfo=UTC))
    html = desk.get(reverse("schedule_calendar")).content.decode()
    assert "Samedi 16\u00a0janvier 2027" in html and "0\u00a0h\u00a030" in html and "Demain" in html


def calendar(client, **query):
    return client.get(reverse("schedule_calendar"), query).content.decode()


def test_the_calendar_is_filtered_and_says_what_is_overdue_or_fails(desk):
    due_page("Bientôt en ligne", timezone.now() + HOUR, expire_at=timezone.now() + 2 * HOUR)
    expiring("Bientôt retirée", timezone.now() + HOUR)
    due_page("En retard")
    bad_article()
    html = calendar(desk)
    assert html.count("Bientôt en ligne") == 2 and "au prochain passage" in html
    assert "Bientôt retirée" in calendar(desk, quoi="expire")
    assert "Bientôt retirée" not in calendar(desk, quoi="publish")
    assert "Rien n’est programmé" in calendar(desk, quoi="n’importe quoi")
    run_schedule()
    html = calendar(desk)
    assert "en échec" in html and "on_delete" in html and "En retard" not in html


def test_an_end_that_a_newer_version_comes_before_is_not_announced(desk):
    page = expiring("Remplacée", timezone.now() + 2 * HOUR)
    page.go_live_at, page.expire_at = timezone.now() + HOUR, None
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert calendar(desk).count("Remplacée") == 1


def test_a_region_sees_what_is_scheduled_and_what_failed_on_its_own_pages_only(client, db):
    for code, name in (("53", "Bretagne"), ("76", "Occitanie")):
        place = region(code, name)
        article(f"Bientôt en {name}", under=place, expire_at=timezone.now() + HOUR)
        page = bad_article(under=place)
        page.title = f"Impossible en {name}"
        page.save_revision(approved_go_live_at=timezone.now() - HOUR, clean=False)
    run_schedule()
    user("yann", team_group("Bretagne", PUBLICATION))
    client.login(username="yann", password=PASSWORD)
    for html in (calendar(client), home_of(client)):
        assert "en Bretagne" in html and "en Occitanie" not in html


def test_the_calendar_takes_a_fixed_number_of_queries(desk, django_assert_max_num_queries):
    for number in range(4):
        due_page(f"Page {number}", timezone.now() + HOUR)
        expiring(f"Fin {number}", timezone.now() + HOUR)
    calendar(desk)
    with django_assert_max_num_queries(20):
        calendar(desk)

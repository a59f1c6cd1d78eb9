"""How long search takes on 20,000 pages, beside the backend that Wagtail ships (make bench-search).

Works on a database of its own: SQLite unless DATABASE_URL names another, empty one, or one that an
earlier run has filled. The articles are made of the words of the demo content; three words are
planted to give 10, 1,000 and 20,000 results. Prints a table in Markdown, kept in docs/search.md.
"""

import os
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

if __name__ == "__main__":
    FOLDER = tempfile.TemporaryDirectory(prefix="bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(FOLDER.name) / 'bench.sqlite3'}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_cms.settings.test"

import django

django.setup()

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client
from wagtail.models import Page
from wagtail.search.backends.database import SearchBackend

from home.demo.content import articles as demo
from home.demo.content import territories
from news.models import NewsIndexPage, NewsPage
from site_cms.models import SearchEntry
from site_cms.search.analysis import fold
from site_cms.search.indexing import index_page
from tests.factories import region, rubric, section, theme

PAGES = int(os.environ.get("PAGES", "20000"))
RUNS = int(os.environ.get("RUNS", "100"))
# The shipped backend may take minutes: a run is stopped after so long, and the rest left out.
PATIENCE = 10
SHIPPED = SearchBackend({"SEARCH_CONFIG": "french"})
PLANTED = {"kumquat": 10, "mangoustan": 1_000, "papaye": PAGES}
SEARCHES = {
    "10 results": "kumquat",
    "1,000 results": "mangoustan",
    "1,000 results, two words": "papaye mangoustan",
    "20,000 results": "papaye",
    "nothing found, spelling tried": "papaiye",
}
TYPED = ("pa", "in", "territoi", "economie so")


def vocabulary() -> list[str]:
    """The words of the demo content, each as often as it stands there."""
    text = repr(demo.ARTICLES) + repr(territories.TERRITORIES)
    return [word for word in text.replace("\\xa0", " ").split() if fold(word).isalpha()]


def make_pages():
    chance = random.Random(2018)
    words = vocabulary()
    index = section(NewsIndexPage)
    kind = ContentType.objects.get_for_model(NewsPage)
    rubrics = [rubric(name) for name in ("Programme", "Territoires", "Financement")]
    themes = [theme(name) for name in ("Mobilité", "Énergie", "Logement", "Handicap", "Numérique")]
    regions = [region(code) for code in ("53", "76", "28", "11", "93", "84")]
    shared = {"locale": index.locale, "content_type": kind, "depth": index.depth + 1, "live": True}
    pages = []
    for number in range(PAGES):
        title = " ".join(chance.choices(words, k=7)).capitalize()
        path = Page._get_path(index.path, index.depth + 1, number + 1)
        names = {"title": title, "draft_title": title, "slug": f"article-{number}"}
        url = f"{index.url_path}article-{number}/"
        pages.append(Page(path=path, url_path=url, translation_key=uuid4(), **names, **shared))
    pages = Page.objects.bulk_create(pages, batch_size=500)
    Page.objects.filter(pk=index.pk).update(numchild=PAGES)
    filed = []
    for number, page in enumerate(pages):
        text = chance.choices(words, k=300)
        text += [word for word, count in PLANTED.items() if number % (PAGES // count) == 0]
        chance.shuffle(text)
        NewsPage(
            page_ptr=page,
            published_on=date(2020, 1, 1) - timedelta(days=number % 700),
            section=rubrics[number % len(rubrics)],
            region=chance.choice([None, *regions]),
            summary=" ".join(chance.choices(words, k=25)),
            body=[("paragraph", f"<p>{' '.join(text)}</p>")],
        ).save_base(raw=True, force_insert=True)
        filed += [(page.pk, chosen.pk) for chosen in chance.sample(themes, number % 3)]
    through = NewsPage.themes.through
    through.objects.bulk_create(
        (through(newspage_id=page, theme_id=chosen) for page, chosen in filed), batch_size=500
    )


def timed(act) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def measure(act, runs=RUNS) -> list[float]:
    act()
    return [timed(act) for _run in range(runs)]


def patiently(act, runs) -> list[float]:
    """Measure what may not end: what is over PATIENCE counts as endless."""
    deadline = time.monotonic() + PATIENCE
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    else:
        connection.cursor().execute(f"SET statement_timeout = {PATIENCE * 1000}")
    found = []
    try:
        while len(found) < runs and time.monotonic() < deadline:
            found.append(timed(act))
    except DatabaseError:
        return found or [float("inf")]
    finally:
        if connection.vendor == "sqlite":
            connection.connection.set_progress_handler(None, 0)
        else:
            connection.cursor().execute("SET statement_timeout = 0")
    return found


def shipped_search(words):
    found = SHIPPED.search(words, Page.objects.live().public())
    _total, shown = found.count(), list(found[:12])
    return Page.objects.filter(pk__in=[page.pk for page in shown]).specific().in_bulk()


def shipped_suggestions(typed):
    return list(SHIPPED.autocomplete(typed, Page.objects.live().public())[:8])


def row(name, ours, shipped):
    def cell(times):
        if times[0] == float("inf"):
            return f"> {PATIENCE} s", f"> {PATIENCE} s", PATIENCE * 1000
        if len(times) == 1:
            return f"{times[0]:,.0f} ms", "–", times[0]
        cuts = quantiles(times, n=20, method="inclusive")
        return f"{cuts[9]:,.1f} ms", f"{cuts[18]:,.1f} ms", cuts[9]

    (p50, p95, mid), (other50, other95, other_mid) = cell(ours), cell(shipped)
    ratio = f"{other_mid / mid:,.1f}"
    print(f"| {name} | {p50} | {p95} | {other50} | {other95} | × {ratio} |", flush=True)


def fill():
    """Make the pages and both indexes."""
    call_command("migrate", verbosity=0)
    if NewsPage.objects.exists():
        return
    say("making pages")
    make_pages()
    say("our index")
    ours = timed(lambda: call_command("search_index", stdout=sys.stderr)) / 1000
    say("the shipped index")
    shipped = timed(lambda: call_command("update_index", verbosity=0)) / 1000
    say(f"ours written in {ours:.0f} s, the shipped one in {shipped:.0f} s")
    vacuum = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    connection.cursor().execute(vacuum)


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    fill()
    client = Client()
    print(f"\n{PAGES:,} pages, {connection.vendor}, load {os.getloadavg()[0]:.1f}\n")
    print(
        "| | ours p50 | p95 | shipped p50 | p95 | shipped / ours |\n|---|---:|---:|---:|---:|---:|"
    )
    for name, words in SEARCHES.items():
        found = measure(lambda words=words: client.get("/recherche/", {"q": words}))
        row(name, found, patiently(lambda words=words: shipped_search(words), 20))
    facets = {"q": "papaye", "type": "actualite", "theme": ["mobilite", "energie"], "page": 3}
    found = measure(lambda: client.get("/recherche/", facets))
    row(
        "20,000 results, facets chosen, page 3",
        found,
        patiently(lambda: shipped_search("papaye"), 3),
    )
    for typed in TYPED:
        found = measure(lambda typed=typed: client.get("/recherche/suggestions/", {"q": typed}))
        row(
            f"suggestions for “{typed}”",
            found,
            patiently(lambda typed=typed: shipped_suggestions(typed), 20),
        )
    page = NewsPage.objects.order_by("?").first()

    def publish():
        SearchEntry.objects.filter(page=page).update(digest="")
        index_page(page)

    row("re-index on publish", measure(publish), patiently(lambda: SHIPPED.add(page), 20))


if __name__ == "__main__":
    main()

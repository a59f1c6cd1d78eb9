"""How long search takes on 20,000 pages, beside the backend that Wagtail ships (make bench-search).

Works on a database of its own: SQLite unless DATABASE_URL names another, empty one, or one that an
earlier run has filled (filling it is most of the time: name one to measure again in two minutes).
The articles are made of the words of the demo content; three words are planted to give 10, 1,000
and 20,000 results. Prints tables in Markdown, kept in docs/search.md.

Ours are whole answers, HTML and counts of facets included; those of the shipped backend are its
queries alone. `cpu` is what this process and its server process in PostgreSQL worked on average:
unlike the clock it says little of what else the machine does.
"""

import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote_plus
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
from django.db.models import Count
from django.test import Client
from wagtail.models import Page
from wagtail.search.backends.database import SearchBackend

from home.demo.content import articles as demo
from home.demo.content import territories
from news.models import NewsIndexPage, NewsPage
from site_cms.models import SearchEntry, SearchTerm
from site_cms.search.indexing import index_page
from site_cms.words.letters import fold
from tests.factories import region, rubric, section, theme

PAGES = int(os.environ.get("PAGES", "20000"))
RUNS = int(os.environ.get("RUNS", "40"))
# The shipped backend may take minutes: a run is stopped after so many seconds, and so are runs.
PATIENCE = 4
SHIPPED_RUNS = 10
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
FACETS = {"q": "papaye", "type": "actualite", "theme": ["mobilite", "energie"], "page": 3}
# What somebody might try; none may take twice as long as a plain search with as many results.
HOSTILE = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand words": "papaye " * 10_000,
    "orders to databases": "papaye' OR 1=1; DROP TABLE x; -- \" * % _ (a+)+$ [",
    "twelve common words": "{common}",
    "eleven common words and one unknown": "{common_but_one} xyzzyxa",
    "three words misspelled": "papaiye teritoire econmie",
    "200 facets": "papaye&" + "&".join(f"theme=t{n}&region=r{n}" for n in range(100)),
}


def vocabulary() -> list[str]:
    """The words of the demo content, each as often as it stands there."""
    text = repr(demo.ARTICLES) + repr(territories.TERRITORIES)
    return [word for word in text.replace("\\xa0", " ").split() if fold(word).isalpha()]


def make_plain_pages(chance, words):
    """The articles as the tree knows them, their titles only."""
    index = section(NewsIndexPage)
    kind = ContentType.objects.get_for_model(NewsPage)
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
    return pages


def make_pages():
    chance = random.Random(2018)
    words = vocabulary()
    write_articles(make_plain_pages(chance, words), chance, words)


def write_articles(pages, chance, words):
    rubrics = [rubric(name) for name in ("Programme", "Territoires", "Financement")]
    themes = [theme(name) for name in ("Mobilité", "Énergie", "Logement", "Handicap", "Numérique")]
    regions = [region(code) for code in ("53", "76", "28", "11", "93", "84")]
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


@dataclass(frozen=True)
class Times:
    """How long each run took, and how much was worked for one, in milliseconds."""

    clock: list[float]
    cpu: float

    @property
    def p50(self) -> float:
        return median(self.clock)

    @property
    def p95(self) -> float:
        cuts = quantiles(self.clock, n=20, method="inclusive") if len(self.clock) > 1 else None
        return cuts[18] if cuts else self.clock[0]


def timed(act) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def worked() -> float:
    """The processor time in milliseconds of this process, and of the one that serves it."""
    return time.process_time() * 1000 + _server_worked()


def _server_worked():
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [process] = cursor.fetchone()
    ticks = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") * 1000


def measure(act, runs=RUNS) -> Times:
    act()
    before = worked()
    clock = [timed(act) for _run in range(runs)]
    return Times(clock, (worked() - before) / runs)


def patiently(act, runs=SHIPPED_RUNS) -> list[float]:
    """Time what may not end: nothing is returned if the first run took more than PATIENCE."""
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
        return found
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
    least = min(ours.clock)
    cells = [f"{ours.p50:,.1f}", f"{ours.p95:,.1f}", f"{least:,.1f}", f"{ours.cpu:,.1f}"]
    if shipped:
        other = Times(shipped, 0)
        cells += [f"{other.p50:,.1f}", f"{other.p95:,.1f}", f"{min(shipped):,.1f}"]
        cells += [f"× {min(shipped) / least:,.1f}"]
    else:
        cells += [f"> {PATIENCE * 1000:,}", "–", "–", f"> × {PATIENCE * 1000 / least:,.0f}"]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def table(*heads):
    print(f"\n| | {' | '.join(heads)} |\n|---{'|---:' * len(heads)}|")


def fill():
    """Make the pages and both indexes."""
    call_command("migrate", verbosity=0)
    if NewsPage.objects.exists():
        return
    say("making pages")
    make_pages()
    say("our index")
    ours = timed(lambda: call_command("search_index", stdout=sys.stderr))
    say("the shipped index")
    # Told to be quiet, this command indexes nothing.
    shipped = timed(lambda: call_command("update_index", stdout=StringIO()))
    say(f"ours written in {ours / 1000:.0f} s, the shipped one in {shipped / 1000:.0f} s")
    vacuum = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    connection.cursor().execute(vacuum)


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    fill()
    client = Client()
    load = "/".join(f"{mean:.1f}" for mean in os.getloadavg())
    where = f"load {load} on {os.cpu_count()} cores"
    print(f"\n{PAGES:,} pages, {connection.vendor}, {RUNS} runs, {where}; all in milliseconds")
    table(
        "ours p50", "p95", "min", "cpu", "shipped p50", "p95", "min", "shipped min / ours"
    )  # fmt: skip
    for name, words in SEARCHES.items():
        found = measure(lambda words=words: client.get("/recherche/", {"q": words}))
        row(name, found, patiently(lambda words=words: shipped_search(words)))
    found = measure(lambda: client.get("/recherche/", FACETS))
    row("20,000 results, facets chosen, page 3", found, patiently(lambda: shipped_search("papaye")))
    for typed in TYPED:
        found = measure(lambda typed=typed: client.get("/recherche/suggestions/", {"q": typed}))
        row(f"suggestions for “{typed}”", found, patiently(lambda t=typed: shipped_suggestions(t)))
    page = NewsPage.objects.order_by("?").first()

    def publish():
        SearchEntry.objects.filter(page=page).update(digest="")
        index_page(page)

    row("re-index on publish", measure(publish), patiently(lambda: SHIPPED.add(page)))
    hostile(client)


def hostile(client):
    """Print what each hostile search takes beside a plain one of two words and as many results."""
    terms = SearchTerm.objects.filter(language="fr").values("term").annotate(count=Count("*"))
    common = [row["term"] for row in terms.order_by("-count", "term")[:12]]
    words = {"common": " ".join(common), "common_but_one": " ".join(common[:11])}
    normal = measure(lambda: client.get("/recherche/", {"q": " ".join(common[:2])}))
    table("p50", "min", "cpu", "min / normal", "cpu / normal")
    least = min(normal.clock)
    print(
        f"| normal: two common words | {normal.p50:,.1f} | {least:,.1f} | {normal.cpu:,.1f} | | |"
    )
    for name, text in HOSTILE.items():
        query = text.replace("{common}", words["common"])
        query = query.replace("{common_but_one}", words["common_but_one"])
        address = "/recherche/?q=" + quote_plus(query, safe="&=" if "&" in query else "")
        found = measure(lambda address=address: client.get(address), 20)
        ratios = f"× {min(found.clock) / least:.1f} | × {found.cpu / normal.cpu:.1f}"
        times = f"{found.p50:,.1f} | {min(found.clock):,.1f} | {found.cpu:,.1f}"
        print(f"| {name} | {times} | {ratios} |", flush=True)


if __name__ == "__main__":
    main()

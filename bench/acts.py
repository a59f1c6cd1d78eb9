"""What writing costs, and how long somebody else waits meanwhile: an article published, pages
indexed anew, the section of the news renamed and moved."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median
from threading import Event, Thread

from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page

from home.models import ContentPage
from news.models import NewsIndexPage, NewsPage
from site_cms.models import SearchEntry, take_place
from site_cms.search.indexing import reconcile
from site_cms.tasks.work import tasks

from .cost import Cost, measured, once

INDEXED = 100
PUBLISHED = 5
ALONE = 3  # seconds


@dataclass
class Written:
    """What the acts cost; how long each save of another editor took while they were done."""

    acts: dict[str, Cost] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)


def written() -> Written:
    """Do each of them, those last that change the address of every article; and undo these."""
    done = Written()
    done.acts["publishing an article"] = measured(_publish, lambda: None, PUBLISHED, 60)
    done.acts[f"indexing {INDEXED} articles anew"] = once(_index)
    done.waits["nobody else"] = _waits(lambda: time.sleep(ALONE))
    for name, act in {"renaming": _rename, "moving": _move}.items():
        done.acts[f"{name} the section of the news"] = once(act)
        done.acts[f"… what follows the {name}"] = once(_work_off)
        done.waits[f"{name} the section"] = _waits(act)
        done.waits[f"what follows the {name}"] = _waits(_work_off)
    return done


def _publish():
    """Without the form: the act itself, in one transaction as in the admin."""
    articles = NewsPage.objects.filter(locale=Locale.get_default()).order_by("pk")
    _edit(articles.values_list("pk", flat=True)[articles.count() // 2])


@transaction.atomic
def _edit(key):
    article = NewsPage.objects.get(pk=key)
    # Read, then locked, as by the form.
    take_place(article)
    article.modified_on = None
    article.summary = "Une phrase de plus." if article.summary.endswith("…") else "Une autre…"
    article.save_revision().publish()


def _index():
    keys = list(NewsPage.objects.order_by("-pk").values_list("pk", flat=True)[:INDEXED])
    SearchEntry.objects.filter(page__in=keys).update(digest="")
    reconcile(Page.objects.filter(pk__in=keys))


@transaction.atomic
def _rename():
    index = _section()
    slug = index.slug.removesuffix("-bis")
    index.slug = f"{slug}-bis" if slug == index.slug else slug
    index.save_revision().publish()


@transaction.atomic
def _move():
    index = _section()
    home = index.get_site().root_page
    place = ContentPage.objects.child_of(home).first()
    index.move(place if index.is_child_of(home) else home, pos="last-child")


def _section():
    return NewsIndexPage.objects.get(locale=Locale.get_default())


def _work_off():
    """Do what the worker has to do, here and now."""
    while row := tasks().ready().first():
        row.task.func(*row.args_kwargs["args"])
        DBTaskResult.objects.filter(pk=row.pk).delete()


def _waits(act: Callable) -> list[float]:
    """Return how long each save of another editor took, in ms, while something is done."""
    with _Editor() as editor:
        act()
    return editor.saves


class _Editor(Thread):
    """Publishes articles of the section, one after another, each read just before."""

    def __init__(self):
        super().__init__(daemon=True)
        self.saves, self._begun, self._ended = [], Event(), Event()

    def __enter__(self):
        self.start()
        self._begun.wait()
        return self

    def __exit__(self, *error):
        self._ended.set()
        self.join()

    def run(self):
        keys = NewsPage.objects.child_of(_section()).order_by("path").values_list("pk", flat=True)
        for key in cycle(list(keys[:: max(len(keys) // 100, 1)])):
            begun = time.perf_counter()
            self._begun.set()
            _edit(key)
            self.saves.append((time.perf_counter() - begun) * 1000)
            if self._ended.is_set():
                break
        connection.close()


def summary(waits: list[float]) -> tuple[int, float, float]:
    """Return how many saves there were, what one took as a rule, and what one took at most."""
    return len(waits), median(waits), max(waits)

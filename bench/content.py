"""The content of `make bench`: the demonstration, with its pages repeated as often as is asked.

A third of the articles are English, each the translation of the French one before it; some stand
below a region, half are filed under one. All but titles, addresses and days they have of their
originals, so that a page costs what it costs in life.
"""

import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from uuid import uuid4

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

from home.demo.builder import DemoBuilder
from news.models import NewsIndexPage, NewsPage
from pioneers.models import PioneerPage
from site_cms.publications.counter import raise_counter
from site_cms.search.indexing import index_pages
from site_cms.web import page_cache
from territories.models import RegionPage, TerritoryPage

from .rows import Copy, copy_pages

LAST_DAY = date(2019, 12, 31)
DAYS = 3_000
BELOW_REGIONS = 2  # of the originals


@dataclass(frozen=True)
class Original:
    page: Page
    twin: Page | None = None


class Place:
    """Where copies of a page go: below its parent, after the last that stands there."""

    def __init__(self, page):
        # Read anew: what was measured before has moved the section.
        self.parent = Page.objects.get(pk=page.pk).get_parent()
        last = self.parent.get_last_child().path[-Page.steplen :]
        self._steps = count(Page._str2int(last) + 1)

    def next_path(self) -> str:
        return Page._get_path(self.parent.path, self.parent.depth + 1, next(self._steps))


class Copies:
    """The lines of the list of copies: keys, places and names that nobody has yet."""

    def __init__(self, start: int):
        self._page, self._revision = _next_key(Page), _next_key(Revision)
        self._numbers = count(start)
        self._places: dict[str, Place] = {}

    def of(self, originals: list[Original]):
        """Yield copies without end, each original in its turn."""
        for turn in count():
            original = originals[turn % len(originals)]
            key, number = uuid4(), next(self._numbers)
            yield self._copy(original.page, key, number)
            # Two in French, then one in English.
            if original.twin and turn % 2:
                yield self._copy(original.twin, key, number, is_twin=True)

    def _copy(self, page, key, number, is_twin=False) -> Copy:
        place = self._place(page)
        day = LAST_DAY - timedelta(days=number % DAYS)
        slug = f"{page.slug[:200]}-{number}"
        self._page, self._revision = self._page + 1, self._revision + 1
        return Copy(
            copy=self._page - 1,
            original=page.pk,
            revision=self._revision - 1,
            original_revision=page.latest_revision_id or 0,
            path=place.next_path(),
            depth=page.depth,
            url_path=f"{place.parent.url_path}{slug}/",
            title=f"{page.title[:200]} – {number}",
            slug=slug,
            translation_key=key,
            is_twin=is_twin,
            day=day,
            ordinal=day.toordinal(),
            moment=timezone.make_aware(datetime.combine(day, time(number % 24, number % 60))),
        )

    def _place(self, page) -> Place:
        above = page.path[: -Page.steplen]
        if above not in self._places:
            self._places[above] = Place(page)
        return self._places[above]


def _next_key(model):
    return (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1


class Content:
    """What stands there, and can be made to grow."""

    def __init__(self):
        self.articles = _originals(NewsPage)

    def grow(self, articles: int, pioneers: int = 0, territories: int = 0):
        """Add copies until there are as many pages of each type, translations included."""
        self._repeat(NewsPage, self.articles, articles, revisions=True)
        for model, total in ((PioneerPage, pioneers), (TerritoryPage, territories)):
            if missing := max(total - model.objects.count(), 0):
                self._repeat(model, _originals(model)[:missing], total)
        raise_counter()
        page_cache.forget_all()
        with connection.cursor() as cursor:
            # In life, PostgreSQL does so by itself once so many rows have come.
            may_vacuum = connection.vendor == "postgresql" and not connection.in_atomic_block
            cursor.execute("VACUUM ANALYZE" if may_vacuum else "ANALYZE")

    def _repeat(self, model, originals, total, revisions=False):
        there = model.objects.count()
        if total <= there:
            return
        with transaction.atomic():
            found = islice(Copies(there + 1).of(originals), total - there)
            copy_pages(model, found, revisions=revisions)


def _originals(model) -> list[Original]:
    pages = model.objects.filter(locale=Locale.get_default(), live=True).order_by("path")
    twins = model.objects.exclude(locale=Locale.get_default()).filter(live=True)
    twins = {twin.translation_key: twin for twin in twins}
    return [Original(page, twins.get(page.translation_key)) for page in pages]


def load_demonstration(say):
    """Fill an empty database with the demonstration, its articles spread over the regions."""
    call_command("permissions", stdout=sys.stderr)
    with transaction.atomic():
        DemoBuilder(say).build()
    with transaction.atomic():
        spread()
    index_pages(Page.objects.filter(depth__gt=1).values_list("pk", flat=True))


def spread():
    """File every other article under a region, and let some stand below one."""
    index = NewsIndexPage.objects.get(locale=Locale.get_default())
    regions = list(RegionPage.objects.filter(locale=index.locale).order_by("code"))
    articles = list(NewsPage.objects.child_of(index).order_by("path"))
    for number, article in enumerate(articles[1::2]):
        article.region = regions[number % len(regions)]
        article.save_revision().publish()
    for article, region in zip(articles[:BELOW_REGIONS], regions, strict=False):
        named = {"slug": f"{article.slug}-{region.code}", "title": f"{article.title} – {region}"}
        own = article.copy(to=region, update_attrs=named, copy_revisions=False)
        own.specific.save_revision().publish()

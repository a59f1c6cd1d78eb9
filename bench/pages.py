"""The pages that are measured, each by its address at the size of the day."""

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from home.models import TimelinePage
from news.models import NewsIndexPage, NewsPage
from pioneers.models import PioneerIndexPage, PioneerPage
from site_cms.models import User
from site_cms.public.listing import MOST_PAGES, PAGE_SIZE
from site_cms.public.sitemaps import SPAN
from territories.models import RegionPage, TerritoryIndexPage

# Each stands in most articles of the demonstration.
COMMON_WORD, ANOTHER = "innovation", "sociale"
# Rows of a page of the explorer, which are Wagtail's.
EXPLORED = 50


@dataclass(frozen=True)
class Measured:
    """A page; those of the admin are asked for by an account, and never kept."""

    name: str
    address: str
    is_public: bool = True


def measured_pages() -> list[Measured]:
    index = NewsIndexPage.objects.get(locale=Locale.get_default())
    public = {**_lists(index), **_others(index)}
    found = [Measured(name, address) for name, address in public.items()]
    article, explorer = _article(index), reverse("wagtailadmin_explore", args=[index.pk])
    admin = {
        "admin home": reverse("wagtailadmin_home"),
        "explorer of the news": explorer,
        # As many rows as on the first one: the last page may hold fewer.
        "explorer, last full page": f"{explorer}?p={max(index.numchild // EXPLORED, 1)}",
        "edit form of an article": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "translation board": reverse("translation_board"),
        "pages to read again": reverse("rereading_report"),
    }
    return found + [Measured(name, address, is_public=False) for name, address in admin.items()]


def _lists(index):
    articles, address = index.articles(), index.url
    # A list ends after so many pages, however long it is.
    last = min(Paginator(articles, PAGE_SIZE).num_pages, MOST_PAGES)
    rubric = articles[0].section.slug
    return {
        "home": "/",
        "news, first page": address,
        "news, middle page": f"{address}?page={(last + 1) // 2}",
        "news, last page shown": f"{address}?page={last}",
        "news, filtered": f"{address}?rubrique={rubric}",
    }


def _others(index):
    article, locale = _article(index), index.locale
    filed = NewsPage.objects.exclude(region=None).filter(locale=locale).order_by("pk")
    pioneer = PioneerPage.objects.order_by("-pk").first()
    region = RegionPage.objects.get(pk=filed.values("region")[:1])
    return {
        "article": article.url,
        "region": region.url,
        "territories": TerritoryIndexPage.objects.get(locale=locale).url,
        "pioneers": PioneerIndexPage.objects.get(locale=locale).url,
        "search, a common word": f"{reverse('search')}?q={COMMON_WORD}",
        "search, two common words": f"{reverse('search')}?q={COMMON_WORD}+{ANOTHER}",
        "feed": reverse("news_rss"),
        "sitemap, part of the news": _part("news", article),
        # As full at every size, where that of the news is not.
        "sitemap, part of the pioneers": _part("pioneers", pioneer),
        "timeline": TimelinePage.objects.get(locale=locale).url,
    }


def _part(room, page):
    return reverse("sitemap_section", args=[room, page.pk // SPAN])


def _article(index):
    """An article from the middle of the archive."""
    articles = NewsPage.objects.child_of(index).order_by("pk")
    return articles[articles.count() // 2]


def cookie_of(account: User) -> str:
    client = Client()
    client.force_login(account)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"

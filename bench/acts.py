"""What writing costs: an article published, the section of the news renamed, pages indexed anew."""

from django.db import transaction
from wagtail.models import Locale, Page

from news.models import NewsIndexPage, NewsPage
from site_cms.models import SearchEntry
from site_cms.search.indexing import reconcile

from .cost import Cost, measured, once

INDEXED = 100
PUBLISHED = 5


def acts() -> dict[str, Cost]:
    """Do each of them, renaming last: it changes the address of every article."""
    return {
        "publishing an article": measured(_publish, lambda: None, PUBLISHED, 60),
        f"indexing {INDEXED} articles anew": once(_index),
        "renaming the section of the news": once(_rename),
    }


@transaction.atomic
def _publish():
    """Without the form: the act itself, in one transaction as in the admin."""
    articles = NewsPage.objects.filter(locale=Locale.get_default()).order_by("pk")
    article = articles[articles.count() // 2]
    article.summary = "Une phrase de plus." if article.summary.endswith("…") else "Une autre…"
    article.save_revision().publish()


def _index():
    keys = list(NewsPage.objects.order_by("-pk").values_list("pk", flat=True)[:INDEXED])
    SearchEntry.objects.filter(page__in=keys).update(digest="")
    reconcile(Page.objects.filter(pk__in=keys))


def _rename():
    with transaction.atomic():
        index = NewsIndexPage.objects.get(locale=Locale.get_default())
        index.slug = f"{index.slug}-bis"
        index.save_revision().publish()

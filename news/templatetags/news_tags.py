"""What templates ask of the news: dates as they are read, the latest, the lead of a list."""

from urllib.parse import urlencode

from django import template
from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from news.models import FILING_FILTERS, NewsIndexPage, NewsPage
from site_cms.public.routing import site_tree
from site_cms.publications.memo import remembered
from site_cms.words.dates import format_day

LATEST_COUNT = 3
PICTURED_COUNT = 4

register = template.Library()


@register.simple_tag
def article_dates(article):
    """Return « Publié le vendredi 19 janvier 2018 », and « Modifié le … » if it tells anything."""
    published = format_html(_("Publié le {date}"), date=_time(article.published_on))
    if not article.shown_modified_on:
        return published
    modified = format_html(_("Modifié le {date}"), date=_time(article.shown_modified_on))
    return format_html("{} · {}", published, modified)


def _time(day):
    """Return "vendredi 19 janvier 2018", for machines too."""
    words = f"{date_format(day, 'l')} {format_day(day)}"
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), words)


@register.filter
def related_title(article, others) -> str:
    """What the articles to read next have in common: an editor may choose them in any section."""
    if all(other.section_id == article.section_id for other in others):
        return _("Dans la même rubrique")
    return _("À lire aussi")


@register.simple_tag(takes_context=True)
def latest_news(context):
    """The newest articles of the active language."""
    tree = site_tree(context["request"])
    if not tree:
        return []
    return _latest(tree.root.locale_id)


@remembered
def _latest(locale_id):
    return list(NewsPage.objects.national().filter(locale_id=locale_id)[:LATEST_COUNT])


@register.simple_tag(takes_context=True)
def news_index(context):
    """The list of all news, for a link to it; from the tree, without a query."""
    tree = site_tree(context["request"])
    pages = tree.children if tree else []
    return next((page for page in pages if page.specific_class is NewsIndexPage), None)


@register.simple_tag
def followed(listing) -> str:
    """The filters of the list that a feed knows, as a query string."""
    chosen = (bound for bound in listing.active if not bound.unknown)
    known = (bound for bound in chosen if bound.filter.name in FILING_FILTERS)
    return urlencode([pair for bound in known for pair in bound.pairs])


@register.simple_tag
def split_lead(listing):
    """Return {lead, others}: the newest article apart, on the first page of the whole list."""
    articles = list(listing.page.object_list)
    images = [article.image for article in articles[:PICTURED_COUNT] if article.image]
    # The lead and the cards after it: one query for all their sizes.
    prefetch_related_objects(images, "renditions")
    if listing.page.number > 1 or listing.active or not articles:
        return {"lead": None, "others": articles}
    return {"lead": articles[0], "others": articles[1:]}

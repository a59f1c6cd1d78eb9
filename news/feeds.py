"""The news as RSS and Atom: all of them, or one section, theme or region, in each language.

The addresses take the filters of the list of news; `texte=integral` brings whole articles instead
of their summaries. A region's feed also brings what stands on the region's own pages; the others
bring what the list shows.
"""

from dataclasses import dataclass
from datetime import datetime, time
from urllib.parse import urlencode, urljoin

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.models import Site

from news.models import NewsIndexPage, NewsPage, articles_of_regions, filing_filters
from site_cms.public.following import (
    NEVER,
    FeedForm,
    printable,
    register_feed,
    revised_at,
    stable_id,
)
from site_cms.public.listing import BoundFilter
from site_cms.public.portable_html import portable
from site_cms.public.rich_text import gather_links_of
from site_cms.public.routing import site_tree
from site_cms.public.share_pictures import SHARE_IMAGE
from site_cms.public.structured_data import NAME
from site_cms.templatetags.follow_tags import WHOLE_TEXT
from site_cms.words.sorting import by_name

# A reader comes back often: what is older has been read, or is found on the site.
ITEM_COUNT = 20
# Minutes between two visits, for readers who ask.
PATIENCE = 60


class Edition:
    """One feed as it is asked for: which articles, how much of each, under which name."""

    def __init__(self, request):
        tree = site_tree(request, [])
        if tree is None:
            raise Http404
        self.request = request
        self.root = tree.root
        self.base = Site.find_for_request(request).root_url
        filters = filing_filters(tree.root.locale_id)
        self.bound = [BoundFilter(f, request.GET) for f in filters]
        [(name, value)] = WHOLE_TEXT.items()
        self.is_whole = request.GET.get(name) == value
        if any(b.unknown for b in self.bound) or request.GET.get(name) not in (None, "", value):
            raise Http404
        self.chosen = [bound for bound in self.bound if bound.values]
        self.articles = self._articles()

    @property
    def title(self):
        names = [NAME, _("Actualités"), *(", ".join(b.chosen_labels) for b in self.chosen)]
        return " – ".join(names)

    @property
    def query(self):
        """The filters, as the list of news takes them too."""
        return urlencode([pair for bound in self.chosen for pair in bound.pairs])

    @property
    def link(self):
        """The list one reads the same in, or the home page while there is none."""
        index = NewsIndexPage.objects.visible().child_of(self.root).first()
        if index is None:
            return self.root.get_full_url(self.request)
        return f"{index.get_full_url(self.request)}{self.query and '?'}{self.query}"

    def address(self, form):
        whole = urlencode(WHOLE_TEXT) if self.is_whole else ""
        query = "&".join(filter(None, (self.query, whole)))
        return f"{self.base}{reverse(form)}{query and '?'}{query}"

    @property
    def revised(self):
        """When an article last came in; it may be long after it was published by its region."""
        moments = [revised_at(article) for article in self.articles]
        selections = (getattr(article, "national_selection", None) for article in self.articles)
        moments += [selection.selected_at for selection in selections if selection]
        return max(moments, default=NEVER)

    def items(self):
        if self.is_whole:
            gather_links_of(self.articles, self.root.locale_id)
        return [Item(article, self) for article in self.articles]

    def _articles(self):
        regions = next((b.values for b in self.chosen if b.filter.name == "region"), [])
        pages = NewsPage.objects.published() if regions else NewsPage.objects.national()
        pages = pages.filter(locale=self.root.locale).descendant_of(self.root)
        for bound in self.chosen:
            if bound.filter.name == "region":
                pages = pages.filter(articles_of_regions(regions))
            else:
                pages = bound.narrow(pages)
        pages = pages.select_related("image", "section", "region", "national_selection")
        # A feed may give the texts, which lists do not read.
        pages = pages.prefetch_related("themes", "image__renditions").defer(None)
        articles = list(pages[:ITEM_COUNT])
        for article in articles:
            article.locale = self.root.locale
        return articles


@dataclass(frozen=True)
class Item:
    article: NewsPage
    edition: Edition

    @property
    def address(self):
        return self.article.get_full_url(self.edition.request)

    @property
    def published(self):
        """The day the public reads, at the hour the page went online if it was that day."""
        first = self.article.first_published_at
        if first and timezone.localdate(first) == self.article.published_on:
            return first
        return _midnight(self.article.published_on)

    @property
    def updated(self):
        changed = self.article.shown_modified_on
        return _midnight(changed) if changed else self.published

    @property
    def content(self):
        """The article without what only the site can show; "" in a feed of summaries."""
        if not self.edition.is_whole:
            return ""
        context = {"request": self.edition.request, "page": self.article}
        return portable(self.article.body.render_as_block(context), self.address)

    @property
    def enclosures(self):
        """The picture networks show too: nothing is drawn for the feed alone."""
        image = self.article.image
        if not image:
            return []
        try:
            rendition = image.get_rendition(SHARE_IMAGE)
            size = rendition.file.size
        except (SourceImageIOError, OSError):
            return []
        url = urljoin(self.edition.base, rendition.url)
        return [Enclosure(url, str(size), "image/jpeg")]

    @property
    def categories(self):
        themes = [theme.name for theme in by_name(self.article.themes.all())]
        return [printable(name) for name in (self.article.section.name, *themes)]


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


# --- How each form is written ---------------------------------------------------------------------


class Dated:
    """A feed is as new as its articles: Django takes the time it is asked when there are none."""

    def latest_post_date(self):
        return self.feed["revised"]


class Rss(Dated, Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/"
        }

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])


class Atom(Dated, Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


class RssFeed(Feed):
    feed_type = Rss
    url_name = "news_rss"
    ttl = PATIENCE
    author_name = NAME

    def get_object(self, request):
        return Edition(request)

    def title(self, edition):
        return printable(edition.title)

    def link(self, edition):
        return edition.link

    def feed_url(self, edition):
        return edition.address(self.url_name)

    feed_guid = feed_url

    def description(self, edition):
        return _("Les actualités de l’accélérateur national d’innovation sociale.")

    def feed_copyright(self):
        return _("Licence Ouverte 2.0 (etalab-2.0)")

    def feed_extra_kwargs(self, edition):
        return {"revised": edition.revised}

    def items(self, edition):
        return edition.items()

    def item_title(self, item):
        return printable(item.article.title)

    def item_link(self, item):
        return item.address

    def item_description(self, item):
        return escape(printable(item.article.summary)) or None

    def item_guid(self, item):
        return f"urn:uuid:{stable_id(item.article)}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.published

    def item_updateddate(self, item):
        return item.updated

    def item_enclosures(self, item):
        return item.enclosures

    def item_categories(self, item):
        return item.categories

    def item_extra_kwargs(self, item):
        return {"content": item.content}


class AtomFeed(RssFeed):
    feed_type = Atom
    url_name = "news_atom"
    subtitle = RssFeed.description


register_feed(FeedForm("RSS", RssFeed.url_name, "application/rss+xml"))
register_feed(FeedForm("Atom", AtomFeed.url_name, "application/atom+xml"))

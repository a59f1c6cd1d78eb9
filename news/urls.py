"""Feeds of the news, under the address where one follows the site."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from news.feeds import AtomFeed, RssFeed

_followed = [
    path(_("actualites.rss"), require_safe(RssFeed()), name=RssFeed.url_name),
    path(_("actualites.atom"), require_safe(AtomFeed()), name=AtomFeed.url_name),
]

urlpatterns = [path(_("suivre/"), include(_followed))]

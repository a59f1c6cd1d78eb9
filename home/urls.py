"""What one follows without giving an address: feeds, calendars, and the page that lists them."""

from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from home import calendars, follow
from news.feeds import AtomFeed, RssFeed

_followed = [
    path("", follow.follow, name="follow"),
    path(_("actualites.rss"), require_safe(RssFeed()), name="news_rss"),
    path(_("actualites.atom"), require_safe(AtomFeed()), name="news_atom"),
    path(_("calendrier.ics"), calendars.calendar, name="calendar"),
    path(_("etapes.ics"), calendars.calendar, {"kind": "steps"}, name="calendar_steps"),
    path(_("appels.ics"), calendars.calendar, {"kind": "calls"}, name="calendar_calls"),
    re_path(r"^date-(?P<key>[1-9]\d{0,8})\.ics$", calendars.single, name="event"),
]

urlpatterns = [path(_("suivre/"), include(_followed))]

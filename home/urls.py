"""What one follows without giving an address: calendars, and the page that lists all there is."""

from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _

from home import calendars, follow
from site_cms.public.calendars import calendar_kinds

_followed = [
    path("", follow.follow, name="follow"),
    path(_("calendrier.ics"), calendars.calendar, name="calendar"),
    *(
        path(kind.path, calendars.calendar, {"kind": kind.key}, name=kind.url_name)
        for kind in calendar_kinds().values()
    ),
    re_path(r"^date-(?P<key>[1-9]\d{0,8})\.ics$", calendars.single, name="event"),
]

urlpatterns = [path(_("suivre/"), include(_followed))]

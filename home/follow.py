"""The page that lists all one can follow."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from home.calendars import root_of
from news.models import filing_filters
from site_cms.public.calendars import calendar_kinds
from site_cms.public.screens import Screen, register_screen
from site_cms.words.sorting import by_label
from territories.regions import REGION_CHOICES

SCREEN = register_screen(
    Screen(
        "follow",
        gettext_lazy("Flux et calendriers"),
        gettext_lazy(
            "Suivre les actualités, les appels et le calendrier de French Impact, sans donner "
            "d’adresse électronique."
        ),
        gettext_lazy("suivre s’abonner abonnement agenda RSS Atom iCalendar"),
    )
)


@require_safe
def follow(request):
    root = root_of(request)
    context = {"screen": SCREEN, "groups": _feeds(root), "calendars": _calendars()}
    return render(request, "home/follow.html", context)


def _feeds(root):
    """The feeds by what they follow: (title, [(query, label), …])."""
    everything = (_("Tout"), [("", _("Toutes les actualités"))])
    filters = filing_filters(root.locale_id)
    groups = [(f.label, [(f"{f.name}={slug}", name) for slug, name in f.choices]) for f in filters]
    return [everything, *((title, rows) for title, rows in groups if rows)]


def _calendars():
    """The calendars as (name of the address, region, label)."""
    whole = [
        ("calendar", "", _("Toutes les dates")),
        *((kind.url_name, "", kind.label) for kind in calendar_kinds().values()),
    ]
    return whole + [("calendar", code, label) for code, label in by_label(REGION_CHOICES)]

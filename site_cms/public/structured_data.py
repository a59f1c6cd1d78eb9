"""What pages say of themselves to machines, in the words of schema.org.

Each room describes its own kinds of pages in its `structured_data.py`; here is what they share, and
how it is written into a page. A description holds what its page shows to every reader, no more.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from site_cms.public.licence import LICENCE

NAME = "French Impact"
HEADLINE_LIMIT = 110
FRANCE = {"@type": "Country", "name": "France"}
# What ends a script element, or begins a comment in it, wherever it stands.
_ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Shown:
    """What a page does not know of itself: the site's address, its own, and its picture's."""

    base: str
    address: str
    picture: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the way from the home page."""

    name: str
    address: str


@dataclass(frozen=True)
class Download:
    """One form a data set can be had in."""

    address: str
    media_type: str


def script(nodes: Iterable[dict]) -> SafeString:
    """Return the descriptions as a data block, which browsers do not run."""
    graph = {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, default=str).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped just here)


def _filled(node):
    return {key: value for key, value in node.items() if value not in ("", None, [])}


def written(moment: date | None) -> str:
    """Return a day as it is, an instant by the clock in Paris."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return timezone.localtime(moment).isoformat(timespec="seconds")
    return moment.isoformat()


# --- Descriptions the rooms share -----------------------------------------------------------------


def organisation(shown: Shown, logo: str = "") -> dict:
    """Who speaks: the site is the State's."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{shown.base}/#organisation",
        "name": NAME,
        "url": f"{shown.base}/",
        "logo": logo,
        "description": _("L’accélérateur national d’innovation sociale"),
        "areaServed": FRANCE,
    }


def by_us(shown: Shown) -> dict:
    """Return a reference to organisation(), which stands on every page."""
    return {"@id": f"{shown.base}/#organisation"}


def website(shown: Shown) -> dict:
    """The site in one language, and how to search it."""
    search = f"{shown.base}{reverse('search')}?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "@id": f"{shown.address}#site",
        "url": shown.address,
        "name": NAME,
        "inLanguage": get_language(),
        "publisher": by_us(shown),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb(shown: Shown, steps: Iterable[Step]) -> dict:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "item": {"@type": "WebPage", "@id": step.address, "name": step.name},
        }
        for position, step in enumerate(steps, start=1)
    ]
    return {
        "@type": "BreadcrumbList",
        "@id": f"{shown.address}#chemin",
        "itemListElement": items,
    }


def about(page, shown: Shown, kind: str) -> dict:
    """What any page can say of its subject, which is not the page itself."""
    return {
        "@type": kind,
        "@id": f"{shown.address}#sujet",
        "name": page.title,
        "description": page.description,
        "image": shown.picture,
        "mainEntityOfPage": shown.address,
    }


def event(page, shown: Shown, starts: date | None, ends: date | None, *, postponed=False) -> dict:
    state = "EventPostponed" if postponed else "EventScheduled"
    return about(page, shown, "Event") | {
        "url": shown.address,
        "startDate": written(starts),
        "endDate": written(ends),
        "eventStatus": f"https://schema.org/{state}",
        "location": FRANCE,
        "organizer": by_us(shown),
    }


def dataset(
    shown: Shown, name: str, description: str, downloads: Iterable[Download], modified: date | None
) -> dict:
    """An open data set, under the licence of all of ours."""
    forms = [
        {
            "@type": "DataDownload",
            "contentUrl": download.address,
            "encodingFormat": download.media_type,
        }
        for download in downloads
    ]
    return {
        "@type": "Dataset",
        "@id": f"{shown.address}#donnees",
        "name": name,
        "description": description,
        "url": shown.address,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": get_language(),
        "dateModified": written(modified),
        "creator": by_us(shown),
        "publisher": by_us(shown),
        "spatialCoverage": FRANCE,
        "distribution": forms,
    }


def headline(text: str) -> str:
    return Truncator(text).chars(HEADLINE_LIMIT)

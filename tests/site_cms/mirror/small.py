"""A small site of every kind of thing that the mirror has to do with."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import override_settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction

from site_cms.models import SiteDocument
from site_cms.public.listing import Listing
from tests import factories

# Files of the style, from their sources.
STATIC = {"WHITENOISE_USE_FINDERS": True, "WHITENOISE_AUTOREFRESH": True}
SECRET = "Un mot que personne ne lit"


@contextmanager
def within_a_transaction():
    """Let requests of the mirror leave the connection open, as those of Django's test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        with override_settings(**STATIC), pytest.MonkeyPatch.context() as patch:
            patch.setattr(Listing, "page_size", 3)
            yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def small_site() -> dict:
    """Make it; return some of its pages and documents by name."""
    home = factories.english_home()
    about = factories.add(type(factories.content("À propos")), home, "About", summary="In English")
    article = factories.article("Une nouvelle", image=factories.image())
    factories.article("Sans image")
    factories.copies(article, 4)
    factories.milestone("Le lancement")
    factories.contact()
    file, secret_file = factories.document("été.pdf"), _kept_document()
    Redirect.objects.create(old_path="/vieux", redirect_page=article)
    links = f'<p><a linktype="document" id="{file.pk}">un</a>'
    links += f'<a linktype="document" id="{secret_file.pk}">deux</a></p>'
    page = factories.content("Des fichiers", body=[("paragraph", links)])
    factories.content("Dedans", under=page)
    return {
        **{"about": about, "article": article, "file": file.pk, "secret_file": secret_file.pk},
        "page": page,
        "hidden": _hidden(),
    }


def _hidden():
    """Pages that nobody may find in the mirror, but a few addresses."""
    ended = timezone.now() - timedelta(hours=1)
    kept = [factories.content(f"Gardée {kind}", summary=SECRET) for kind in ("un", "deux")]
    below = factories.content("Dessous", under=kept[0], summary=SECRET)
    factories.restrict(kept[0])
    factories.restrict(kept[1], kind="login")
    return [
        *kept,
        below,
        factories.content("Brouillon", live=False, summary=SECRET),
        factories.content("Finie", expire_at=ended, summary=SECRET),
        factories.content("Hors moteurs", noindex=True),
    ]


def _kept_document() -> SiteDocument:
    collection = Collection.get_first_root_node().add_child(name="Gardés")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="sésame"
    )
    return factories.document("garde.pdf", SECRET.encode(), collection=collection)

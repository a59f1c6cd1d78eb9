"""Banners: up from one moment to another, on the whole site or a part of it, in both languages."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale

from site_cms.models import Banner
from site_cms.publications.moments import next_moment
from tests import factories

HOUR = timedelta(hours=1)
# Far from a change of clocks and from midnight, whichever day tests run.
NOON = timezone.localtime().replace(month=6, day=15, hour=12, minute=0, second=0, microsecond=0)


def banner(**fields):
    fields.setdefault("title", "Le dépôt est suspendu")
    fields.setdefault("ends_at", timezone.now() + HOUR)
    return Banner.objects.create(**fields)


def says(client, url="/", words="Le dépôt est suspendu"):
    return words in client.get(url).text


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the clock."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def test_a_banner_is_up_from_one_moment_to_another(home_page, client, clock):
    banner(starts_at=NOON, ends_at=NOON + HOUR)
    shown = []
    for minutes in (-1, 0, 59, 60):
        clock(NOON + timedelta(minutes=minutes))
        shown.append(says(client))
    assert shown == [False, True, True, False]


def test_kept_answers_last_until_a_banner_comes_or_goes(home_page):
    banner(starts_at=NOON, ends_at=NOON + HOUR)
    banner(ends_at=NOON + 2 * HOUR)
    moments = [NOON - HOUR, NOON, NOON + HOUR]
    assert [next_moment(moment) for moment in moments] == [NOON, NOON + HOUR, NOON + 2 * HOUR]


@pytest.mark.once
def test_readers_see_it_at_once_and_no_longer_than_it_lasts(transactional_db, client, clock):
    """Through the kept answers, as in life."""
    clock(NOON)
    assert not says(client)
    one = banner(ends_at=NOON + HOUR)
    assert says(client)
    Banner.objects.filter(pk=one.pk).get().delete()
    assert not says(client)
    banner(ends_at=NOON + HOUR)
    assert says(client)
    clock(NOON + HOUR)
    assert not says(client)


def test_a_part_of_the_site_is_a_page_and_what_it_contains_in_every_language(home_page, client):
    topic = factories.content("Sujet")
    factories.content("Dessous", under=topic)
    factories.content("Ailleurs")
    english = Locale.objects.create(language_code="en")
    for page in (home_page, topic):
        page.copy_for_translation(english).save_revision().publish()
    banner(part=topic)
    pages = ("/sujet/", "/sujet/dessous/", "/en/sujet/", "/", "/ailleurs/", "/recherche/")
    assert [says(client, url) for url in pages] == [True, True, True, False, False, False]


def test_readers_of_english_read_english_or_else_marked_french(home_page, client):
    english = Locale.objects.create(language_code="en")
    home_page.copy_for_translation(english).save_revision().publish()
    one = banner(title_en="Applications are suspended", kind=Banner.Kind.URGENT)
    said = client.get("/en/").text
    assert "Applications are suspended" in said and 'aria-label="Urgent"' in said
    one.title_en = ""
    one.save()
    assert 'lang="fr">Le dépôt' in client.get("/en/").text


def test_the_link_leads_to_what_the_public_may_read(home_page, client):
    page = factories.content("Foire aux questions")
    banner(link=page)
    assert 'class="fr-notice__link" href="/foire-aux-questions/"' in client.get("/").text
    page.unpublish()
    assert says(client) and "fr-notice__link" not in client.get("/").text


def test_the_gravest_stands_first(db):
    kinds = (Banner.Kind.INFORMATION, Banner.Kind.URGENT, Banner.Kind.WARNING)
    for kind in kinds:
        banner(kind=kind)
    found = [one.kind for one in Banner.objects.shown(timezone.now())]
    assert found == ["alert", "warning", "info"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": timezone.now() - HOUR},
        {"starts_at": NOON, "ends_at": NOON},
        {"ends_at": None},
        {"text_en": "Alone"},
    ],
)
def test_what_makes_no_sense_is_refused(db, wrong):
    fields = {"title": "Message", "ends_at": timezone.now() + HOUR, **wrong}
    with pytest.raises(ValidationError):
        Banner(**fields).full_clean()


def test_a_key_is_another_once_the_words_change(db, client):
    one = banner()
    before = client.get("/").text
    one.text = "Jusqu’à lundi."
    one.save()
    key = f'data-banner="{one.pk}-'
    after = client.get("/").text
    assert before.split(key)[1][:8] != after.split(key)[1][:8]

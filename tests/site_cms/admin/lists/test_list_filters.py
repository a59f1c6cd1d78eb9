"""Filters, order and search of the list of articles in the admin, together."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from site_cms.models import User
from site_cms.rights.roles import COMMUNICATION
from tests.factories import (
    article,
    region,
    rubric,
    translate,
    user,
)
from tests.site_cms.admin.lists.soup import titles


def build_articles():
    user("camille", COMMUNICATION)
    bretagne, occitanie = region("53", "Bretagne"), region("76", "Occitanie")
    article("Vieux", published_on=date(2018, 1, 18), section=rubric("Financement"))
    article("Breton", published_on=date(2019, 5, 1), region=bretagne)
    article("Occitan", published_on=date(2020, 6, 1), region=occitanie, live=False)
    planned = article("Programmé", published_on=date(2021, 6, 1), live=False)
    planned.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
    changed = article("Changé", published_on=date(2021, 7, 1))
    changed.save_revision()
    translate(Page.objects.get(title="Vieux").specific)


@pytest.fixture(scope="module")
def built_articles(build):
    build(build_articles)


@pytest.fixture
def camille(client, built_articles, standing):
    client.force_login(User.objects.get(username="camille"))
    return client


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Changé", "Programmé", "Occitan", "Breton", "Vieux"]),
        ("?ordering=published_on", ["Vieux", "Breton", "Occitan", "Programmé", "Changé"]),
        ("?region=53", ["Breton"]),
        ("?region=53&region=76", ["Occitan", "Breton"]),
        ("?published_on_from=2019-01-01&published_on_to=2020-12-31", ["Occitan", "Breton"]),
        ("?locale=fr&q=vieux", ["Vieux"]),
        ("?locale=en", ["EN Vieux"]),
        ("?locale=all&state=live&ordering=-title", ["Vieux", "EN Vieux", "Changé", "Breton"]),
        ("?state=live", ["Changé", "Breton", "Vieux"]),
        ("?state=draft", ["Programmé", "Occitan"]),
        ("?state=scheduled", ["Programmé"]),
        ("?state=changed", ["Changé"]),
        ("?q=breton", ["Breton"]),
        ("?q=breton&region=53&state=live", ["Breton"]),
        ("?q=breton&region=76", []),
        ("?q=breton&ordering=section__name", ["Breton"]),
        ("?q=breton&published_on_from=2019-01-01", ["Breton"]),
    ],
)
def test_articles_are_filtered_sorted_and_searched_together(camille, query, expected):
    assert titles(camille, f"/admin/articles/{query}") == expected


def test_articles_are_filtered_by_section(camille):
    section = rubric("Financement")
    assert titles(camille, f"/admin/articles/?section={section.pk}") == ["Vieux"]


@pytest.mark.parametrize(
    "query", ["?region=zz", "?state=zz", "?published_on_from=zz", "?section=0"]
)
@pytest.mark.parametrize("path", ["articles/", "articles/results/"])
def test_an_unknown_filter_value_is_no_error(camille, path, query):
    assert camille.get(f"/admin/{path}{query}").status_code == 200


def test_accents_do_not_send_a_title_to_the_end(camille):
    article("Écho", live=False)
    found = titles(camille, "/admin/articles/?ordering=title")
    assert found == ["Breton", "Changé", "Écho", "Occitan", "Programmé", "Vieux"]

"""Communication decides which articles of the regions enter the national lists."""

import csv
from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale, PageLogEntry, Revision

from news.models import NationalSelection, NewsIndexPage, NewsPage
from site_cms.rights.roles import COMMUNICATION, PUBLICATION, RELECTURE, team_group
from tests.factories import (
    PASSWORD,
    article,
    english_home,
    home,
    region,
    restrict,
    rubric,
    section,
    user,
)


@pytest.fixture
def bretagne(db):
    section(NewsIndexPage)
    return region("53", "Bretagne")


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def regional(title="Nouvelles d’Arvor", **fields):
    place = region("53")
    return article(title, under=place, region=place, **fields)


def choose(client, page, verb="select"):
    return client.post(reverse(f"national_{verb}", args=[page.pk]))


def national():
    return {page.title for page in NewsPage.objects.national()}


def addresses_that_show(client, title):
    """The public addresses, of those below, whose page names the article."""
    client.logout()
    front = home()
    front.body = [("latest_news", {"title": "Actualités"})]
    front.save()
    places = ("/", "/actualites/", "/territoires/bretagne/")
    return {place for place in places if title in client.get(place).content.decode()}


def test_an_article_of_a_region_stays_in_its_region_until_it_is_let_through(bretagne, client):
    article("Au national")
    regional()
    assert national() == {"Au national"}
    assert addresses_that_show(client, "Nouvelles d’Arvor") == {"/territoires/bretagne/"}


def test_an_article_let_through_is_everywhere_and_its_text_untouched(bretagne, editor):
    page = regional()
    versions = Revision.objects.count()
    choose(editor, page)
    chosen = NationalSelection.objects.get()
    assert (chosen.article_id, chosen.selected_by.username) == (page.pk, "camille")
    assert Revision.objects.count() == versions
    everywhere = {"/", "/actualites/", "/territoires/bretagne/"}
    assert addresses_that_show(editor, "Nouvelles d’Arvor") == everywhere


def test_an_article_taken_out_again_is_back_in_its_region_only(bretagne, editor):
    page = regional()
    for verb in ("select", "select", "release", "release"):
        assert choose(editor, page, verb).status_code == 302
    actions = PageLogEntry.objects.filter(page=page.pk, action__startswith="news.national")
    assert sorted(actions.values_list("action", flat=True)) == [
        "news.national.release",
        "news.national.select",
    ]
    assert addresses_that_show(editor, "Nouvelles d’Arvor") == {"/territoires/bretagne/"}


def test_taking_one_article_out_leaves_the_others_in(bretagne, editor):
    first, second = regional("Une"), regional("Deux")
    for page in (first, second):
        choose(editor, page)
    choose(editor, first, "release")
    assert national() == {"Deux"}


def test_a_draft_a_withdrawn_and_a_private_article_never_show_even_when_let_through(
    bretagne, editor
):
    draft, withdrawn, private = (
        regional("Brouillon", live=False),
        regional("Retiré"),
        regional("Réservé"),
    )
    for page in (draft, withdrawn, private):
        choose(editor, page)
    withdrawn.unpublish()
    restrict(private)
    assert national() == set()
    for page in (draft, withdrawn, private):
        assert addresses_that_show(editor, page.title) == set()


def test_an_article_under_a_private_region_never_shows(bretagne, editor):
    choose(editor, regional())
    restrict(bretagne)
    assert national() == set()


def test_what_to_read_next_leaves_regional_articles_out_unless_let_through_or_chosen(
    bretagne, editor
):
    section_news = rubric("Dossier")
    page = article("Lu", section=section_news)
    regional("Resté en région", section=section_news)
    through = regional("Passé", section=section_news)
    choose(editor, through)
    by_hand = regional("Choisi à la main")
    page.related = [("article", by_hand)]
    page.save()
    titles = [found.title for found in NewsPage.objects.get(pk=page.pk).related_articles()]
    assert titles == ["Choisi à la main", "Passé"]


def test_filters_years_and_totals_of_the_list_count_what_it_shows(bretagne, editor, rf):
    article(published_on=date(2019, 1, 1))
    through = regional("Passé", published_on=date(2018, 1, 1))
    regional("Resté", published_on=date(2017, 1, 1))
    choose(editor, through)
    listing = section(NewsIndexPage).listing(rf.get("/"))
    years = next(bound for bound in listing.filters if bound.filter.name == "annee")
    assert [option["value"] for option in years.options] == ["2019", "2018"]
    assert listing.total == 2


def test_the_list_of_one_language_shows_that_language(bretagne, editor):
    english_home()
    choose(editor, regional())
    english = section(NewsIndexPage).copy_for_translation(Locale.objects.get(language_code="en"))
    assert list(english.articles()) == []


def test_the_list_takes_no_more_queries_with_articles_of_regions(
    bretagne, client, between_publications, django_assert_max_num_queries
):
    for number in range(12):
        page = regional(f"Article {number}")
        NationalSelection.objects.create(article=page)
    client.get("/actualites/")
    with django_assert_max_num_queries(3):
        assert client.get("/actualites/").status_code == 200


# --- The screen and the button -------------------------------------------------------------------


def screen(client, **query):
    return client.get(reverse("national_selection"), query)


def test_the_screen_lists_articles_of_regions_and_narrows_them(bretagne, editor):
    article("Au national")
    occitanie = region("76", "Occitanie")
    article("D’Occitanie", under=occitanie, live=False)
    page = regional()
    html = screen(editor).content.decode()
    assert "Nouvelles d’Arvor" in html and "D’Occitanie" in html and "Au national" not in html
    for query, shown in (
        ({"place": "53"}, "Nouvelles d’Arvor"),
        ({"place": "76"}, "D’Occitanie"),
        ({"live": "True"}, "Nouvelles d’Arvor"),
        ({"live": "False"}, "D’Occitanie"),
    ):
        html = screen(editor, **query).content.decode()
        assert [t for t in ("Nouvelles d’Arvor", "D’Occitanie") if t in html] == [shown]
    choose(editor, page)
    editor.get("/admin/")  # the message of what was done
    chosen = screen(editor, chosen="yes").content.decode()
    assert "Nouvelles d’Arvor" in chosen and "D’Occitanie" not in chosen


def test_the_screen_is_exported(bretagne, editor):
    choose(editor, regional())
    regional("Resté")
    response = screen(editor, export="csv")
    rows = list(csv.DictReader(b"".join(response.streaming_content).decode().splitlines()))
    assert [(row["Titre"], row["Région"], bool(row["Retenu le"])) for row in rows] == [
        ("Resté", "Bretagne", False),
        ("Nouvelles d’Arvor", "Bretagne", True),
    ]


def test_the_article_s_own_screen_has_the_button(bretagne, editor):
    page, other = regional(), article("Au national")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert reverse("national_select", args=[page.pk]) in editor.get(address).content.decode()
    choose(editor, page)
    assert reverse("national_release", args=[page.pk]) in editor.get(address).content.decode()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).content.decode()
    assert reverse("national_select", args=[other.pk]) not in html


def test_nobody_else_decides(bretagne, client):
    page = regional()
    for group in (team_group("Bretagne", PUBLICATION), RELECTURE):
        user(group, group)
        client.login(username=group, password=PASSWORD)
        assert choose(client, page).status_code in (302, 403)
        assert "Nouvelles d’Arvor" not in screen(client).content.decode()
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "/admin/national/" not in html
    assert not NationalSelection.objects.exists()


def test_only_articles_of_regions_can_be_let_through(bretagne, editor):
    for page in (article("Au national"), bretagne):
        assert choose(editor, page).status_code == 404
    assert editor.get(reverse("national_select", args=[1])).status_code == 405


def test_deleting_the_article_or_the_account_leaves_no_error(bretagne, editor):
    page = regional()
    choose(editor, page)
    NationalSelection.objects.get().selected_by.delete()
    assert national() == {"Nouvelles d’Arvor"}
    page.delete()
    assert not NationalSelection.objects.exists()

"""What is done to many French pages at once is done to their translations, and said first."""

import pytest
from django.urls import reverse, reverse_lazy
from wagtail.models import Page

from site_cms.translation.work import translation_of
from tests import factories

HOME = reverse_lazy("wagtailadmin_home")


@pytest.fixture
def editor(db, client):
    account = factories.user("com", "Communication")
    client.force_login(account)
    return account


@pytest.fixture
def pairs(editor):
    pages = [factories.content("Une page"), factories.content("Une autre")]
    return [(page, factories.translate(page)) for page in pages]


def url(action, *pages):
    keys = "&".join(f"id={page.pk}" for page in pages)
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?{keys}"


def ask(client, action, *pages):
    response = client.get(url(action, *pages))
    assert response.status_code == 200
    return response.content.decode()


def do(client, run, action, *pages, **posted):
    with run(execute=True):
        return client.post(
            url(action, *pages) + f"&next={HOME}", posted, follow=True
        ).content.decode()


def live(*pages):
    return [Page.objects.get(pk=page.pk).live for page in pages]


def exist(*pages):
    return [Page.objects.filter(pk=page.pk).exists() for page in pages]


def under(page):
    return Page.objects.get(pk=page.pk).get_parent().pk


run = pytest.fixture(lambda django_capture_on_commit_callbacks: django_capture_on_commit_callbacks)


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "publish"])
def test_the_screen_names_the_translations_first(client, pairs, action):
    (first, twin), (second, other) = pairs
    alone = factories.content("Sans traduction")
    html = ask(client, action, first, second)
    assert html.count(f"{twin.title} (Anglais)") == html.count(f"{other.title} (Anglais)") == 1
    assert "(Anglais)" not in ask(client, action, alone)
    # The translation itself takes nothing along.
    assert f"{first.title} (" not in ask(client, action, twin)


def test_translations_are_withdrawn_with_their_pages_and_what_is_below(client, run, pairs):
    (first, twin), (second, other) = pairs
    child = factories.content("Enfant", first)
    their = factories.translate(child)
    do(client, run, "unpublish", first, second)
    assert live(first, twin, second, other) == [False] * 4
    assert live(child, their) == [True, True]
    do(client, run, "publish", first)
    do(client, run, "publish", twin)
    do(client, run, "unpublish", first, include_descendants="on")
    assert live(first, twin, child, their) == [False] * 4


def test_translations_are_deleted_with_their_pages(client, run, pairs):
    (first, twin), (second, other) = pairs
    do(client, run, "delete", first, second)
    assert exist(first, twin, second, other) == [False] * 4


def test_the_original_stays_when_its_translation_goes(client, run, pairs):
    (first, twin), (second, other) = pairs
    do(client, run, "unpublish", twin)
    do(client, run, "delete", other)
    assert live(first, second) == [True, True] and exist(other) == [False]


def test_page_and_translation_may_both_be_chosen(client, run, pairs):
    (first, twin), (second, other) = pairs
    do(client, run, "unpublish", twin, first)
    assert live(first, twin) == [False, False]
    do(client, run, "delete", twin, first, second)
    assert exist(first, twin, second, other) == [False] * 4


def test_translations_move_along_where_the_destination_is_translated(client, run, pairs):
    (first, twin), (second, other) = pairs
    there, alone = factories.content("Une rubrique"), factories.content("Sans traduction")
    their = factories.translate(there)
    home = under(twin)
    html = do(client, run, "move", first, second, chooser=alone.pk)
    assert under(first) == under(second) == alone.pk
    assert under(twin) == under(other) == home
    assert html.count("reste où elle est") == 2
    do(client, run, "move", first, second, chooser=there.pk)
    assert under(first) == under(second) == there.pk
    assert under(twin) == under(other) == their.pk


def test_a_translation_whose_address_is_taken_there_stays(client, run, pairs):
    (first, twin), _other = pairs
    there = factories.content("Une rubrique")
    their = factories.translate(there)
    factories.content("Voisine", their, slug=twin.slug)
    home = under(twin)
    html = do(client, run, "move", first, chooser=there.pk)
    assert under(first) == there.pk and under(twin) == home
    assert "reste où elle est" in html


# --- Publishing -----------------------------------------------------------------------------------


def change(page, title):
    page = Page.objects.get(pk=page.pk).specific
    page.title = title
    page.save_revision()


def test_translations_are_published_together_only_when_asked(client, run, pairs):
    (first, twin), (second, other) = pairs
    for page in (first, second, twin, other):
        Page.objects.get(pk=page.pk).unpublish()
    do(client, run, "publish", first)
    assert live(first, twin) == [True, False]
    do(client, run, "publish", first, second, **{"with-translations": "on"})
    assert live(first, twin, second, other) == [True] * 4


def test_an_incomplete_translation_is_not_published_along_and_one_is_told(client, run, pairs):
    (first, twin), (second, _other) = pairs
    change(first, "Un autre titre")
    html = do(client, run, "publish", first, second, **{"with-translations": "on"})
    assert Page.objects.get(pk=first.pk).title == "Un autre titre"
    assert Page.objects.get(pk=twin.pk).title == "EN Une page"
    assert "n’est pas mise en ligne" in html
    factories.translate_words(translation_of(twin))
    do(client, run, "publish", first, **{"with-translations": "on"})
    assert Page.objects.get(pk=twin.pk).title == "EN Un autre titre"


def test_a_translation_is_published_in_the_words_it_has_now(client, run, editor):
    page = factories.content("Une page")
    left_out = ("title", "summary", "seo_title", "search_description")
    twin = factories.translate(page, left_out=left_out, publish=False)
    factories.translate_words(translation_of(twin))
    do(client, run, "publish", twin)
    twin = Page.objects.get(pk=twin.pk)
    assert twin.live and twin.title == "EN Une page"
    assert twin.slug == "en-une-page"

"""What a page's form offers and takes: pages and words of the page's own language."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import NewsIndexPage, NewsPage
from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, pioneer, region, rubric, section, theme, translate, user

RELATIONS = ("themes", "pioneers", "region", "section")


@pytest.fixture
def named(db):
    """For each relation of an article: (the French, the English)."""
    french = {
        "themes": theme(),
        "pioneers": pioneer("Siel"),
        "region": region("53", "Bretagne"),
        "section": rubric(),
    }
    return {name: (one, translate(one)) for name, one in french.items()}


@pytest.fixture
def editor(client, named):
    client.force_login(user("camille", COMMUNICATION))
    return client


def offered(client, url):
    """The keys that each relation's list, or the chooser it opens, offers on that form."""
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    chooser = soup.select_one('[data-page-picker="pioneers"]')["data-url"]
    listed = client.get(chooser, headers={"referer": f"http://testserver{url}"})
    boxes = BeautifulSoup(listed.json()["html"], "html.parser").select("input[type=checkbox]")
    return {"pioneers": {box["value"] for box in boxes}} | {
        name: {
            item["value"]
            for item in soup.select(f'input[name="{name}"], select[name="{name}"] option')
            if item["value"]
        }
        for name in set(RELATIONS) - {"pioneers"}
    }


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_url(under):
    return reverse("wagtailadmin_pages:add", args=["news", "newspage", under.pk])


def send(client, page, **fields):
    empty = {name: streamfield([]) for name in ("people", "sources", "related")}
    body = streamfield([("highlight", {"text": "Une phrase."})])
    fields = {
        "title": "Changé",
        "slug": page.slug,
        "published_on": "2018-01-18",
        "section": page.section_id,
        "body": body,
        "comments": inline_formset([]),
        **empty,
        **fields,
    }
    several = {name: value for name, value in fields.items() if isinstance(value, list)}
    single = {name: value for name, value in fields.items() if name not in several}
    answer = client.post(edit_url(page), {**nested_form_data(single), **several})
    kept = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    kept.said = BeautifulSoup(answer.content, "html.parser").get_text()
    return kept


def test_a_french_form_offers_french_choices_only(editor, named):
    page, index = article(), section(NewsIndexPage)
    for url in (edit_url(page), add_url(index)):
        shown = offered(editor, url)
        for name, (french, english) in named.items():
            assert str(french.pk) in shown[name], name
            assert str(english.pk) not in shown[name], name


def test_a_new_english_page_is_offered_english_choices_only(editor, named):
    translate(article())
    index = NewsIndexPage.objects.get(locale__language_code="en")
    shown = offered(editor, add_url(index))
    for name, (french, english) in named.items():
        assert str(english.pk) in shown[name], name
        assert str(french.pk) not in shown[name], name


@pytest.mark.parametrize("name", RELATIONS)
def test_the_server_takes_no_other_language_either(editor, named, name):
    page, (french, english) = article(), named[name]
    several = name in ("themes", "pioneers")
    sent = send(editor, page, **{name: [english.pk] if several else english.pk})
    assert sent.title != "Changé"
    assert "choisissez un élément dans la langue de la page" in sent.said
    sent = send(editor, page, **{name: [french.pk] if several else french.pk})
    assert sent.title == "Changé"
    kept = getattr(sent, name)
    assert (list(kept.all()) if several else [kept]) == [french]


def test_an_english_page_keeps_the_french_page_nobody_has_translated(editor):
    untranslated = pioneer("Sans traduction")
    page = article(pioneers=[untranslated])
    page.save_revision()
    english = NewsPage.objects.get(pk=translate(page).pk)
    assert list(english.pioneers.all()) == [untranslated]
    form = NewsPage.get_edit_handler().get_form_class()(instance=english)
    assert untranslated in form.fields["pioneers"].queryset
    assert pioneer("Un autre") not in form.fields["pioneers"].queryset

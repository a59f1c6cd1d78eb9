"""What the editor is told of a text, on saving and in the preview; nothing blocks."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, streamfield

from site_cms.admin.writing import WritingChecker
from site_cms.models import Person
from site_cms.rights.roles import COMMUNICATION
from site_cms.words.typography import NBSP, NNBSP
from site_cms.words.writing import LONG_SENTENCE
from tests import factories
from tests.factories import PASSWORD, content, user

TYPED, MENDED = "L'été ?", f"L’été{NNBSP}?"
LONG = "mot " * LONG_SENTENCE + "fin."


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def posted(page, **fields):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "body": streamfield([("highlight", {"text": LONG})]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            **fields,
        }
    )


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_snippets_are_mended_before_their_names_are_compared(editor):
    url = reverse("wagtailsnippets_site_cms_person:add")
    editor.post(url, {"name": "Anne d'Arvor"})
    assert Person.objects.get().name == "Anne d’Arvor"
    assert editor.post(url, {"name": "Anne d'Arvor"}).status_code == 200
    assert Person.objects.count() == 1


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_the_editor_hears_of_it_after_saving_and_is_not_held_up(editor, action):
    page = content("Titre")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = editor.post(address, posted(page) | action)
    assert response.status_code == 302
    assert "Il manque un résumé" in told(response) and "41 mots" in told(response)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().body[0].value["text"] == LONG.strip()


def test_a_new_page_is_read_as_well(editor):
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", factories.home().pk])
    data = posted(content()) | {"title": "Neuve", "slug": "neuve"}
    assert "41 mots" in told(editor.post(address, data))


def test_automatic_saving_says_nothing(editor):
    page = content("Titre")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = editor.post(address, posted(page), headers={"accept": "application/json"})
    assert response.json()["success"]
    assert told(response) == ""


def test_markup_in_a_text_does_not_reach_the_message(editor):
    page = content("Titre")
    bad = "<script>alert(1)</script> " + LONG
    body = streamfield([("highlight", {"text": bad[:400]})])
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = editor.post(address, posted(page, body=body), follow=True)
    assert "<script>alert(1)" not in response.content.decode()


# --- The checker, in a browser --------------------------------------------------------------------


def test_the_checker_speaks_french_and_knows_every_rule_it_runs():
    known = {rule["id"] for rule in WritingChecker.axe_custom_rules} | set(
        WritingChecker.axe_run_only
    )
    assert set(WritingChecker.axe_messages) <= known


def badly_written():
    links = (
        '<p><a href="https://example.org/a">Cliquez ici</a>, '
        '<a href="https://example.org/b">consulter l’appel à projets</a>.</p>'
        f"<p>{LONG}</p>"
    )
    picture = factories.image("photo.jpg")
    return content(
        "Essai",
        body=[
            ("heading", {"text": "Sous-intertitre d’abord", "level": "h3"}),
            ("paragraph", RichText(links)),
            ("image", {"image": picture, "alt": "IMG_1234.jpg", "caption": ""}),
            ("image", {"image": picture, "alt": "", "caption": ""}),
        ],
    )


@pytest.mark.django_db(transaction=True)
def test_the_checker_finds_what_is_badly_written_in_the_preview(page):
    bad = badly_written()
    user("camille", COMMUNICATION)
    page.goto("/admin/login/")
    page.fill("[name=login]", "camille")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.goto(f"/admin/pages/{bad.pk}/edit/")
    page.click("[data-side-panel-toggle=checks]")
    panel = page.locator("[data-side-panel=checks]")
    panel.get_by_text("Lien trop vague").first.wait_for(timeout=15_000)
    text = panel.inner_text()
    for problem in (
        "Lien trop vague",
        "Phrase trop longue",
        "Le texte alternatif est un nom de fichier",
        "Image présentée comme décorative",
        "Niveau d’intertitre sauté",
        "Résumé manquant",
    ):
        assert text.count(problem) == 1, text
    assert page.problems == []


def test_the_mended_text_is_what_the_public_reads(editor):
    page = content("Titre", summary=f"Déjà{NBSP}: oui")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    body = streamfield([("highlight", {"text": TYPED})])
    editor.post(address, posted(page, body=body) | {"action-publish": "1"})
    assert MENDED in editor.get(page.url).content.decode()

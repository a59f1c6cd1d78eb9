"""Texts mended on save, wherever a page keeps them; what the editor is told; nothing blocks."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import NewsPage
from site_cms.admin.writing import WritingChecker
from site_cms.models import Person
from site_cms.rights.roles import COMMUNICATION
from site_cms.words.typography import NBSP, NNBSP
from site_cms.words.writing import LONG_SENTENCE, mend, remarks
from territories.models import Partner
from tests import factories
from tests.factories import PASSWORD, article, content, statement, territory, user

TYPED, MENDED = "L'été ?", f"L’été{NNBSP}?"
LONG = "mot " * LONG_SENTENCE + "fin."


def test_a_saved_page_is_mended_in_every_kind_of_field(db):
    body = [
        ("paragraph", RichText(f"<p>{TYPED}</p>")),
        ("heading", {"text": TYPED, "level": "h2"}),
        ("accordion", {"items": [{"title": TYPED, "text": RichText(f"<p>{TYPED}</p>")}]}),
        ("steps", {"items": [{"title": TYPED, "text": TYPED}, {"title": "b", "text": ""}]}),
        ("button", {"label": TYPED, "url": "https://example.org/?q=l'ete"}),
    ]
    page = content(TYPED, summary=TYPED, image_alt=TYPED, seo_title=TYPED, body=body, slug="ete")
    page.refresh_from_db()
    for text in (page.title, page.draft_title, page.summary, page.image_alt, page.seo_title):
        assert text == MENDED
    raw = json.dumps(list(page.body.raw_data), ensure_ascii=False)
    assert TYPED not in raw and raw.count(MENDED) == 7
    assert "https://example.org/?q=l'ete" in raw
    assert page.slug == "ete"


def test_a_table_is_mended_in_its_headings_and_cells(db):
    table = {
        "columns": [{"type": "text", "heading": TYPED}, {"type": "rich_text", "heading": "b"}],
        "rows": [{"values": [TYPED, f"<p>{TYPED}</p>"]}],
        "caption": "",
    }
    page = content(body=[])
    block = {"type": "table", "value": {"caption": TYPED, "table": table}, "id": "1"}
    page.body = json.dumps([block])
    page.save()
    raw = json.dumps(list(type(page).objects.get().body.raw_data), ensure_ascii=False)
    assert raw.count(MENDED) == 4 and TYPED not in raw


def test_rich_text_fields_are_mended_and_choices_are_not(db):
    page = statement(scope=TYPED, contact=f"<p>{TYPED}</p>")
    page.refresh_from_db()
    assert page.scope == MENDED and page.contact == f"<p>{MENDED}</p>"


def test_the_rows_of_a_page_are_mended_with_it(db):
    page = territory("Terres")
    page.partners = [Partner(name="L'Atelier", kind=Partner.Kind.BUSINESS)]
    page.save_revision().publish()
    assert [partner.name for partner in Partner.objects.all()] == ["L’Atelier"]


def test_rows_that_no_form_has_touched_are_not_read(db, django_assert_num_queries):
    page = type(territory("Terres")).objects.get()
    assert page.locale
    with django_assert_num_queries(0):
        mend(page)


def test_snippets_are_mended_before_their_names_are_compared(editor):
    url = reverse("wagtailsnippets_site_cms_person:add")
    editor.post(url, {"name": "Anne d'Arvor"})
    assert Person.objects.get().name == "Anne d’Arvor"
    assert editor.post(url, {"name": "Anne d'Arvor"}).status_code == 200
    assert Person.objects.count() == 1


def test_a_draft_of_a_page_online_is_mended_in_its_revision(db):
    page = content("Titre")
    page.summary = TYPED
    revision = page.save_revision()
    assert revision.as_object().summary == MENDED
    page.refresh_from_db()
    assert page.summary == ""


def test_a_text_at_its_limit_stays_valid(db):
    page = content(summary="a" * 299 + "?")
    assert len(page.summary) == 300
    page.full_clean()


def test_english_pages_are_left_alone(db):
    english = factories.english_home()
    assert english.locale == Locale.objects.get(language_code="en")
    english.summary = "Isn't it ?"
    mend(english)
    assert english.summary == "Isn't it ?"


def test_mending_a_mended_page_changes_nothing(db):
    page = article(body=[("paragraph", RichText(f"<p>{TYPED}</p>"))])
    before = list(page.body.raw_data)
    stream = page.body
    mend(page)
    assert page.body is stream and list(page.body.raw_data) == before


def test_an_old_list_with_bare_values_is_left_as_it_is(db):
    page = content()
    value = {"title": "", "figures": [{"value": "22", "label": TYPED}]}
    page.body = json.dumps([{"type": "key_figures", "value": value, "id": "1"}])
    mend(page)
    assert page.body.raw_data[0]["value"]["figures"] == value["figures"]


# --- What the writer is told ----------------------------------------------------------------------


def test_a_page_in_order_has_no_remarks(db):
    text = "<p>Une phrase. Une autre ! Encore ?</p><ul><li>Un point</li></ul>"
    page = content(summary="Résumé.", body=[("paragraph", RichText(text))])
    assert remarks(page) == []


def test_a_missing_summary_is_told_except_on_the_home_page(db):
    assert any("résumé" in remark for remark in remarks(content()))
    assert not remarks(factories.home())


@pytest.mark.parametrize(("width", "told"), [(400, True), (1199, True), (1200, False)])
def test_a_picture_too_small_to_be_sharp_is_told(db, width, told):
    picture = factories.image()
    type(picture).objects.update(width=width)
    picture.refresh_from_db()
    found = " ".join(remarks(content(summary="Un résumé.", image=picture)))
    assert (f"{width} pixels" in found) is told


def test_long_sentences_are_counted_and_begun_a_few_of_many(db):
    body = [("paragraph", RichText(f"<p>{LONG}</p>"))] * 5
    told = remarks(content(summary="Résumé.", body=body))
    assert len(told) == 4
    assert f"{LONG_SENTENCE + 1} mots" in told[0] and "mot mot" in told[0]
    assert "2 autres phrases" in told[-1]


def test_paragraphs_and_items_end_a_sentence(db):
    half = "mot " * 30
    text = f"<p>{half}</p><p>{half}</p><ul><li>{half}</li><li>{half}</li></ul>"
    page = content(summary="Résumé.", body=[("paragraph", RichText(text))])
    assert remarks(page) == []


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
    page.fill("[name=username]", "camille")
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


def test_articles_are_mended_below_a_region_too(db):
    page = article(TYPED, under=factories.region())
    assert NewsPage.objects.get(pk=page.pk).title == MENDED

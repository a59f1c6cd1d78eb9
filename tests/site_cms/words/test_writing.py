"""Texts mended on save, wherever a page keeps them, and what may be written better."""

import json

import pytest
from wagtail.models import Locale
from wagtail.rich_text import RichText

from news.models import NewsPage
from site_cms.models import SiteImage
from site_cms.words.typography import NNBSP
from site_cms.words.writing import LONG_SENTENCE, image_faults, mend, remarks
from territories.models import Partner
from tests import factories
from tests.factories import article, content, statement, territory

TYPED, MENDED = "L'été ?", f"L’été{NNBSP}?"
LONG = "mot " * LONG_SENTENCE + "fin."


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("IMG_0042", True),
        ("affiche-v2.jpg", True),
        ("20190312", True),
        ("photo_finale", True),
        ("Saint-Brieuc", False),
        ("Le marché de Rennes en 2019", False),
    ],
)
def test_a_title_that_names_a_file_is_told(title, is_told):
    faults = image_faults(SiteImage(title=title, width=1600, height=900))
    assert bool(faults) == is_told


def test_a_picture_too_small_is_told(db):
    page = article(image=factories.image())
    page.image.width = 240
    assert any("240 pixels" in remark for remark in remarks(page))


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


def test_articles_are_mended_below_a_region_too(db):
    page = article(TYPED, under=factories.region())
    assert NewsPage.objects.get(pk=page.pk).title == MENDED

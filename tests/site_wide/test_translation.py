"""Every kind of page, really translated: nothing stays in French, and nothing is lost later.

A translation here writes "EN" before each French text, so that what was overlooked shows.
"""

import re
from datetime import date

import pytest
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DecimalBlock,
    IntegerBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import NewsPage
from pioneers.models import CallExtension, CallPage
from site_cms.models import Theme, page_types
from site_cms.words.writing import Pen, _is_written, _rewrite
from territories.models import Partner
from tests import factories

WORD = re.compile(r"[^\W\d_]{3,}")
TAG = re.compile(r"<[^>]+>")
# Values of the fields that are the same in every language.
SAME = {
    "seat_code": "35238",
    "hashtag": "FrenchImpact",
    "contact_phone": "01 40 00 00 00",
    "seat": "Ville",
}
SAME |= {"headquarters": "Ville", "subject": "Ville", "auditor": "Ville", "clean_name": "Ville"}


@pytest.fixture
def english(db):
    return Locale.objects.create(language_code="en")


def translate(page, locale, publish=True):
    """Translate what is not translated yet, as an editor does segment by segment."""
    source, _created = TranslationSource.update_or_create_from_instance(
        type(page).objects.get(pk=page.pk)
    )
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": in_english(segment), "translation_type": "manual"},
        )
    Translation.objects.get_or_create(source=source, target_locale=locale)
    twin, _created = source.create_or_update_translation(
        locale, publish=not isinstance(page, Page), copy_parent_pages=True, fallback=True
    )
    if publish and isinstance(twin, Page):
        twin.get_latest_revision().publish()
    return type(page).objects.get(pk=twin.pk)


def in_english(segment):
    # Before every line and every item of a list of choices.
    return "EN " + segment.string.data.replace("<br/>", "<br/>EN ")


# --- Where a page says something ------------------------------------------------------------------


def said(page):
    """Return the texts of a page and of the rows that belong to it, in their order."""
    found = []

    def read(text, limit=None):
        found.append(TAG.sub(" ", text))
        return text

    _rewrite(page, Pen(read, read))
    for relation in getattr(page._meta, "child_relations", ()):
        if relation.related_model is not Partner:
            for row in getattr(page, relation.name).all():
                _rewrite(row, Pen(read, read))
    return [text for text in found if WORD.search(text) and text not in SAME.values()]


def is_english(text):
    return all(line.startswith("EN ") for line in map(str.strip, text.split("\n")) if line)


# --- A page of each kind with something in every field --------------------------------------------


HTML = "<p>Un texte, puis <b>un autre</b>.</p><ul><li>Un point</li></ul>"
TABLE = {
    "caption": "Un titre de tableau",
    "columns": [
        {"type": "text", "heading": "Étape"},
        {"type": "rich_text", "heading": "Détail"},
    ],
    "rows": [{"values": ["Dépôt", "<p>Un <b>dossier</b></p>"]}] * 2,
}


def filled(model, targets):
    """Make a page of the model, with a text in every field that takes one."""
    page = MAKERS.get(model.__name__, lambda: factories.section(model))()
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            if field.name not in ("people", "related"):
                blocks = field.stream_block.child_blocks.items()
                value = [(name, sample(block, targets)) for name, block in blocks]
                setattr(page, field.name, value)
        elif _is_written(field) and not getattr(page, field.name) and field.name != "to_address":
            text = HTML if isinstance(field, RichTextField) else f"Texte {field.name}"
            setattr(page, field.name, SAME.get(field.name, text))
    page.save()
    return page


def sample(block, targets):
    """A value of a block with a text wherever it takes one."""
    if isinstance(block, BaseStructBlock):
        values = {name: sample(child, targets) for name, child in block.child_blocks.items()}
        return {name: value for name, value in values.items() if value is not None}
    if isinstance(block, ListBlock):
        return [] if block.label == "pionniers" else [sample(block.child_block, targets)] * 2
    if isinstance(block, ChoiceBlock):
        return block.field.choices[1][0]
    return next((value for kind, value in targets.items() if isinstance(block, kind)), None)


def call():
    page = factories.call(channel=CallPage.Channel.NONE, period="mars 2018")
    page.extensions = [
        CallExtension(
            announced_on=date(2018, 3, 1), previous_deadline=date(2018, 3, 2), reason="Affluence"
        )
    ]
    page.form_fields = [
        CallPage.form_fields.rel.related_model(
            label="Votre projet",
            field_type="dropdown",
            choices="Social\nCitoyen",
            help_text="Un seul",
        )
    ]
    page.save()
    return page


def article():
    person = {"person": factories.person(), "office": "ministre"}
    return factories.article(people=[("person", person)])


def page_kinds():
    return sorted(page_types(), key=lambda model: model.__name__)


MAKERS = {
    "AccessibilityStatementPage": factories.statement,
    "CallPage": call,
    "ContactPage": factories.contact,
    "ContentPage": factories.content,
    "HomePage": factories.home,
    "MilestonePage": factories.milestone,
    "NewsPage": article,
    "PioneerPage": factories.pioneer,
    "RegionPage": factories.region,
    "SiteMapPage": factories.site_map,
    "TerritoryPage": factories.territory,
}


@pytest.mark.parametrize("model", page_kinds(), ids=lambda model: model.__name__)
def test_every_text_of_every_kind_of_page_is_translated(english, model):
    target = factories.content("Une page liée")
    link = f'<a linktype="page" id="{target.pk}">un lien</a>'
    page = filled(
        model,
        {
            RichTextBlock: f"<p>Un texte avec {link}.</p><ul><li>Un <i>point</i></li></ul>",
            URLBlock: "https://www.example.org/",
            CharBlock: "Un texte",
            TextBlock: "Un texte\nsur deux lignes",
            BaseTypedTableBlock: TABLE,
            ImageChooserBlock: factories.image(),
            DocumentChooserBlock: factories.document(),
            PageChooserBlock: target,
            DecimalBlock: 12,
            IntegerBlock: 2018,
        },
    )
    french = said(page)
    assert len(french) > 2
    twin = translate(page, english)
    assert [text for text in said(twin) if not is_english(text)] == []
    assert len(said(twin)) == len(french)
    assert twin.live and twin.locale == english


# --- What is chosen -------------------------------------------------------------------------------


def test_what_a_page_names_is_in_its_language_when_that_exists_and_kept_up_to_date(english):
    mobility, health = factories.theme(), factories.theme("Santé")
    section, region = factories.rubric(), factories.region()
    pioneer, untranslated = factories.pioneer("Un pionnier"), factories.pioneer("Un autre")
    page = factories.article(themes=[mobility, health], region=region, pioneers=[pioneer])
    page.pioneers.add(untranslated)
    page.save()
    their = {one: translate(one, english) for one in (mobility, section, region, pioneer)}
    twin = translate(page, english)
    assert twin.section == their[section]
    assert twin.section.slug == section.slug and twin.section.name == "EN Actualité"
    assert twin.region == their[region]
    assert set(twin.themes.all()) == {their[mobility], health}
    assert set(twin.pioneers.all()) == {their[pioneer], untranslated}
    # What is no longer chosen in French is chosen no longer.
    page = type(page).objects.get(pk=page.pk)
    page.themes.clear()
    page.pioneers.set([untranslated])
    page.save()
    twin = translate(page, english)
    assert not twin.themes.exists()
    assert list(twin.pioneers.all()) == [untranslated]


def test_links_lead_to_the_translation_and_to_the_french_page_while_there_is_none(english, client):
    target = factories.content("La cible")
    link = f'<p>Voir <a linktype="page" id="{target.pk}">la cible</a>.</p>'
    blocks = [("paragraph", link), ("button", {"label": "Lire", "page": target, "url": ""})]
    page = factories.content(body=blocks)
    translate(factories.home(), english)
    twin = translate(page, english)
    html = client.get(twin.url).content.decode()
    assert html.count(f'href="{target.url}"') == 2
    there = translate(target, english)
    html = client.get(twin.url).content.decode()
    assert html.count(f'href="{there.url}"') == 2
    assert f'href="{target.url}"' not in html


# --- Later changes --------------------------------------------------------------------------------


def test_a_change_of_the_french_page_keeps_every_other_translation(english):
    table = {
        "columns": [{"type": "text", "heading": "Étape"}],
        "rows": [{"values": ["Dépôt"]}, {"values": ["Sélection"]}],
        "caption": "",
    }
    blocks = [
        ("paragraph", "<p>Première phrase.</p>"),
        ("table", {"caption": "Étapes", "table": table}),
    ]
    page = factories.article("Un titre", body=blocks, published_on=date(2018, 1, 18))
    twin = translate(page, english)
    StringTranslation.objects.filter(data="EN Sélection").update(data="Selection")
    page = type(page).objects.get(pk=page.pk)
    raw = page.body.get_prep_value()
    raw[1]["value"]["table"]["rows"].insert(0, {"values": ["Annonce"]})
    raw.insert(0, {"type": "highlight", "value": {"text": "Nouveau"}, "id": "n"})
    page.body, page.published_on = raw, date(2018, 2, 1)
    page.save()
    source = TranslationSource.objects.get_for_instance(page)
    source.update_from_db()
    done = Translation.objects.get(source=source).get_progress()
    # The two new texts, and nothing that was translated.
    assert done[0] - done[1] == 2
    twin = translate(page, english)
    assert twin.published_on == date(2018, 2, 1)
    assert [block.block_type for block in twin.body] == ["highlight", "paragraph", "table"]
    rows = twin.body[2].value["table"].row_data
    assert [row["values"] for row in rows] == [["EN Annonce"], ["EN Dépôt"], ["Selection"]]


def test_a_question_of_a_form_keeps_its_name_in_every_language(english):
    twin = translate(factories.contact(), english)
    french = twin.get_translation(factories.french())
    names = [field.clean_name for field in french.form_fields.all()]
    assert [field.clean_name for field in twin.form_fields.all()] == names
    assert [f.label for f in twin.form_fields.all()] == ["EN Votre adresse", "EN Votre message"]
    assert {field.locale for field in twin.form_fields.all()} == {english}
    again = translate(french, english)
    assert again.form_fields.count() == 2


def test_rows_made_before_they_were_translatable_are_in_the_language_of_their_page(english):
    page = call()
    assert {row.locale for row in (*page.extensions.all(), *page.form_fields.all())} == {
        page.locale
    }


def test_a_theme_is_translated_by_its_name_only(english):
    theme = translate(factories.theme("Santé"), english)
    assert (theme.name, theme.slug) == ("EN Santé", "sante")
    assert Theme.objects.filter(locale=english).count() == 1
    assert not NewsPage.objects.exists()

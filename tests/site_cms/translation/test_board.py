"""The board of translations: what it says of each page, to whom, and at what cost."""

import csv
import json
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import NewsIndexPage
from site_cms.models import Lateness
from site_cms.publications import memo
from site_cms.translation import board
from site_cms.translation.board import Board
from site_cms.translation.states import State
from site_cms.translation.work import edit_url, obstacles, submit
from tests import factories
from tests.site_wide.permissions.deeds import form

QUERY_LIMIT = 25
BOARD = "/admin/traductions/"


@pytest.fixture
def english(db):
    locale = Locale.objects.create(language_code="en")
    factories.home().copy_for_translation(locale, copy_parents=True)
    return locale


@pytest.fixture
def editor(english, client):
    account = factories.user("com", "Communication")
    client.force_login(account)
    return account


def states(account, page):
    row = next(row for row in Board(account).rows if row.pk == page.pk)
    return [cell.state for cell in row.cells]


def finished(page, locale, account):
    submit(page, [locale], account)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    factories.translate_words(translation)
    return translation


def publish(translation, run):
    with run(execute=True):
        translation.save_target(publish=True)


def assert_is_said_to_be_late(client, page, cell):
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "est en retard sur le français depuis le" in html
    assert cell.url in html


def test_a_page_passes_through_every_state(
    english, editor, client, django_capture_on_commit_callbacks
):
    run = django_capture_on_commit_callbacks
    page = factories.content("Une page", summary="Un résumé.")
    assert states(editor, page) == [State.MISSING]
    submit(page, [english], editor)
    assert states(editor, page) == [State.WAITING]
    translation = finished(page, english, editor)
    assert states(editor, page) == [State.DRAFT]
    assert obstacles(translation) == []
    publish(translation, run)
    assert states(editor, page) == [State.UP_TO_DATE]
    page = type(page).objects.get(pk=page.pk)
    page.save_revision().publish()
    assert states(editor, page) == [State.UP_TO_DATE], "nothing was changed"
    page.summary = "Un autre résumé."
    page.save_revision()
    assert states(editor, page) == [State.UP_TO_DATE], "only a draft was changed"
    page.get_latest_revision().publish()
    Lateness.objects.update(since=timezone.now() - timedelta(days=3))
    page.save_revision().publish()
    cell = next(row for row in Board(editor).rows if row.pk == page.pk).cells[0]
    assert cell.state == State.OUT_OF_DATE
    assert timezone.now() - cell.since > timedelta(days=2), "since the first change"
    for one in (page, translation.get_target_instance()):
        assert_is_said_to_be_late(client, one, cell)
    client.post(cell.url, {})
    assert states(editor, page) == [State.WAITING]
    factories.translate_words(Translation.objects.get())
    assert states(editor, page) == [State.DRAFT]
    publish(Translation.objects.get(), run)
    assert states(editor, page) == [State.UP_TO_DATE]
    Translation.objects.update(enabled=False)
    assert states(editor, page) == [State.OUT_OF_SYNC]


def test_each_state_leads_to_its_work(english, editor, client):
    page = factories.content("Une page")
    assert client.get(list(Board(editor).rows)[-1].cells[0].url).status_code == 200
    submit(page, [english], editor)
    response = client.get(list(Board(editor).rows)[-1].cells[0].url)
    assert response.status_code == 200 and "Une page" in response.content.decode()
    side = reverse("translations:side_by_side", args=[Translation.objects.get().pk])
    assert client.get(side).content.decode().count("<iframe") == 2


def test_a_third_language_comes_by_configuration_alone(english, editor, client, settings):
    languages = [*settings.LANGUAGES, ("br", "Breton")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
    breton = Locale.objects.create(language_code="br")
    factories.home().copy_for_translation(breton, copy_parents=True)
    page = factories.content("Une page")
    assert states(editor, page) == [State.MISSING, State.MISSING]
    client.post(f"/admin/localize/submit/page/{page.pk}/", {"locales": [breton.pk]})
    assert sorted(states(editor, page)) == [State.MISSING, State.WAITING]
    html = client.get(BOARD).content.decode()
    assert "Breton" in html and "Anglais" in html
    assert Page.objects.get(locale=breton, translation_key=page.translation_key).live is False


def test_filters_count_and_export(english, editor, client):
    region = factories.region(title="Bretagne")
    territory = factories.territory("Un territoire", region)
    other = factories.content("=Une page")
    finished(other, english, editor)

    def shown(**asked):
        response = client.get(BOARD, asked)
        return {row.title for row in response.context["rows"]}, response.content.decode()

    assert shown(region=region.path)[0] == {region.title, territory.title}
    assert shown(kind="page de territoire")[0] == {territory.title}
    assert shown(section=other.path)[0] == {other.title}
    titles, html = shown(state="draft", language="Anglais")
    assert titles == {other.title}
    assert "Brouillon (1)" in html
    answer = client.get(BOARD, {"state": "draft", "export": "csv"})
    answer = answer.getvalue().decode("utf-8-sig")
    table = list(csv.reader(answer.splitlines()))
    assert [row[0] for row in table[1:]] == ["'=Une page"]
    assert table[1][3] == "Brouillon"


@pytest.mark.parametrize("query", ["?p=999", "?state=rien", "?region=%27", "?kind=x&p=0"])
def test_any_parameter_is_answered(english, editor, client, query):
    assert client.get(BOARD + query).status_code in (200, 400)


@pytest.mark.parametrize("query", ["?p=x", "?kind=x&p=-1"])
def test_a_page_that_is_no_number_is_a_bad_request(english, editor, client, query):
    assert client.get(BOARD + query).status_code == 400


@pytest.mark.once
def test_the_board_costs_the_same_for_many_pages(english, editor, client):
    first = factories.content("Une page")
    submit(first, [english], editor)
    factories.copies(first, 30)
    client.get(BOARD)
    assert queries(client) <= QUERY_LIMIT
    few = queries(client)
    factories.copies(first, 2_000)
    assert queries(client) == few


def queries(client):
    with CaptureQueriesContext(connection) as found:
        assert client.get(BOARD).status_code == 200
    return len(found)


# --- What keeps a translation from going online ---------------------------------------------------


def test_a_theme_without_english_keeps_the_page_that_names_it_offline(
    english, editor, client, django_capture_on_commit_callbacks
):
    factories.section(NewsIndexPage).copy_for_translation(english)
    page = factories.article("Article", themes=[factories.theme("Santé")])
    translation = finished(page, english, editor)
    twin = translation.get_target_instance()
    edit = reverse("wagtailadmin_pages:edit", args=[twin.pk])
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(edit, {"action": "publish"}, follow=True)
    html = response.content.decode()
    assert not Page.objects.get(pk=twin.pk).live
    assert "Thème «\u00a0Santé\u00a0»" in html and "Rubrique «\u00a0Actualité\u00a0»" in html
    urls = [obstacle.url for obstacle in obstacles(translation)]
    assert len(urls) == 2 and all(client.get(url).status_code == 200 for url in urls)
    for url in urls:
        client.post(url, {"locales": english.pk})
    assert factories.theme("Santé").has_translation(english)
    assert factories.rubric().has_translation(english)
    # Submitted, and still in French.
    assert len(obstacles(translation)) == 2
    for source in TranslationSource.objects.exclude(object_id=page.translation_key):
        for work in source.translations.all():
            factories.translate_words(work)
    assert obstacles(translation) == []


# --- What happens to the French happens to the English --------------------------------------------


@pytest.fixture
def pair(english, editor, django_capture_on_commit_callbacks):
    page = factories.content("Une page")
    translation = finished(page, english, editor)
    publish(translation, django_capture_on_commit_callbacks)
    return page, translation.get_target_instance()


def test_the_translation_is_withdrawn_and_deleted_with_its_original(pair, client):
    page, twin = pair
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert "traduction" in client.get(url).content.decode()
    client.post(url)
    assert not Page.objects.get(pk=twin.pk).live
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "traduction" in client.get(url).content.decode()
    client.post(url)
    assert not Page.objects.filter(pk__in=[page.pk, twin.pk]).exists()


def test_the_original_stays_when_its_translation_goes(pair, client):
    page, twin = pair
    client.post(reverse("wagtailadmin_pages:unpublish", args=[twin.pk]))
    assert Page.objects.get(pk=page.pk).live
    client.post(reverse("wagtailadmin_pages:delete", args=[twin.pk]))
    assert Page.objects.filter(pk=page.pk).exists()


def test_the_translation_moves_along_where_the_destination_is_translated(
    pair, english, editor, client
):
    page, twin = pair
    there, alone = factories.content("Une rubrique"), factories.content("Une autre")
    their = there.copy_for_translation(english, copy_parents=True)
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, alone.pk])
    assert "reste où elle est" in client.get(url).content.decode()
    client.post(url)
    assert Page.objects.get(pk=page.pk).get_parent().pk == alone.pk
    assert Page.objects.get(pk=twin.pk).get_parent().pk == twin.get_parent().pk
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, page.get_parent().pk]))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, there.pk]))
    assert Page.objects.get(pk=twin.pk).get_parent().pk == their.pk


# --- Files of words -------------------------------------------------------------------------------


def test_words_go_out_and_come_back_in_a_po_file(english, editor, client):
    page = factories.content("Une page")
    submit(page, [english], editor)
    translation = Translation.objects.get()
    out = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    words = client.get(out).content.decode()
    words = words.replace('msgid "Une page"\nmsgstr ""', 'msgid "Une page"\nmsgstr "A page"')
    upload(client, translation, words.encode())
    assert StringTranslation.objects.get(context__path="title").data == "A page"


@pytest.mark.parametrize(
    "data",
    [
        *(None, b"", b"/etc/passwd", b"\xff\xfe", b"msgid x\n", b"a\0\nb", b"msgid\n\n\n"),
        b'msgid ""\nmsgstr ""\n',
    ],
)
def test_a_file_that_is_none_is_refused_in_words(english, editor, client, data):
    submit(factories.content("Une page"), [english], editor)
    response = upload(client, Translation.objects.get(), data)
    assert "messages" in response.content.decode()
    assert not StringTranslation.objects.exists()


def test_a_file_that_lacks_a_quotation_mark_is_refused_with_its_line(english, editor, client):
    submit(factories.content("Une page"), [english], editor)
    translation = Translation.objects.get()
    words = translation.export_po()
    words.find("Une page").msgstr = 'A "page"'
    text = str(words)
    line = 1 + text[: text.index('msgstr "A')].count("\n")
    broken = text.replace('\\"page\\""', '\\"page\\"')
    html = upload(client, translation, broken.encode()).content.decode()
    assert f"Ligne {line} du fichier" in html
    assert not StringTranslation.objects.exists()
    upload(client, translation, text.encode())
    assert StringTranslation.objects.get(context__path="title").data == 'A "page"'


def upload(client, translation, data):
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    form = {} if data is None else {"file": SimpleUploadedFile("mots.po", data)}
    response = client.post(url, form, follow=True)
    assert response.status_code == 200
    return response


# --- Publishing together --------------------------------------------------------------------------


def test_original_and_translation_are_published_together(
    pair, client, editor, django_capture_on_commit_callbacks
):
    page, twin = pair
    changed = form(type(page), title=page.title, slug=page.slug, noindex="on")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            {**changed, "action-publish": "with-translations"},
        )
    assert Page.objects.get(pk=twin.pk).specific.noindex
    changed["title"] = "Un autre titre"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            {**changed, "action-publish": "with-translations"},
        )
    assert Page.objects.get(pk=page.pk).title == "Un autre titre"
    assert Page.objects.get(pk=twin.pk).title == "EN Une page"


# --- Themes and sections --------------------------------------------------------------------------


def in_english(word, locale, client):
    """Submit and translate a word of a vocabulary, as its editor does."""
    kind = word._meta.model_name
    url = reverse(
        "wagtail_localize:submit_snippet_translation", args=[word._meta.app_label, kind, word.pk]
    )
    client.post(url, {"locales": locale.pk})
    translation = Translation.objects.get(source__object_id=word.translation_key)
    factories.translate_words(translation)
    translation.save_target()
    return translation


@pytest.mark.parametrize("make", [factories.theme, factories.rubric])
def test_a_word_of_a_vocabulary_passes_through_every_state(english, editor, client, make):
    def state():
        return next(row for row in Board(editor).rows if row.title == str(word)).cells[0]

    word = make()
    assert state().state == State.MISSING
    assert client.get(state().url).status_code == 200
    translation = in_english(word, english, client)
    assert state().state == State.UP_TO_DATE
    word.save()
    assert state().state == State.UP_TO_DATE, "nothing was changed"
    word.name = "Un autre nom"
    word.save()
    cell = state()
    assert cell.state == State.OUT_OF_DATE
    twin = translation.get_target_instance()
    for one in (word, twin):
        html = client.get(edit_url(one)).content.decode()
        assert "est en retard sur le français depuis le" in html and cell.url in html
    twin.save()
    client.post(cell.url, {})
    assert state().state == State.WAITING
    html = client.post(edit_url(twin), {"action": "publish"}, follow=True).content.decode()
    assert "n’est pas mise en ligne" in html
    twin.refresh_from_db()
    assert not twin.name.startswith("Un autre"), "French would stand on every English page"
    factories.translate_words(translation)
    client.post(edit_url(twin), {"action": "publish"})
    twin.refresh_from_db()
    assert twin.name == "EN Un autre nom" and state().state == State.UP_TO_DATE


def test_a_change_of_the_address_of_a_theme_flags_its_translation(english, editor, client):
    word = factories.theme("Santé")
    in_english(word, english, client)
    word.slug = "bien-etre"
    word.save()
    assert Lateness.objects.count() == 1


def test_an_english_word_and_a_word_without_translation_flag_nothing(english, editor, client):
    word = factories.theme("Santé")
    word.save()
    twin = in_english(word, english, client).get_target_instance()
    twin.name = "Health"
    twin.save()
    assert not Lateness.objects.exists()


def test_words_are_filtered_by_their_kind_and_never_by_a_place(english, editor, client):
    region = factories.region(title="Bretagne")
    word = factories.theme("Santé")
    for asked, titles in (
        ({"kind": "thème"}, {word.name}),
        ({"region": region.path}, {region.title}),
        ({"state": "missing", "kind": "thème"}, {word.name}),
    ):
        rows = client.get(BOARD, asked).context["rows"]
        assert {row.title for row in rows} == titles


# --- The segment editor ---------------------------------------------------------------------------


def editor_props(client, twin):
    html = client.get(edit_url(twin)).content
    return json.loads(BeautifulSoup(html, "html.parser").select_one("[data-props]")["data-props"])


def address_shown(client, twin):
    segments = editor_props(client, twin)["segments"]
    return next(one["value"] for one in segments if one["contentPath"] == "slug")


def test_the_editor_shows_the_address_of_the_translation(
    english, editor, client, django_capture_on_commit_callbacks
):
    page = factories.content("Une page")
    translation = finished(page, english, editor)
    twin = translation.get_target_instance()
    StringTranslation.objects.filter(context__path="title").delete()
    segment = translation.source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=english, data="A page"
    )
    assert address_shown(client, twin) == "a-page"
    html = client.get(edit_url(twin)).content.decode()
    assert "pour l’instant «\u00a0a-page\u00a0»" in html
    publish(translation, django_capture_on_commit_callbacks)
    StringTranslation.objects.filter(context__path="title").update(data="Another page")
    assert address_shown(client, twin) == "a-page"
    assert "son adresse finira" not in client.get(edit_url(twin)).content.decode()


def test_a_team_s_board_has_its_own_pages_and_parts_and_no_words(english, client):
    factories.theme("Mobilité")
    here = factories.region("53", "Bretagne")
    factories.article("Un article", under=here)
    factories.region("76", "Occitanie")
    board = Board(factories.user("maelle", "Bretagne – publication"))
    assert {row.title for row in board.rows} == {"Bretagne", "Un article"}
    assert [page.title for page in board.sections] == ["Bretagne"]


def test_the_editor_speaks_french_and_dates_are_in_words(english, editor, client):
    page = factories.content("Une page", summary="Un résumé.")
    translation = finished(page, english, editor)
    StringTranslation.objects.filter(context__path="title").update(tool_name="PO")
    StringTranslation.objects.update(updated_at=datetime(2018, 8, 1, 12, tzinfo=UTC))
    props = editor_props(client, translation.get_target_instance())
    told = {one["comment"] for one in props["initialStringTranslations"]}
    assert told == {
        "Traduit par PO le 1er\u00a0août 2018",
        "Traduit le 1er\u00a0août 2018",
    }
    words = client.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert '"Publish in ": "Publier en "' in words
    html = client.get(edit_url(translation.get_target_instance())).content.decode()
    assert 'data-heading="Textes à traduire"' in html


def test_all_agrees_with_what_it_is_said_of(editor, client):
    html = client.get(BOARD).content.decode()
    assert html.count(">Tous</option>") == 2 and html.count(">Toutes</option>") == 3


@pytest.mark.once
def test_states_of_the_rows_shown_are_read_for_those_rows(english, editor, client):
    factories.copies(factories.content("Une page"), 60)
    with CaptureQueriesContext(connection) as found:
        assert len(client.get(f"{BOARD}?p=2").context["rows"].object_list) > 10
    told = [one["sql"] for one in found if '"draft_title", ' in one["sql"] and "CASE" in one["sql"]]
    assert told and all('"wagtailcore_page"."id" IN (' in sql for sql in told)


@pytest.mark.once
def test_a_large_board_counts_once_a_minute_and_shows_what_is_there(english, editor, monkeypatch):
    page = factories.content("Une page")
    edition = memo.Edition((1, 1), timezone.now() + timedelta(hours=1))
    monkeypatch.setattr(memo, "edition", lambda state: edition)
    memo.values.clear()
    monkeypatch.setattr(board, "LARGE", 0)

    def missing():
        return dict(Board(editor).rows.counts())["Anglais"][State.MISSING]

    before = missing()
    submit(page, [english], editor)
    assert missing() == before and states(editor, page) == [State.WAITING]
    assert len(Board(editor).keep(state=State.WAITING)) == 1, "what else is asked is counted apart"
    monkeypatch.setattr(board, "LARGE", 10_000)
    assert missing() == before - 1
    memo.values.clear()

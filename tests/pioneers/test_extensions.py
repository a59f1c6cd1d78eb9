"""A call is put off in one act; what says its deadline follows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from pioneers.models import CallExtension, CallPage
from tests.factories import call, english, translate, user
from tests.site_wide.test_editing import call_fields, fill_in, inline_formset

OLD = datetime(2031, 3, 14, 23, 59, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def editor(client, db):
    client.force_login(user("camille", "Communication"))
    return client


@pytest.fixture
def page(db):
    page = call("Essai", closes_at=OLD)
    page.save_revision().publish()
    return CallPage.objects.get(pk=page.pk)


def extend(client, page, known=OLD, **fields):
    fields = {"closes_at": "2031-04-02", "announced_on": timezone.localdate(), **fields}
    fields["known"] = known.astimezone(ZoneInfo("UTC")).isoformat()
    url = reverse("call_extend", args=[page.pk])
    return client.post(url, fields, follow=True).content.decode()


def test_the_old_deadline_is_there_and_what_says_it_follows(editor, page):
    url = reverse("call_extend", args=[page.pk])
    assert url in editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "14\u00a0mars 2031" in editor.get(url).content.decode()
    assert "est prolongé" in extend(editor, page, reason="Neige")
    page = CallPage.objects.get(pk=page.pk)
    assert timezone.localtime(page.closes_at).isoformat() == "2031-04-02T23:59:00+02:00"
    [line] = page.extensions.all()
    assert (line.previous_deadline, line.reason) == (OLD.date(), "Neige")
    assert "2\u00a0avril 2031" in editor.get(reverse("calls:index")).content.decode()
    editor.logout()
    shown = editor.get(page.url).content.decode()
    assert "2\u00a0avril 2031" in shown and "14\u00a0mars 2031" in shown and "Neige" in shown
    assert "20310402T235900" in editor.get(reverse("calendar_calls")).content.decode()


def test_it_is_traced_in_words(editor, page):
    extend(editor, page)
    entry = PageLogEntry.objects.get(page=page.pk, action="pioneers.extend")
    assert "14\u00a0mars 2031" in entry.message and "2\u00a0avril 2031" in entry.message


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"closes_at": "2031-03-14"}, "doit suivre l’ancienne"),
        ({"closes_at": "2031-03-01"}, "doit suivre l’ancienne"),
        ({"closes_at": ""}, ""),
        ({"announced_on": timezone.localdate() + timedelta(days=2)}, "au plus tôt le jour même"),
        ({"known": OLD - timedelta(days=9)}, "vient d’être prolongé"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_words(editor, page, fields, words):
    assert words in extend(editor, page, **fields)
    assert not CallExtension.objects.exists()


def test_twice_is_refused(editor, page):
    extend(editor, page)
    assert "vient d’être prolongé" in extend(editor, page)
    assert CallExtension.objects.count() == 1


def test_a_draft_stays_a_draft_and_is_put_off_too(editor, page):
    page.title = "Essai corrigé"
    page.save_revision()
    extend(editor, page)
    page = CallPage.objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    assert (page.title, draft.title) == ("Essai", "Essai corrigé")
    assert draft.closes_at == page.closes_at > OLD
    assert [line.pk for line in draft.extensions.all()] == [page.extensions.get().pk]


def test_its_versions_in_other_languages_are_put_off_with_it(editor, page):
    english()
    twin = translate(page)
    extend(editor, page, reason="Neige")
    twin.refresh_from_db()
    assert twin.closes_at > OLD and twin.extensions.get().reason == ""
    assert twin.extensions.get().translation_key == page.extensions.get().translation_key


def test_in_the_history_no_line_is_told_twice_or_before_its_day(editor, page):
    soon = timezone.localdate() + timedelta(days=3)
    lines = [
        {"announced_on": "2026-01-02", "previous_deadline": "2026-02-01"},
        {"announced_on": "2026-01-03", "previous_deadline": "2026-02-01"},
        {"announced_on": soon, "previous_deadline": "2026-03-01"},
    ]
    fields = call_fields(closes_at="2031-03-14 23:59", extensions=inline_formset(lines))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    said = fill_in(editor, address, fields).content.decode()
    assert "est déjà annoncée" in said and "au plus tôt le jour même" in said
    assert not CallExtension.objects.exists()


def test_a_reader_of_drafts_puts_nothing_off(client, page):
    client.force_login(user("relit", "Relecture"))
    extend(client, page)
    assert not CallExtension.objects.exists()

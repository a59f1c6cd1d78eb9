"""What an editor is told before publication, in the panel of the checks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from site_cms.rights.roles import COMMUNICATION
from tests import factories


@pytest.fixture
def editor(client, db):
    client.force_login(factories.user("camille", COMMUNICATION))
    return client


def said(client, page):
    return client.get(reverse("before_publication", args=[page.pk])).text


def test_what_is_missing_dead_untranslated_told_and_planned_is_said_at_once(editor):
    factories.english()
    hidden = factories.content("Cachée", live=False)
    page = factories.article(
        body=[("cards", {"title": "", "pages": [hidden]})],
        go_live_at=timezone.now() + timedelta(days=30),
        live=False,
    )
    page.save_revision()
    text = said(editor, page)
    assert "Il manque un résumé" in text
    assert "«\u00a0Cachée\u00a0», pas en ligne" in text
    assert "Elle n’existe pas\u00a0: «\u00a0Traduire" in text
    assert "Qui suit les flux d’actualités" in text
    assert "À partir du" in text


def test_of_a_page_that_wants_nothing_it_says_so(editor):
    page = factories.content(summary="Une page.")
    text = said(editor, page)
    assert "icon-warning" not in text
    assert "Personne\u00a0: ni flux" in text and "à la seconde près" in text


def test_it_tells_of_the_draft_and_the_form_itself_does_not_ask(editor):
    page = factories.content(summary="Une page.")
    page.summary = ""
    page.save_revision()
    assert "Il manque un résumé" in said(editor, page)
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert f'data-before-publication="/admin/pages/{page.pk}/avant-publication/"' in form
    assert "Il manque un résumé" not in form

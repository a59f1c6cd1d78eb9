"""The first save of a page, what is planned and put forward, and the day that readers are told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import NewsIndexPage, NewsPage
from pioneers.models import CallIndexPage, CallPage
from tests.factories import section, user
from tests.site_wide.test_editing import (
    article_fields,
    call_fields,
    inline_formset,
    typed,
)

SOON = timezone.localtime() + timedelta(days=9)
LATER = SOON + timedelta(days=5)


@pytest.fixture
def editor(client, db):
    client.force_login(user("camille", "Communication"))
    return client


def form_of(client, model, index, fields):
    place = [model._meta.app_label, model._meta.model_name, section(index).pk]
    address = reverse("wagtailadmin_pages:add", args=place)
    return address, typed(client, address, {"title": "Essai", "slug": "essai", **fields})


def at(moment):
    return moment.strftime("%Y-%m-%d %H:%M")


def edit(client, page, action="action-publish", value="1", **fields):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = typed(client, address, {**article_fields(), **fields})
    if action:
        data[action] = value
    return client.post(address, data)


def stored(page):
    return NewsPage.objects.get(pk=page.pk)


def test_the_editor_s_save_and_the_automatic_one_make_one_page(editor):
    address, data = form_of(editor, NewsPage, NewsIndexPage, article_fields())
    automatic = editor.post(address, data, headers={"accept": "application/json"})
    assert automatic.json()["success"]
    answer = editor.post(address, {**data, "title": "Essai relu", "action-publish": "1"})
    assert answer.status_code == 302
    page = NewsPage.objects.get()
    assert (page.title, page.live, page.slug) == ("Essai relu", True, "essai")
    assert page.pk == automatic.json()["pk"]


def test_lines_of_a_form_are_not_made_twice(editor):
    lines = inline_formset([{"announced_on": "2026-01-02", "previous_deadline": "2026-02-01"}])
    fields = call_fields(closes_at="2031-03-14 23:59", extensions=lines)
    address, data = form_of(editor, CallPage, CallIndexPage, fields)
    editor.post(address, data, headers={"accept": "application/json"})
    editor.post(address, {**data, "action-publish": "1"})
    assert CallPage.objects.get().extensions.count() == 1


def test_another_form_is_another_page(editor):
    for _time in range(2):
        address, data = form_of(editor, NewsPage, NewsIndexPage, article_fields())
        said = editor.post(address, data)
    assert "a déjà l’identifiant" in said.content.decode()
    assert NewsPage.objects.count() == 1


@pytest.fixture
def planned(editor):
    address, data = form_of(editor, NewsPage, NewsIndexPage, article_fields(go_live_at=at(SOON)))
    editor.post(address, {**data, "action-publish": "1"})
    return NewsPage.objects.get()


def unplanned(page):
    """As when an editor cancels the plan, to change it."""
    page.revisions.update(approved_go_live_at=None)
    return page


def test_what_is_planned_may_go_online_now(editor, planned):
    assert not planned.live and planned.scheduled_revision
    address = reverse("wagtailadmin_pages:edit", args=[planned.pk])
    assert "Publier maintenant" in editor.get(address).content.decode()
    editor.post(reverse("publish_planned", args=[planned.pk]))
    page = stored(planned)
    assert page.live and not page.scheduled_revision and page.go_live_at is None
    assert page.published_on == timezone.localdate()
    assert "Publier maintenant" not in editor.get(address).content.decode()


def test_so_may_a_draft_with_a_day_to_come(editor, planned):
    edit(editor, unplanned(planned), value="now")
    page = stored(planned)
    assert page.live and page.published_on == timezone.localdate()


def test_whoever_may_not_publish_puts_nothing_forward(client, planned):
    client.force_login(user("hors", "Bretagne – contribution"))
    client.post(reverse("publish_planned", args=[planned.pk]))
    assert not stored(planned).live


def test_the_day_readers_are_told_follows_the_plan(editor, planned):
    draft = planned.get_latest_revision_as_object()
    assert draft.published_on == SOON.date()
    edit(editor, unplanned(planned), go_live_at=at(LATER))
    assert stored(planned).get_latest_revision_as_object().published_on == LATER.date()


def test_unless_another_is_typed(editor, planned):
    edit(editor, unplanned(planned), published_on="2026-02-03")
    assert str(stored(planned).get_latest_revision_as_object().published_on) == "2026-02-03"
    edit(editor, unplanned(planned), go_live_at=at(LATER))
    assert str(stored(planned).get_latest_revision_as_object().published_on) == "2026-02-03"


def test_what_readers_were_told_does_not_move(editor, planned):
    editor.post(reverse("publish_planned", args=[planned.pk]))
    edit(editor, planned, go_live_at=at(LATER))
    page = stored(planned)
    assert page.get_latest_revision_as_object().published_on == page.published_on
    assert page.published_on == timezone.localdate()

"""Two words become one, or two people: nothing that named the one is lost."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from news.models import NewsPage, Section
from site_cms.models import Person, Theme
from site_cms.publications.what_counts import public_change
from tests.factories import (
    article,
    english,
    person,
    pioneer,
    rubric,
    theme,
    translate,
    user,
)


@pytest.fixture
def editor(client, db):
    client.force_login(user("com", "Communication"))
    return client


def merge(client, old, new):
    name = f"wagtailsnippets_{old._meta.app_label}_{old._meta.model_name}:merge"
    return client.post(reverse(name, args=[old.pk]), {"into": new.pk}, follow=True)


def names(page):
    return sorted(theme.name for theme in NewsPage.objects.get(pk=page.pk).themes.all())


def test_a_theme_takes_the_place_of_another_in_pages_and_drafts(editor):
    old, new = theme("Transports"), theme("Mobilité")
    one, both = article(themes=[old]), article(themes=[old, new])
    profile = pioneer(themes=[old])
    draft = article()
    draft.themes = [old]
    draft.save_revision()
    answer = merge(editor, old, new)
    assert "3 pages ont suivi" in answer.content.decode()
    assert names(one) == names(both) == ["Mobilité"]
    assert [t.name for t in type(profile).objects.get(pk=profile.pk).themes.all()] == ["Mobilité"]
    waiting = NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert [t.pk for t in waiting.themes.all()] == [new.pk]
    assert not Theme.objects.filter(pk=old.pk).exists()
    assert ReferenceIndex.get_grouped_references_to(new).count() == 3


def test_filtered_addresses_lead_to_what_stays(editor, client):
    old, new, last = theme("Transports"), theme("Mobilité"), theme("Mobilités")
    page = article(themes=[old])
    url = page.get_parent().url
    merge(editor, old, new)
    merge(editor, new, last)
    client.logout()
    for slug in ("transports", "mobilite"):
        answer = client.get(f"{url}?theme={slug}&page=1")
        assert (answer.status_code, answer["Location"]) == (301, f"{url}?theme=mobilites&page=1")
    assert page.title in client.get(f"{url}?theme=mobilites").content.decode()
    # A word that exists again is itself.
    theme("Transports")
    assert client.get(f"{url}?theme=transports").status_code == 200


def test_all_languages_are_merged_together(editor):
    english()
    old, new = theme("Transports"), theme("Mobilité")
    translate(old)
    refused = merge(editor, old, new)
    assert "n’existe pas en" in refused.content.decode()
    assert Theme.objects.filter(pk=old.pk).exists()
    translate(new)
    page = article(themes=[old])
    twin = translate(page)
    assert names(twin) == ["EN Transports"]
    merge(editor, old, new)
    assert (names(page), names(twin)) == (["Mobilité"], ["EN Mobilité"])
    assert Theme.objects.count() == 2
    # The next translation of the page starts from what stays.
    assert names(translate(page)) == ["EN Mobilité"]


def test_a_section_is_merged_with_its_drafts(editor):
    old, new = rubric("Brèves"), rubric("Actualité")
    page = article(section=old)
    page.save_revision()
    merge(editor, old, new)
    page = NewsPage.objects.get(pk=page.pk)
    assert page.section == new and page.get_latest_revision().as_object().section == new
    assert not Section.objects.filter(pk=old.pk).exists()


def test_a_person_is_merged_in_lists_of_blocks(editor):
    old, new = person("Camille Durant"), person("Camille Durand")
    page = article(people=[("person", {"person": old, "office": "maire"})])
    page.save_revision().publish()
    answer = merge(editor, old, new)
    assert "Une page a suivi" in answer.content.decode()
    [block] = NewsPage.objects.get(pk=page.pk).people
    assert (block.value["person"], block.value["office"]) == (new, "maire")
    [block] = Revision.objects.get(object_id=page.pk).as_object().people
    assert block.value["person"] == new
    assert not Person.objects.filter(pk=old.pk).exists()


def test_a_merging_is_traced_and_purged(editor):
    old, new = theme("Transports"), theme("Mobilité")
    changed = []

    def note(sender, **kwargs):
        changed.append(sender)

    public_change.connect(note)
    merge(editor, old, new)
    public_change.disconnect(note)
    kind = ContentType.objects.get_for_model(Theme)
    noted = ModelLogEntry.objects.filter(action="site_cms.merge", content_type=kind)
    assert {entry.object_id for entry in noted} == {str(old.pk), str(new.pk)}
    assert "« Transports » → « Mobilité »" in noted[0].message.replace("\u00a0", " ")
    assert Theme in changed


def test_deleting_says_what_is_used_and_offers_to_merge(editor):
    used = theme("Transports")
    article(themes=[used])
    url = reverse("wagtailsnippets_site_cms_theme:delete", args=[used.pk])
    shown = editor.get(url).content.decode()
    assert reverse("wagtailsnippets_site_cms_theme:merge", args=[used.pk]) in shown
    assert "1 fois" in shown or "une fois" in shown


def test_who_may_not_delete_may_not_merge(client, db):
    client.force_login(user("relit", "Relecture"))
    old, new = theme("Transports"), theme("Mobilité")
    merge(client, old, new)
    assert Theme.objects.filter(pk=old.pk).exists()

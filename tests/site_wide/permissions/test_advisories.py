"""What was published about Wagtail from 2023 to 2026 on permissions and restrictions, replayed:
each with the table of admin URLs, and with Wagtail alone, so that a step back of Wagtail is seen.

Left out, since they are about something else: CVE-2023-28836, CVE-2026-28222 and CVE-2026-28223
(scripts in what is shown), CVE-2023-28837 and CVE-2024-39317 (exhaustion). wagtail-localize has
none published.
"""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import (
    CollectionViewRestriction,
    GroupPagePermission,
    Page,
    Site,
)

from home.models import ContactPage
from site_cms.models import PublisherSettings
from site_cms.web import door
from tests import factories
from tests.site_wide.permissions.deeds import form


@pytest.fixture(params=["table", "wagtail"], autouse=True)
def guard(request, monkeypatch):
    if request.param == "wagtail":
        # The table says yes to everything, and no reader is known.
        monkeypatch.setattr(door, "may_open", lambda *asked: True)
        monkeypatch.setattr(door, "read_by", lambda request: None)


@pytest.fixture
def editor(world, client):
    client.force_login(world.accounts["publication"])
    return client


def secret(world):
    return world.foreign.word


def url_of(name, page, *args):
    args = ["news", "newspage", page.pk] if name == "preview_on_add" else [page.pk, *args]
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def test_cve_2023_45809_bulk_actions_tell_no_user_names(world, editor):
    people = world.accounts.values()
    keys = "&".join(f"id={account.pk}" for account in people)
    for action in ("assign_role", "delete", "set_active_state"):
        url = reverse("wagtail_bulk_action", args=["site_cms", "user", action])
        text = editor.get(f"{url}?{keys}").content.decode()
        assert not any(account.email in text for account in people)


def test_cve_2024_32882_a_field_with_a_right_of_its_own_is_not_set_without_it(
    world, client, monkeypatch
):
    panels = [FieldPanel("hashtag", permission="superuser"), FieldPanel("publisher_name")]
    monkeypatch.setattr(PublisherSettings, "panels", panels)
    get_setting_edit_handler.cache_clear()
    client.force_login(world.accounts["communication"])
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", site.pk])
    client.post(url, {"hashtag": "intrus", "publisher_name": "Essai"})
    get_setting_edit_handler.cache_clear()
    saved = PublisherSettings.objects.get(site=site)
    assert (saved.publisher_name, saved.hashtag == "intrus") == ("Essai", False)


@pytest.mark.parametrize("role", ["publication", "relecture"])
def test_cve_2024_35228_settings_are_not_changed_without_the_right(world, client, role):
    client.force_login(world.accounts[role])
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", site.pk])
    assert client.get(url).status_code == 302
    client.post(url, {"hashtag": "intrus"})
    assert PublisherSettings.for_site(site).hashtag != "intrus"


def test_cve_2026_25517_previews_ask_for_the_right_to_edit(world, editor):
    page = world.foreign.fresh("draft")
    data = form(type(page), title="Essai", slug=page.slug)
    for url in (
        url_of("preview_on_edit", page),
        reverse(
            "wagtailadmin_pages:preview_on_add", args=["news", "newspage", page.get_parent().pk]
        ),
    ):
        answer = editor.post(url, data)
        assert answer.status_code in (302, 403)
        assert secret(world) not in editor.get(url).content.decode()


def test_cve_2026_25517_settings_are_not_previewed_without_the_right(world, client):
    client.force_login(world.accounts["relecture"])
    site = Site.objects.get(is_default_site=True)
    url = reverse(
        "wagtailsettings:preview_on_edit", args=["site_cms", "publishersettings", site.pk]
    )
    assert client.post(url, {"hashtag": "Essai"}).status_code in (302, 403, 404)


@pytest.mark.parametrize("name", ["draft", "article", "private"])
def test_cve_2026_44200_a_page_is_not_copied_from_where_one_may_not_read(world, editor, name):
    """GHSA-67rv-mg8q-5pf3."""
    page, own = world.foreign.pages[name], world.own.fresh("region")
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": own.pk}
    answer = editor.post(url_of("copy", page), {**data, "alias": "on"})
    assert secret(world) not in answer.content.decode()
    editor.post(url_of("copy", page), data)
    assert not Page.objects.filter(slug="copie").exists()


@pytest.mark.parametrize("name", ["history", "history_results", "workflow_history"])
def test_ghsa_c4mr_889m_vgf6_history_is_for_those_who_may_edit(world, editor, name):
    text = editor.get(url_of(name, world.foreign.pages["submitted"])).content.decode()
    assert secret(world) not in text


def test_ghsa_c6wj_9vcj_75pj_revisions_are_compared_by_those_who_may_edit(world, editor):
    page, revision = world.foreign.pages["submitted"], world.foreign.things["revision"].pk
    for first, second in (("earliest", "latest"), (revision, "live"), (revision, revision)):
        url = url_of("revisions_compare", page, first, second)
        assert secret(world) not in editor.get(url).content.decode()


def test_ghsa_c6wj_9vcj_75pj_nor_with_the_revision_of_another_page(world, editor):
    page, revision = world.own.pages["submitted"], world.foreign.things["revision"].pk
    url = url_of("revisions_compare", page, revision, revision)
    editor.raise_request_exception = False
    assert secret(world) not in editor.get(url).content.decode()


def test_ghsa_p5gm_92h4_6pv6_files_of_a_private_collection_are_not_served(world, client):
    document, image = (world.own.things[name] for name in ("document", "image"))
    assert client.get(document.url).status_code == 200
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert client.get(document.url).status_code == 302
    for name in ("documents", "images"):
        url = reverse(f"wagtailadmin_api:{name}:listing")
        assert image.title not in client.get(url).content.decode()


def test_cve_2026_44199_submissions_of_another_form_are_not_deleted(world, client):
    """GHSA-pwm3-7fv4-g6xx."""
    mine = ContactPage.objects.get()
    other = world.national.pages["call"]
    kept = FormSubmission.objects.create(page=other, form_data={"message": "gardé"})
    account, group = world.accounts["nobody"], Group.objects.create(name="Formulaire")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=change)
    account.groups.add(group)
    client.force_login(account)
    url = reverse("wagtailforms:delete_submissions", args=[mine.pk])
    client.raise_request_exception = False
    client.post(f"{url}?selected-submissions={kept.pk}")
    assert FormSubmission.objects.filter(pk=kept.pk).exists()


def test_cve_2026_55468_the_admin_api_gives_no_page_one_may_not_explore(world, editor):
    """GHSA-3vrh-m9w7-v94f."""
    pages = world.foreign.pages
    listing = reverse("wagtailadmin_api:pages:listing")
    urls = [f"{listing}?fields=*&limit=20", f"{listing}?search={secret(world)}"]
    urls += [reverse("wagtailadmin_api:pages:detail", args=[page.pk]) for page in pages.values()]
    urls += [reverse("wagtailadmin_api:pages:find") + f"?id={pages['draft'].pk}"]
    for url in urls:
        assert secret(world) not in editor.get(url).content.decode()


def test_the_admin_api_translates_no_page_one_may_not_edit(world, editor):
    """Of August 2026, mended in the same releases as CVE-2026-55468."""
    page, count = world.foreign.pages["draft"], Page.objects.count()
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy_for_translation"])
    data = json.dumps({"locale": "en", "copy_parents": True, "recursive": True})
    answer = editor.post(url, data, content_type="application/json")
    assert secret(world) not in answer.content.decode()
    assert Page.objects.count() == count


def test_every_advisory_is_tried_on_something(world):
    """The pages that must stay closed exist, and carry the word that is looked for."""
    assert factories.home().get_descendants().filter(title__contains=secret(world)).count() > 5

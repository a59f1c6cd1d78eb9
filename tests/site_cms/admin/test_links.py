"""Links that lead nowhere, who links to a page about to go, and what moves leave behind."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from site_cms.admin.links import dead_links, dead_sources, linking_pages
from site_cms.models import User
from site_cms.rights.roles import COMMUNICATION
from tests.factories import (
    PASSWORD,
    article,
    content,
    english_home,
    home,
    milestone,
    region,
    restrict,
    territory,
    user,
)


def link(key, text="lien"):
    return ("paragraph", RichText(f'<p><a linktype="page" id="{key}">{text}</a></p>'))


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


@pytest.fixture
def bretagne(db):
    """A publisher in Bretagne; Occitanie has a draft with a planted word."""
    region("53", "Bretagne")
    territory("Secret planté", under=region("76", "Occitanie"), live=False)
    return user("yann", "Bretagne – publication")


def published(page):
    """The page with its links in the reference index, as after publishing in the admin."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def test_each_dead_link_is_named_with_its_field_and_its_reason(camille):
    draft, private, gone = content("Brouillon", live=False), content("Privée"), content()
    restrict(private)
    target = content("En ligne")
    body = [link(draft.pk), link(private.pk), link(gone.pk), link(target.pk), ("cards", {})]
    body[-1] = ("cards", {"pages": [draft]})
    gone.delete()
    page = content("Page", body=body)
    found = {(one.target, one.reason) for one in dead_links(page, camille)}
    assert found == {
        ("«\u00a0Brouillon\u00a0»", "pas en ligne"),
        ("«\u00a0Privée\u00a0»", "réservée à certains lecteurs"),
        ("une page supprimée", "elle n’existe plus"),
    }
    fields = {one.field for one in dead_links(page, camille)}
    assert any(field.endswith("Texte") for field in fields)


def test_foreign_keys_count_and_a_link_to_itself_does_not(camille):
    draft = content("Brouillon", live=False)
    step = milestone("Étape", linked_page=Page.objects.get(pk=draft.pk))
    assert [one.field for one in dead_links(step, camille)] == ["Page liée"]
    own = content("Elle-même", live=False)
    own.body = [link(own.pk)]
    assert dead_links(own, camille) == []


def test_the_title_of_another_team_s_page_is_not_told(bretagne):
    secret = Page.objects.get(title="Secret planté")
    page = territory("Brest", under=region("53"), body=[link(secret.pk)])
    (found,) = dead_links(page, bretagne)
    assert "planté" not in found.target


def test_a_deleted_target_stays_known_as_dead(camille):
    target = content("Cible")
    page = published(content("Page", body=[link(target.pk)]))
    assert not Page.objects.filter(dead_sources()).exists()
    target.unpublish()
    assert list(Page.objects.filter(dead_sources()).values_list("pk", flat=True)) == [page.pk]
    target.delete()
    assert list(Page.objects.filter(dead_sources()).values_list("pk", flat=True)) == [page.pk]


def test_publishing_in_the_editor_lists_the_dead_ends_and_publishes(client, camille):
    client.login(username="camille", password=PASSWORD)
    draft = content("Brouillon", live=False)
    page = content("Page", summary="Résumé.", live=False)
    html = f'<p><a linktype="page" id="{draft.pk}">lien</a></p>'
    data = nested_form_data(
        {
            "title": "Page",
            "slug": page.slug,
            "summary": "Résumé.",
            "body": streamfield([("paragraph", rich_text(html))]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "action-publish": "1",
        }
    )
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    told = " ".join(map(str, get_messages(response.wsgi_request)))
    assert "ne mènent nulle part" in told and "Brouillon" in told and "pas en ligne" in told
    page.refresh_from_db()
    assert page.live


# --- Who links here -------------------------------------------------------------------------------


def test_links_from_below_do_not_count_and_links_to_what_is_below_do(camille):
    parent = content("Parent")
    child = content("Enfant", under=parent, body=[link(parent.pk)])
    published(child)
    source = published(content("Source", body=[link(child.pk)]))
    found = linking_pages(Page.objects.get(pk=parent.pk), camille)
    assert [page.pk for page in found.shown] == [source.pk] and found.others == 0


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_the_confirmation_says_which_pages_link_here(client, camille, name):
    target = content("Cible")
    published(content("Source visible", body=[link(target.pk)]))
    client.login(username="camille", password=PASSWORD)
    html = client.get(reverse(f"wagtailadmin_pages:{name}", args=[target.pk])).content.decode()
    assert "Source visible" in html and "1 page mène à celle-ci" in html
    lonely = content("Seule")
    html = client.get(reverse(f"wagtailadmin_pages:{name}", args=[lonely.pk])).content.decode()
    assert "Aucune autre page ne mène à celle-ci" in html


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_so_does_the_confirmation_for_several_pages(client, camille, action):
    target = content("Cible")
    published(content("Source visible", body=[link(target.pk)]))
    client.login(username="camille", password=PASSWORD)
    User.objects.filter(username="camille").update(is_superuser=True)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    html = client.get(f"{address}?id={target.pk}").content.decode()
    assert "Source visible" in html


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_another_team_s_page_that_links_here_is_counted_and_not_named(client, bretagne, name):
    target = territory("Brest", under=region("53"))
    secret = Page.objects.get(title="Secret planté").specific
    secret.body = [link(target.pk)]
    secret.save()
    national = published(content("Page nationale", body=[link(target.pk)]))
    client.login(username="yann", password=PASSWORD)
    html = client.get(reverse(f"wagtailadmin_pages:{name}", args=[target.pk])).content.decode()
    assert "planté" not in html
    assert national.title in html and "1 autre page" in html


def test_other_things_are_deleted_as_ever(client, camille):
    client.login(username="camille", password=PASSWORD)
    from_factory = article()
    address = reverse("wagtailsnippets_news_section:delete", args=[from_factory.section_id])
    html = client.get(address).content.decode()
    assert "Utilisé 1 fois" in html and "empêche de le supprimer" in html


# --- Redirects ------------------------------------------------------------------------------------


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        # Wagtail makes the redirects once the change is committed.
        with django_capture_on_commit_callbacks(execute=True):
            published(page)

    return rename


def test_a_changed_slug_leaves_redirects_for_the_page_and_what_is_below(client, home_page, rename):
    parent = content("Ancien")
    content("Enfant", under=parent)
    rename(parent, "nouveau")
    for old, new in (("/ancien/", "/nouveau/"), ("/ancien/enfant/", "/nouveau/enfant/")):
        response = client.get(old)
        assert response.status_code == 301 and response["Location"].endswith(new)
        assert client.get(new).status_code == 200
    assert client.get("/ancien/enfant/?a=1").status_code == 301
    assert client.get("/ancien/autre/").status_code == 404


def test_a_moved_page_leaves_redirects_in_each_language(client, home_page):
    english = english_home()
    for root, prefix in ((home(), ""), (english, "/en")):
        parent = content("Accueil", under=root, slug=f"accueil{prefix.strip('/')}")
        moved = content("Page", under=root, slug="page")
        content("Enfant", under=moved, slug="enfant")
        Page.objects.get(pk=moved.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")
        for path in ("page/", "page/enfant/"):
            response = client.get(f"{prefix}/{path}")
            assert response.status_code == 301
            assert response["Location"].endswith(f"{prefix}/{parent.slug}/{path}")


def test_what_was_moved_back_is_served_again(client, home_page, rename):
    page = content("Une")
    rename(page, "deux")
    rename(page, "une")
    assert client.get("/une/").status_code == 200
    assert client.get("/deux/")["Location"].endswith("/une/")

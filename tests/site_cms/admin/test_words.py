"""The words of Wagtail that editors read: French, and those of the guide."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import gettext, override
from wagtail.models import Collection

from site_cms.rights.roles import COMMUNICATION, apply_national_roles
from tests.factories import article, milestone, user


@pytest.fixture
def camille(client, db):
    client.force_login(user("camille", COMMUNICATION))
    return client


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Workflow", "Circuit de relecture"),
        ("Workflows", "Circuits de relecture"),
        ("Workflow: start", "Circuit de relecture\u00a0: commencer"),
        ("In Moderation", "En cours de relecture"),
        (
            "Page '%(page_title)s' has been submitted for moderation.",
            "La page «\u00a0%(page_title)s\u00a0» a été soumise à la relecture.",
        ),
        ("Add %(model_name)s", "Ajouter\u00a0: %(model_name)s"),
        ("slug", "identifiant dans l’adresse"),
    ],
)
def test_wagtail_speaks_as_the_guide_does(theirs, ours):
    with override("fr"):
        assert gettext(theirs) == ours


def test_a_form_explains_the_address_in_french(camille):
    html = camille.get(f"/admin/pages/{article().pk}/edit/").content.decode()
    assert "domain.com" not in html and "mon-article" in html


@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/", "/admin/login/"])
def test_the_admin_bears_the_site_s_name(camille, address):
    if address.endswith("login/"):
        camille.logout()
    html = BeautifulSoup(camille.get(address).content, "html.parser")
    assert html.title.text.strip().endswith("French Impact")
    assert "Wagtail" not in html.title.text


def test_types_of_pages_have_no_capital_on_each_word(camille):
    milestone()
    html = camille.get("/admin/reports/page-types-usage/").content.decode()
    assert "Étape du calendrier" in html and "Étape Du" not in html


def test_the_collection_above_all_has_a_french_name_that_may_be_changed(db):
    apply_national_roles()
    root = Collection.get_first_root_node()
    assert root.name == "Toutes les collections"
    root.name = "Autre"
    root.save()
    apply_national_roles()
    assert Collection.get_first_root_node().name == "Autre"


@pytest.fixture
def styled(camille, page):
    """A window with Wagtail's styles and, after them, ours, to show some HTML in."""
    head = BeautifulSoup(camille.get("/admin/calendrier/").content, "html.parser").head
    links = "".join(str(link) for link in head.select("link[rel=stylesheet]"))
    assert "site_cms/admin/admin.css" in links.rpartition("core.css")[2]

    def show(html, width=1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/robots.txt")
        page.set_content(f"<html><head>{links}</head><body>{html}</body></html>")
        page.wait_for_load_state("networkidle")
        return page

    return show


def test_a_link_in_a_message_is_as_readable_as_its_heading(styled):
    page = styled(
        '<div class="messages appear"><ul><li class="error"><strong>Refusée.</strong><ul>'
        '<li><a href="/x">9 textes</a></li></ul></li></ul></div>'
    )
    color = "element => getComputedStyle(element).color"
    assert page.eval_on_selector("a", color) == page.eval_on_selector("strong", color)


def test_a_year_fits_its_box(styled):
    page = styled('<div style="display: flex; width: 5rem"><input type="number"></div>')
    assert page.eval_on_selector("input", "element => element.clientWidth") > 100


def test_a_title_is_not_broken_within_its_words_on_a_narrow_screen(styled):
    cells = '<td>25 septembre</td><td class="status">Financement</td>' * 3
    page = styled(
        '<div id="listing-results"><table class="listing"><tr><td class="title">'
        f'<div class="title-wrapper"><a>Les contrats</a></div></td>{cells}</tr></table></div>',
        width=360,
    )
    assert page.eval_on_selector("td.title", "element => element.clientWidth") >= 160
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

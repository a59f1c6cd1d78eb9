"""The words of Wagtail that editors read: French, and those of the guide."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import gettext, override
from wagtail.models import Collection

from site_cms.permissions import COMMUNICATION, apply_national_roles
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

"""Words of a vocabulary are made where they are chosen, and listed as French readers look."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from news.models import Section
from site_cms.models import Person, Theme
from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, image, region, theme, translate, user

CHOOSERS = {
    Theme: "wagtailsnippetchoosers_site_cms_theme",
    Person: "wagtailsnippetchoosers_site_cms_person",
    Section: "wagtailsnippetchoosers_news_section",
}


@pytest.fixture
def camille(client, db):
    client.force_login(user("camille", COMMUNICATION))
    return client


@pytest.mark.parametrize("model", CHOOSERS)
def test_one_is_made_in_its_chooser_by_its_name(camille, model):
    window = camille.get(reverse(f"{CHOOSERS[model]}:choose")).json()["html"]
    results = camille.get(reverse(f"{CHOOSERS[model]}:choose_results"), {"q": "cœur"})
    assert results.status_code == 200
    assert (
        camille.get(f"/admin/snippets/{model._meta.label_lower.replace('.', '/')}/?q=c").status_code
        == 200
    )
    assert 'name="name"' in window and "Langue" not in window and "Locale" not in window
    answer = camille.post(reverse(f"{CHOOSERS[model]}:create"), {"name": "Cœur de ville"}).json()
    made = model.objects.get(name="Cœur de ville")
    assert answer["step"] == "chosen" and answer["result"]["string"] == "Cœur de ville"
    assert getattr(made, "slug", "coeur-de-ville") == "coeur-de-ville"


def test_its_address_is_free(camille):
    theme("Bourg-centre")
    camille.post(reverse(f"{CHOOSERS[Theme]}:create"), {"name": "Bourg centre"})
    slugs = Theme.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["bourg-centre", "bourg-centre-2"]


def test_a_form_is_offered_words_of_its_language(camille):
    page = article()
    translate(theme("Énergie"))
    came_from = reverse("wagtailadmin_pages:edit", args=[page.pk])
    window = camille.get(reverse(f"{CHOOSERS[Theme]}:choose"), headers={"Referer": came_from})
    html = BeautifulSoup(window.json()["html"], "html.parser")
    assert [link.text.strip() for link in html.select("[data-chooser-modal-choice]")] == ["Énergie"]


def test_a_small_picture_named_like_a_file_is_said_so_when_it_is_chosen(camille):
    picture = image("IMG_0042.jpg")
    chosen = camille.get(reverse("wagtailimages_chooser:chosen", args=[picture.pk])).json()
    page = article(image=picture)
    form = camille.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    for told in (chosen["result"]["title"], form):
        assert "IMG_0042.jpg –" in told and "nom de fichier" in told and "pixels de large" in told


@pytest.mark.parametrize(
    "address", ["/admin/images/chooser/", "/admin/images/multiple/add/", "/admin/images/add/"]
)
def test_what_communication_uploads_is_for_all_teams(camille, address):
    region("53", "Bretagne")
    answer = camille.get(address)
    html = answer.json()["html"] if "json" in answer["Content-Type"] else answer.content
    chosen = BeautifulSoup(html, "html.parser").select("select[name$=collection] [selected]")
    assert [option.text.strip(" \u00a0↳\n") for option in chosen][-1] == "National"


def test_an_article_is_not_offered_as_its_own_sequel(camille):
    page, other = article(), article()
    window = camille.get(
        reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk]),
        {"page_type": "news.newspage"},
        headers={"Referer": reverse("wagtailadmin_pages:edit", args=[page.pk])},
    ).json()["html"]
    assert other.title in window and page.title not in window.replace(other.title, "")


@pytest.mark.parametrize("address", ["/admin/snippets/site_cms/theme/", None])
def test_accents_do_not_send_a_word_to_the_end(camille, address):
    for name in ("Zones rurales", "Éducation", "Emploi", "Économie"):
        theme(name)
    found = camille.get(address or reverse(f"{CHOOSERS[Theme]}:choose"))
    html = found.content.decode() if address else found.json()["html"]
    names = ["Économie", "Éducation", "Emploi", "Zones rurales"]
    places = [html.rindex(name) for name in names]
    assert places == sorted(places)


def test_a_section_and_a_theme_are_made_in_the_article_s_form(camille, page, live_server):
    """In a browser: the button opens the window where one is made, and the form has it chosen."""
    written = article()
    page.context.add_cookies(
        [{"name": "sessionid", "value": camille.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"/admin/pages/{written.pk}/edit/")
    for name, word in (("section", "Outre-mer"), ("themes", "Énergie")):
        page.click(f"[data-word-maker={name}]")
        page.fill(".modal [name=name]", word)
        page.click(".modal #tab-create [type=submit]")
        page.wait_for_selector(".modal", state="detached")
    assert page.eval_on_selector("#id_section", "s => s.selectedOptions[0].text") == "Outre-mer"
    assert page.locator("#id_themes input:checked").count() == 1
    assert page.problems == []


def test_who_may_not_add_words_is_not_offered_to(client, db):
    here = region("53", "Bretagne")
    client.force_login(user("maelle", "Bretagne – contribution"))
    form = client.get(f"/admin/pages/{article(under=here).pk}/edit/").content.decode()
    assert "id_section" in form and "data-word-maker" not in form

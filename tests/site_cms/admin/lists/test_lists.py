"""Lists in the admin: columns and filters of each kind of page, and to whom what is listed."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from pioneers.models import PioneerPage
from site_cms.rights.roles import COMMUNICATION, RELECTURE
from tests import factories
from tests.factories import (
    article,
    call,
    contact,
    content,
    milestone,
    pioneer,
    region,
    rubric,
    territory,
    theme,
    translate,
    user,
)
from tests.site_cms.admin.lists.soup import soup, titles

LISTS = ("articles", "territories", "pioneers", "calls", "milestones")


@pytest.fixture
def camille(client, db):
    client.force_login(user("camille", COMMUNICATION))
    return client


def headings(client, address):
    return [cell.get_text(" ", strip=True) for cell in soup(client, address).select("thead th")]


def menu(client):
    text = client.get("/admin/").content.decode()
    return {name for name in LISTS if f'"/admin/{name}/"' in text}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("articles", ["Publié le", "Rubrique", "Région"]),
        ("territories", ["Région", "Statut", "Depuis"]),
        ("pioneers", ["Entrée", "Ville du siège", "Région"]),
        ("calls", ["Nature", "Date limite", "Statut"]),
        ("milestones", ["Date", "Statut"]),
    ],
)
def test_each_kind_has_its_columns_in_the_menu_s_list(camille, name, wanted):
    article(region=region("53"))
    territory(status_date=date(2019, 2, 25), status_precision="month")
    pioneer(region=region("53"))
    call(closes_at=timezone.now() + timedelta(days=3))
    milestone()
    shown = " ".join(headings(camille, f"/admin/{name}/"))
    assert all(heading in shown for heading in [*wanted, "Titre", "Modifiée", "État"])
    assert len(titles(camille, f"/admin/{name}/")) == 1


def test_the_explorer_has_them_too_where_a_kind_stands_alone(camille):
    page = article()
    shown = " ".join(headings(camille, f"/admin/pages/{page.get_parent().pk}/"))
    assert "Rubrique" in shown and "Publié le" in shown
    below = territory()
    shown = " ".join(headings(camille, f"/admin/pages/{below.get_parent().pk}/"))
    assert "Rubrique" not in shown and "Type" in shown


@pytest.mark.parametrize(
    "query",
    ["territories/?status=pilot&region=53", "pioneers/?entry=launch&region=53", "calls/?kind=aap"],
)
def test_the_other_lists_filter_as_well(camille, query):
    here = region("53")
    territory(under=here)
    pioneer(region=here, entry=PioneerPage.Entry.LAUNCH)
    call()
    assert len(titles(camille, f"/admin/{query}")) == 1


def test_milestones_are_filtered_by_date_and_status(camille):
    milestone("Lancement", start=date(2018, 1, 18), status="done")
    milestone("Suite", start=date(2019, 1, 18))
    assert titles(camille, "/admin/milestones/?sort_date_from=2018-06-01") == ["Suite"]
    assert titles(camille, "/admin/milestones/?status=done") == ["Lancement"]


# --- Each to its own ------------------------------------------------------------------------------


def test_a_region_lists_its_own_pages_and_nobody_else_s(client, db):
    bretagne, occitanie = region("53", "Bretagne"), region("76", "Occitanie planté")
    article("À nous", under=bretagne, region=occitanie)
    article("Secret planté", under=occitanie)
    territory("Chez nous", under=bretagne)
    territory("Lieu planté", under=occitanie)
    owner = user("autre-planté", "Occitanie planté – contribution")
    factories.NewsPage.objects.update(owner=owner)
    client.force_login(user("yann", "Bretagne – publication"))
    assert titles(client, "/admin/articles/") == ["À nous"]
    assert titles(client, "/admin/territories/") == ["Chez nous"]
    for address in (
        "/admin/articles/",
        "/admin/articles/?q=secret",
        "/admin/articles/results/?region=76",
        "/admin/territories/?q=lieu",
        "/admin/articles/choose_parent/",
        f"/admin/pages/{bretagne.pk}/",
        f"/admin/pages/{bretagne.pk}/?q=secret&search_all=1",
    ):
        assert "planté" not in client.get(address, follow=True).content.decode(), address


@pytest.mark.parametrize("name", ["pioneers", "calls", "milestones"])
def test_a_region_is_not_offered_lists_of_what_it_never_has(client, db, name):
    region("53", "Bretagne")
    client.force_login(user("yann", "Bretagne – publication"))
    assert menu(client) == {"articles", "territories"}
    assert client.get(f"/admin/{name}/").status_code in (302, 403)


def test_national_accounts_are_offered_all_lists(client, db):
    client.force_login(user("camille", COMMUNICATION))
    assert menu(client) == set(LISTS)
    client.force_login(user("dominique", RELECTURE))
    assert menu(client) == set(LISTS)
    assert all(client.get(f"/admin/{name}/").status_code == 200 for name in LISTS)


def test_no_entry_of_a_menu_is_dead(client, db):
    region("53", "Bretagne")
    for number, group in enumerate((COMMUNICATION, RELECTURE, "Bretagne – contribution")):
        client.force_login(user(f"compte{number}", group))
        for address in entries(client):
            response = client.get(address, follow=True)
            assert response.status_code == 200, (group, address)
            # A refusal sends back to the home page.
            assert response.request["PATH_INFO"] != "/admin/" or address == "/admin/"


def entries(client):
    """The addresses of the side menu, submenus included, as its script is given them."""
    script = soup(client, "/admin/").select_one("#wagtail-sidebar-props")
    found = []

    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("_args"), list) and "wagtail.sidebar" in value.get("_type", ""):
                walk(value["_args"])
            else:
                for name, item in value.items():
                    if name == "url" and isinstance(item, str) and item.startswith("/admin/"):
                        found.append(item)
                    walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(json.loads(script.string))
    assert found
    return found


def test_a_section_has_a_menu_of_its_own(camille):
    html = camille.get("/admin/").content.decode()
    assert "/admin/snippets/news/section/" in html and '"/admin/snippets/"' not in html


@pytest.mark.parametrize(
    ("address", "make"),
    [
        ("/admin/snippets/site_cms/theme/", theme),
        ("/admin/snippets/news/section/", rubric),
        ("/admin/forms/", contact),
        ("/admin/forms/results/", contact),
    ],
)
def test_a_list_of_words_or_forms_says_the_language_of_each(camille, address, make):
    translate(make())
    assert "Langue" in headings(camille, address)
    rows = [row.get_text(" ", strip=True) for row in soup(camille, address).select("tbody tr")]
    assert sorted("Anglais" in row for row in rows) == [False, True]
    assert sum("Français" in row for row in rows) == 1


@pytest.mark.parametrize(
    ("name", "make"), [("pioneers", pioneer), ("calls", call), ("milestones", milestone)]
)
def test_where_there_is_one_place_in_french_one_click_leads_to_the_form(camille, name, make):
    page = make()
    translate(page)
    model = page._meta
    answer = camille.get(f"/admin/{name}/choose_parent/")
    parent = page.get_parent().pk
    assert answer.url == f"/admin/pages/add/{model.app_label}/{model.model_name}/{parent}/"


def places(client, name):
    """What is offered as a parent: {title: whether it is chosen}."""
    options = soup(client, f"/admin/{name}/choose_parent/").select("[name=parent_page] option")
    return {o.get_text(strip=True): o.has_attr("selected") for o in options if o["value"]}


def test_an_article_goes_under_the_national_list_unless_a_region_is_chosen(camille):
    bretagne = region("53", "Bretagne")
    translate(article())
    translate(bretagne)
    assert places(camille, "articles") == {"Actualités": True, "Bretagne": False}
    answer = camille.post("/admin/articles/choose_parent/", {"parent_page": bretagne.pk})
    assert answer.url == f"/admin/pages/add/news/newspage/{bretagne.pk}/"


def test_a_territory_goes_under_a_region_that_is_chosen(camille):
    region("53", "Bretagne"), region("28", "Normandie")
    assert places(camille, "territories") == {"Bretagne": False, "Normandie": False}


def test_a_team_is_offered_its_own_places_only(client, db):
    region("53", "Bretagne"), region("28", "Normandie"), region("76", "Occitanie")
    client.force_login(user("sacha", "Bretagne – publication", "Normandie – publication"))
    assert set(places(client, "territories")) == {"Bretagne", "Normandie"}


OFFERED = {
    COMMUNICATION: {"delete", "move", "publish", "unpublish"},
    RELECTURE: {"publish", "unpublish"},
    "Bretagne – contribution": {"delete", "move"},
}


@pytest.mark.parametrize("group", OFFERED)
def test_only_what_the_account_may_do_is_offered_for_many_pages_at_once(client, db, group):
    page = article(under=region("53", "Bretagne"))
    client.force_login(user("camille", group))
    buttons = soup(client, "/admin/articles/").select("[data-bulk-action-button]")
    offered = {button["href"].rstrip("/").rpartition("/")[2] for button in buttons}
    assert offered == OFFERED[group]
    for action in set(OFFERED[COMMUNICATION]):
        answer = client.get(f"/admin/bulk/wagtailcore/page/{action}/?id={page.pk}")
        assert (answer.status_code == 200) == (action in offered), action


def test_a_reviewer_puts_back_online_what_it_has_withdrawn(client, db):
    page = article(under=region("53", "Bretagne"))
    page.save_revision().publish()
    client.force_login(user("dominique", RELECTURE))

    def ways():
        links = soup(client, "/admin/articles/").select("a")
        return [a["href"] for a in links if "Remettre en ligne" in a.text]

    assert ways() == []
    client.post(f"/admin/pages/{page.pk}/unpublish/")
    (url,) = ways()
    header = soup(client, f"/admin/pages/{page.pk}/").select(".w-slim-header a")
    assert any("Remettre en ligne" in link.text for link in header)
    client.post(url)
    page.refresh_from_db()
    assert page.live


def test_the_explorer_says_which_pages_the_menu_leads_to(camille):
    shown, left_out = content("Le programme"), content("Mentions")
    shown.show_in_menus = True
    shown.save()
    rows = soup(camille, f"/admin/pages/{shown.get_parent().pk}/").select("tbody tr")
    said = {row.select_one(".title-wrapper a").text.strip(): "Au menu" in row.text for row in rows}
    assert said[shown.title] and not said[left_out.title]


@pytest.mark.parametrize(("language", "word"), [("fr", "Oui"), ("en", "Yes")])
def test_files_of_lists_say_neither_true_nor_another_clock(language, word):
    moment = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
    with translation.override(language):
        for kind in ("csv", "xlsx"):
            assert SpreadsheetExportMixin().preprocess_field_value("x", True, kind) == word
    told = SpreadsheetExportMixin().preprocess_field_value("x", moment, "xlsx")
    assert told.isoformat() == "2026-07-15T00:30:00"

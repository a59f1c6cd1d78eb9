"""Pages chosen in a form: what it holds, what the chooser offers, what is kept."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, call, copies, pioneer, territory, user


@pytest.fixture
def editor(client, db):
    client.force_login(user("camille", COMMUNICATION))
    return client


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client, page):
    return BeautifulSoup(client.get(edit_url(page)).content, "html.parser")


def listed(client, **asked):
    answer = client.get(reverse("pioneer_picker:choose_results"), asked)
    soup = BeautifulSoup(answer.content, "html.parser")
    return [label.get_text(strip=True) for label in soup.select("td label")]


def test_the_form_holds_what_is_chosen_and_nothing_else(editor):
    chosen, other = pioneer("Siel bleu"), pioneer("Réseau Môm’artre")
    soup = form_of(editor, article(pioneers=[chosen]))
    boxes = soup.select('input[name="pioneers"]')
    assert [box["value"] for box in boxes] == [str(chosen.pk)]
    assert boxes[0].has_attr("checked") and "Siel bleu" in boxes[0].parent.get_text()
    assert other.title not in soup.get_text()


def test_a_call_picks_its_territories(editor):
    chosen = territory("Pays de Redon")
    soup = form_of(editor, call(labelled_territories=[chosen]))
    picker = soup.select_one('[data-page-picker="labelled_territories"]')
    assert picker["data-url"] == reverse("territory_picker:choose")
    assert picker.select_one("input")["value"] == str(chosen.pk)


def test_the_form_weighs_the_same_whatever_there_is_to_choose_from(editor):
    page, one = article(), pioneer()
    before = editor.get(edit_url(page))
    copies(one, 50)
    after = editor.get(edit_url(page))
    # Tokens and dates are not always as long.
    assert abs(len(after.content) - len(before.content)) < 200


def test_the_chooser_lists_by_name_and_is_searched(editor):
    for title in ("Siel bleu", "Ecodair", "Éclat"):
        pioneer(title)
    assert listed(editor) == ["Éclat", "Ecodair", "Siel bleu"]
    assert listed(editor, q="siel") == ["Siel bleu"]


@pytest.mark.parametrize("asked", [{"p": "x"}, {"p": "99"}, {"q": "\0"}, {"q": "«"}])
def test_the_chooser_holds_against_what_nobody_would_ask(editor, asked):
    answer = editor.get(reverse("pioneer_picker:choose_results"), asked)
    assert answer.status_code in (200, 400, 404)


def test_what_is_chosen_comes_back_by_its_name(editor):
    one, two = pioneer("Siel bleu"), pioneer("Ecodair")
    url = reverse("pioneer_picker:chosen_multiple")
    result = editor.get(url, {"id": [one.pk, two.pk]}).json()["result"]
    assert {(item["id"], item["title"]) for item in result} == {
        (str(one.pk), "Siel bleu"),
        (str(two.pk), "Ecodair"),
    }

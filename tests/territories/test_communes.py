"""A territory's town is chosen by its name: its code and its position follow."""

from decimal import Decimal

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from site_cms.rights.roles import COMMUNICATION
from territories import communes
from territories.models import TerritoryPage
from territories.regions import BY_CODE, is_in_france
from tests.factories import PASSWORD, region, territory, user
from tests.site_wide.test_editing import EMPTY, fill_in, messages

ROUBAIX = ("59512", Decimal("50.69121"), Decimal("3.17404"))


def test_the_list_holds_all_communes_of_the_eighteen_regions_where_they_are():
    found = communes.communes().values()
    assert len(found) > 34_000 and {town.region for town in found} == set(BY_CODE)
    placed = [town for town in found if town.position]
    assert len(placed) > len(found) - 20
    assert all(is_in_france(*map(float, town.position)) for town in placed)


@pytest.mark.parametrize(
    ("typed", "among", "code"),
    [
        ("roubaix", "", "59512"),
        ("Saint-Etienne", "84", "42218"),
        ("st étienne", "84", "42218"),
        ("l\u2019ile d\u2019yeu", "", "85113"),
        ("saint denis", "04", "97411"),
        ("saint denis", "11", "93066"),
        ("ajaccio", "", "2A004"),
    ],
)
def test_a_town_is_found_as_people_write_it(typed, among, code):
    assert communes.named(typed, among).code == code
    assert communes.begun(typed, among)[0].code == code


def test_a_name_that_several_have_is_nobody_s():
    assert communes.named("Saint-Denis") is None is communes.named("")
    assert communes.begun("x") == []
    assert [town.name for town in communes.begun("roub")][:1] == ["Roubaix"]


def test_the_list_is_written_anew_from_the_official_file(tmp_path, monkeypatch):
    said = communes.PATH.read_bytes()
    monkeypatch.setattr(communes, "PATH", tmp_path / "list.gz")
    communes.PATH.write_bytes(said)
    file = tmp_path / "communes.json"
    file.write_text(
        '[{"nom": "Brest", "code": "29019", "codeRegion": "53", "population": 1,'
        ' "centre": {"coordinates": [-4.5, 48.4]}}, {"nom": "Arue", "code": "98712",'
        ' "codeRegion": "987"}]'
    )
    call_command("communes", file)
    communes.communes.cache_clear()
    try:
        assert [str(town.latitude) for town in communes.communes().values()] == ["48.4"]
    finally:
        communes.communes.cache_clear()


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def save(editor, page, **fields):
    streams = dict.fromkeys(("challenges", "body", "sources"), EMPTY)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fill_in(editor, address, streams | fields)
    return TerritoryPage.objects.get(pk=page.pk)


def seated(page):
    return page.seat_code, page.latitude, page.longitude


def test_a_name_is_enough(editor):
    page = territory("Territoire", under=region("32", "Hauts-de-France"))
    assert seated(save(editor, page, seat="roubaix")) == ROUBAIX
    # Another town takes its own place; one that was typed stays.
    assert seated(save(editor, page, seat="Lille"))[0] == "59350"
    moved = save(editor, page, seat="Roubaix", latitude="50.7", longitude="3.2")
    assert seated(moved) == ("59512", Decimal("50.70000"), Decimal("3.20000"))
    assert seated(save(editor, page, seat="Nulle-Part"))[0] == "59512"


def test_a_town_of_another_region_is_refused_in_words(editor):
    page = territory("Territoire", under=region("53", "Bretagne"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    streams = dict.fromkeys(("challenges", "body", "sources"), EMPTY)
    told = messages(fill_in(editor, address, streams | {"seat": "Roubaix"}))
    assert "Roubaix est dans une autre région (Hauts-de-France)" in told
    assert TerritoryPage.objects.get(pk=page.pk).seat == ""


def test_the_form_offers_communes_to_whoever_edits(client, editor):
    answer = client.get(reverse("communes"), {"q": "roub"}).json()
    first = answer["communes"][0]
    assert (first["code"], first["label"]) == ("59512", "Roubaix (59, Hauts-de-France)")
    client.logout()
    assert client.get(reverse("communes"), {"q": "roub"}).status_code == 302


def test_choosing_a_commune_fills_in_the_rest(transactional_db, page, live_server):
    place = territory("Territoire", under=region("32", "Hauts-de-France"))
    user("camille", COMMUNICATION)
    page.goto("/admin/login/")
    page.fill("[name=login]", "camille")
    page.fill("[name=password]", PASSWORD)
    page.click("main [type=submit]")
    page.goto(reverse("wagtailadmin_pages:edit", args=[place.pk]))
    town = page.locator("[name=seat]")
    town.press_sequentially("roub")
    offer = page.locator("datalist option").first
    expect(offer).to_have_attribute("value", "Roubaix (59, Hauts-de-France)", timeout=10_000)
    town.fill("Roubaix (59, Hauts-de-France)")
    expect(town).to_have_value("Roubaix")
    expect(page.locator("[name=seat_code]")).to_have_value("59512")
    expect(page.locator("[name=latitude]")).to_have_value("50.69121")
    assert page.problems == []

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.models import Page

from pioneers.models import CallPage, PioneerIndexPage, PioneerPage
from territories.models import LISTED_LIMIT, Partner, RegionPage, TerritoryIndexPage, TerritoryPage
from tests.factories import (
    article,
    call,
    english_home,
    french,
    pioneer,
    region,
    restrict,
    section,
    territory,
    translate,
)

LABELLED, PILOT = TerritoryPage.Status.LABELLED, TerritoryPage.Status.PILOT


def test_a_region_with_more_pioneers_than_it_shows_leads_to_all_of_them(client, db):
    page = region("53", "Bretagne")
    more = '<a class="fr-link" href="/pionniers/?region=53">'
    for _number in range(6):
        pioneer(region=page)
    assert more not in client.get(page.url).content.decode()
    last = pioneer("Zoé", region=page)
    html = client.get(page.url).content.decode()
    assert more in html and last.title not in html
    assert last.title in client.get("/pionniers/?region=53").content.decode()


def counts(code="53"):
    page = RegionPage.objects.with_counts(french().pk).get(code=code)
    return page.pilots, page.labelled


def test_a_second_page_for_a_region_is_refused_with_the_name_of_the_first(db):
    region("53", "Bretagne")
    with pytest.raises(ValidationError) as refusal:
        region("53", "Bretagne encore")
    (message,) = refusal.value.message_dict["code"]
    assert "« Bretagne »" in message and "choisissez une autre région" in message


def test_a_region_page_may_be_saved_again_and_translated(db):
    page = region("53", "Bretagne")
    page.save()
    english = english_home().locale
    copy = page.copy_for_translation(english, copy_parents=True)
    copy.full_clean()
    copy.save_revision().publish()
    assert RegionPage.objects.visible().filter(code="53").count() == 2


def test_a_territory_belongs_to_the_region_it_stands_under(db):
    bretagne, corse = region("53"), region("94")
    page = territory(under=bretagne)
    draft = territory(under=bretagne, live=False)
    assert page.region == draft.region == bretagne
    for moved in (page, draft):
        moved.move(corse, pos="last-child")
    assert counts("53") == (0, 0)
    assert counts("94") == (1, 0)
    assert TerritoryPage.objects.get(pk=draft.pk).region == corse


def test_publishing_an_old_version_of_a_moved_territory_leaves_it_in_its_new_region(db):
    bretagne, corse = region("53"), region("94")
    page = territory(under=bretagne)
    revision = page.save_revision()
    page.move(corse, pos="last-child")
    revision.refresh_from_db()
    revision.publish()
    assert TerritoryPage.objects.get(pk=page.pk).region == corse


def test_a_region_counts_only_the_territories_that_the_public_sees(db):
    territory(status=LABELLED)
    territory(status=PILOT)
    territory(status=PILOT)
    territory(status=PILOT, live=False)
    restrict(territory(status=LABELLED))
    territory(status=LABELLED, under=region("94"))
    assert counts("53") == (2, 1)
    assert counts("94") == (0, 1)


def test_a_region_lists_its_own_territories_only(db):
    territory("Brest")
    territory("Bastia", under=region("94"))
    territory("Brouillon", live=False)
    assert [page.title for page in region("53").published_territories()] == ["Brest"]


def test_a_region_lists_a_pioneer_seated_or_active_there_once(db):
    both = pioneer(
        "Siège et action", region=region("53"), action_regions=[region("53"), region("94")]
    )
    active = pioneer("Action", action_regions=[region("53")])
    pioneer("Ailleurs", region=region("94"))
    pioneer("Brouillon", region=region("53"), live=False)
    assert list(region("53").published_pioneers()) == [active, both]


def test_a_region_lists_a_bounded_number_of_its_articles(db):
    for _ in range(8):
        article(region=region("53"))
    article("Brouillon", region=region("53"), live=False)
    titles = [page.title for page in region("53").published_articles()]
    assert len(titles) == LISTED_LIMIT + 1
    assert "Brouillon" not in titles


@pytest.mark.parametrize(
    ("day", "precision", "said"),
    [
        (None, "day", ""),
        (date(2019, 2, 1), "day", "1er\u00a0février 2019"),
        (date(2019, 2, 1), "month", "février 2019"),
        (date(2019, 2, 1), "year", "2019"),
    ],
)
def test_a_territory_says_since_when_as_precisely_as_is_known(db, day, precision, said):
    page = territory(status_date=day, status_precision=precision)
    assert page.status_period == said


def test_partners_are_grouped_by_kind_in_the_order_of_the_kinds(db):
    page = territory()
    page.partners = [
        Partner(name="Une association", kind="association"),
        Partner(name="La métropole", kind="collectivite"),
        Partner(name="La ville", kind="collectivite"),
    ]
    page.save()
    page = TerritoryPage.objects.get(pk=page.pk)
    groups = [(label, [p.name for p in partners]) for label, partners in page.partners_by_kind()]
    assert groups == [
        ("Collectivité ou service public", ["La métropole", "La ville"]),
        ("Association", ["Une association"]),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Brest", "Bastia"}),
        ({"region": "94"}, {"Bastia"}),
        ({"statut": "labelled"}, {"Brest"}),
        ({"region": "94", "statut": "labelled"}, set()),
        ({"region": "99"}, set()),
        ({"statut": "nimporte"}, set()),
    ],
)
def test_the_list_of_territories_can_be_narrowed(db, query, found):
    territory("Brest", status=LABELLED)
    territory("Bastia", under=region("94"))
    territory("Brouillon", live=False)
    listing = section(TerritoryIndexPage).listing(RequestFactory().get("/", query))
    assert {page.title for page in listing.page} == found


def test_deleting_a_region_page_leaves_articles_and_pioneers(db):
    page, seated = article(region=region("53")), pioneer(region=region("53"))
    Page.objects.get(pk=region("53").pk).delete()
    page.refresh_from_db()
    seated.refresh_from_db()
    assert (page.region, seated.region) == (None, None)


# --- In another language --------------------------------------------------------------------------


@pytest.fixture
def corsica(db):
    """A region in English, with one territory and one pioneer translated, and one of each not."""
    place = region("94", "Corse")
    won = call("Un appel")
    for name in ("Bastia", "Calvi"):
        territory(f"Pays de {name}", under=place, status=LABELLED)
        pioneer(f"Coopérative de {name}", region=place, action_regions=[place], call=won)
    for page in (TerritoryPage, PioneerPage):
        translate(page.objects.get(title__endswith="Bastia"))
    return translate(place)


def titles(pages):
    return {page.title for page in pages}


def test_a_directory_lists_the_same_in_every_language(corsica):
    for model, name in ((TerritoryIndexPage, "Pays de"), (PioneerIndexPage, "Coopérative de")):
        for code, first in (("fr", f"{name} Bastia"), ("en", f"EN {name} Bastia")):
            index = model.objects.get(locale__language_code=code)
            for query in ({}, {"region": "94"}):
                found = index.listing(RequestFactory().get("/", query))
                assert titles(found.page) == {first, f"{name} Calvi"}


def test_a_region_lists_the_same_in_every_language(corsica):
    assert titles(corsica.published_territories()) == {"EN Pays de Bastia", "Pays de Calvi"}
    found = list(corsica.published_pioneers())
    assert len(found) == 2
    assert titles(found) == {"EN Coopérative de Bastia", "Coopérative de Calvi"}


def test_a_call_names_all_its_laureates_in_every_language(corsica):
    won = translate(CallPage.objects.get(locale=french()))
    assert titles(won.laureates) == {"EN Coopérative de Bastia", "Coopérative de Calvi"}


def test_what_a_directory_shows_in_another_language_is_marked_as_such(client, corsica):
    for address in ("/en/en-territoires/", "/en/en-pionniers/", corsica.url):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        cards = soup.select(".fr-card")
        lone = [card for card in cards if card.a.get_text().endswith("Calvi")]
        assert lone
        for card in lone:
            assert (card.a["hreflang"], card.a["lang"]) == ("fr", "fr")
            assert card.a["href"].startswith(("/territoires/", "/pionniers/"))
            details = card.select(".fr-card__detail")
            assert all(detail["lang"] == "fr" for detail in details)
        (other,) = {card.a.get("lang") for card in cards if card not in lone}
        assert other is None


def test_a_page_that_is_translated_but_not_public_yet_is_listed_in_french(corsica):
    twin = TerritoryPage.objects.get(title="EN Pays de Bastia")
    twin.unpublish()
    assert titles(corsica.published_territories()) == {"Pays de Bastia", "Pays de Calvi"}
    TerritoryPage.objects.get(title="Pays de Bastia").unpublish()
    assert titles(corsica.published_territories()) == {"Pays de Calvi"}

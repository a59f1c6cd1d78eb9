import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from territories.models import Partner, RegionPage
from tests.factories import region, restrict, territory, translate


@pytest.fixture
def partners(db):
    brest, bastia = territory("Brest"), territory("Bastia", under=region("94", "Corse"))
    private = territory("Secret", under=region("11", "Île-de-France"))
    restrict(RegionPage.objects.get(code="11"))
    for place, name, kind in (
        (brest, "La métropole", "collectivite"),
        (bastia, "La ville", "collectivite"),
        (bastia, "Une université", "recherche"),
        (private, "Un secret", "recherche"),
        (territory("Brouillon", live=False), "Un brouillon", "ess"),
    ):
        Partner.objects.create(territory=place, name=name, kind=kind)
    return brest


def named(client, query=""):
    response = client.get(f"/acteurs/{query}")
    assert response.status_code == 200
    return [partner.name for partner in response.context["listing"].page]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["La métropole", "La ville", "Une université"]),
        ("?nature=collectivite", ["La métropole", "La ville"]),
        ("?nature=collectivite&nature=recherche&region=94", ["La ville", "Une université"]),
        ("?region=94&region=53&nature=recherche", ["Une université"]),
        ("?region=11", []),
        ("?nature=ess", []),
        ("?nature=autre", []),
    ],
)
def test_actors_are_the_partners_of_public_territories(client, partners, query, found):
    assert named(client, query) == found


def test_no_count_tells_of_what_is_not_public(client, partners):
    html = client.get("/acteurs/").content.decode()
    assert "Recherche et formation (1)" in html
    assert "Corse (2)" in html
    for secret in ("Île-de-France (", "économie sociale et solidaire (", "secret", "brouillon"):
        assert secret not in html


def test_actors_are_found_from_the_list_of_territories(client, partners):
    assert 'href="/acteurs/"' in client.get("/territoires/").content.decode()


def test_each_language_lists_its_own(client, partners):
    assert client.get("/en/actors/").status_code == 404  # no English site yet
    for page in partners.get_ancestors(inclusive=True).filter(depth__gt=1).specific():
        translate(page)
    found = client.get("/en/actors/?region=53").context["listing"].page
    assert [partner.territory.locale.language_code for partner in found] == ["en"]
    assert len(named(client)) == 3
    # What nobody has translated is there too, said to be French.
    html = client.get("/en/actors/").content.decode()
    assert html.count("La métropole") == 1
    assert '<a href="/territoires/corse/bastia/" hreflang="fr" lang="fr">Bastia</a>' in html


@pytest.mark.once
def test_actors_cost_no_more_when_there_are_many(client, partners):
    def cost():
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            client.get("/acteurs/?region=53&region=94")
        return len(queries)

    cost()  # fills what outlives the cache
    few = cost()
    assert few <= 11
    Partner.objects.bulk_create(
        Partner(territory=partners, name=f"Partenaire {n}", kind="entreprise") for n in range(2000)
    )
    assert cost() == few
    assert len(named(client, "?page=2")) == 50
    assert client.get("/acteurs/?page=1000").status_code == 404

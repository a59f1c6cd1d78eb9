"""The caches in front, on the loopback: what they are told, and that what fails is known."""

import pytest

from site_cms.settings.stores import caches_in_front
from site_cms.web import front_caches
from site_cms.web.front_caches import Cloudflare, HttpCache, NotPurged
from tests.front_cache import front_cache

URLS = ["https://www.example.org/actualites/?page=2", "https://www.example.org/*"]


@pytest.fixture
def front():
    with front_cache() as server:
        yield server


def http(server):
    return HttpCache({"LOCATION": server.address})


def cloudflare(server):
    return Cloudflare({"ZONEID": "z1", "BEARER_TOKEN": "secret", "API": server.address})


def test_varnish_and_nginx_are_told_by_purge_under_the_name_of_the_site(front):
    http(front).purge_batch(URLS)
    assert front.purged == ["www.example.org/actualites/?page=2", "www.example.org/*"]


def test_what_is_not_there_is_purged(front):
    front.mood = "empty"
    http(front).purge(URLS[0])
    assert front.called == 1


def test_cloudflare_is_told_thirty_addresses_at_a_time_and_beginnings_as_such(front):
    pages = [f"https://www.example.org/{number}/" for number in range(31)]
    cloudflare(front).purge_batch([*pages, URLS[1]])
    paths, tokens, said = zip(*front.purged, strict=True)
    assert set(paths) == {"/zones/z1/purge_cache"} and set(tokens) == {"Bearer secret"}
    assert said == (
        {"prefixes": ["www.example.org/"]},
        {"files": pages[:30]},
        {"files": pages[30:]},
    )


@pytest.mark.parametrize("kind", [http, cloudflare])
@pytest.mark.parametrize("mood", ["refusing", "silent"])
def test_what_fails_is_known_and_nobody_waits_for_long(front, monkeypatch, kind, mood):
    monkeypatch.setattr(front_caches, "PATIENCE", 0.2)
    front.mood = mood
    with pytest.raises(NotPurged) as failure:
        kind(front).purge_batch(URLS)
    assert "secret" not in str(failure.value)


@pytest.mark.parametrize("kind", [http, cloudflare])
def test_so_is_a_cache_that_is_away(kind):
    with front_cache() as gone:
        backend = kind(gone)
    with pytest.raises(NotPurged):
        backend.purge(URLS[0])


def test_the_environment_names_them():
    assert caches_in_front({}) == {}
    named = {"FRONT_CACHE": "http://10.0.0.1:6081, http://10.0.0.2:6081"}
    named |= {"CLOUDFLARE_ZONE": "z1", "CLOUDFLARE_TOKEN": "secret"}
    found = caches_in_front(named)
    assert set(found) == {"http://10.0.0.1:6081", "http://10.0.0.2:6081", "cloudflare"}
    assert found["cloudflare"]["ZONEID"] == "z1"

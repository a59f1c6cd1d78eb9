"""What may be kept on the way to readers, whatever cookies they bring."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from site_cms.public.share_pictures import address_of
from site_cms.web.cache_headers import PublicCacheMiddleware
from site_cms.web.page_cache import forget_all
from tests.factories import PASSWORD, content, image, restrict, user

BROKEN = [
    {"csrftoken": "bad"},
    {"csrftoken": ""},
    {"sessionid": ""},
    {"sessionid": "no-session-has-this-key"},
    {"csrftoken": "bad", "sessionid": ""},
]


def read(client, path, cookies):
    client.cookies.load(cookies)
    response = client.get(path)
    assert response.status_code in (200, 404)
    return response


def varies(response):
    return "Cookie" in response.get("Vary", "")


@pytest.fixture
def files(db):
    page = content("Page", summary="Résumé")
    return [image().get_rendition("width-40").url, address_of(page)]


@pytest.mark.parametrize("cookies", BROKEN)
def test_a_file_kept_for_good_comes_without_a_cookie(client, files, cookies):
    for path in files:
        response = read(client, path, cookies)
        assert not response.cookies and not varies(response)
        assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("cookies", BROKEN)
@pytest.mark.parametrize("path", ["/", "/nulle-part/", "/recherche/", "/robots.txt", "/api/v2/"])
def test_a_broken_cookie_is_not_answered_by_another(client, db, path, cookies):
    response = read(client, path, cookies)
    assert not response.cookies and not varies(response)
    seconds = 5 if response.status_code == 404 else 60
    public = {"public", "max-age=0", f"s-maxage={seconds}", "stale-if-error=86400"}
    kept = public if "sessionid" not in cookies else {"private", "no-cache"}
    assert set(response["Cache-Control"].split(", ")) == kept


def test_behind_a_proxy_a_copy_may_be_given_while_the_next_is_fetched(client, db, settings):
    assert "while-revalidate" not in read(client, "/", {})["Cache-Control"]
    settings.TRUSTED_PROXIES = 1
    forget_all()
    assert "stale-while-revalidate=60" in read(client, "/", {})["Cache-Control"]
    assert "stale-while-revalidate=5" in read(client, "/nulle-part/", {})["Cache-Control"]


@pytest.mark.parametrize("brought", [{}, {"csrftoken": "bad"}])
def test_the_form_of_a_private_page_still_gets_its_token(client, db, brought):
    restrict(content("Réservée"))
    response = read(client, "/reservee/", brought)
    assert len(response.cookies["csrftoken"].value) == 32
    assert "private" in response["Cache-Control"]


def test_the_admin_still_mends_a_broken_token(client, db):
    response = read(client, "/admin/login/", {"csrftoken": "bad"})
    assert len(response.cookies["csrftoken"].value) == 32


def test_an_account_reads_the_site_and_stays_logged_in(client, db):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    session = client.cookies["sessionid"].value
    client.cookies["csrftoken"] = "bad"
    response = client.get("/")
    assert not response.cookies and "private" in response["Cache-Control"]
    assert client.cookies["sessionid"].value == session
    assert client.get("/admin/").status_code == 200


def test_an_answer_with_a_cookie_is_kept_by_no_shared_cache():
    def view(request):
        response = HttpResponse("", headers={"Cache-Control": "public, max-age=31536000"})
        response.set_cookie("choice", "dark")
        return response

    response = PublicCacheMiddleware(view)(RequestFactory().get("/media/images/x.jpg"))
    assert response.cookies["choice"].value == "dark"
    assert "private" in response["Cache-Control"] and "public" not in response["Cache-Control"]

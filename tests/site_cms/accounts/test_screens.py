"""The screens by which people come in: words, look, the way through them."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, user
from tests.processes import work_off


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


def log_in(client, name="camille", password=PASSWORD, **more):
    return client.post("/admin/login/", {"login": name, "password": password}, **more)


@pytest.mark.parametrize("name", ["camille", "Camille", " camille ", "camille@example.org"])
def test_people_come_in_by_name_or_address(client, camille, name):
    answer = log_in(client, name)
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


def test_they_go_where_they_wanted_and_nowhere_else(client, camille):
    wanted = client.get("/admin/articles/")
    assert wanted.url == "/admin/login/?next=/admin/articles/"
    for to, expected in (("/admin/articles/", "/admin/articles/"), ("//evil.example/", "/admin/")):
        answer = client.post(
            "/admin/login/", {"login": "camille", "password": PASSWORD, "next": to}
        )
        assert answer.url == expected
        client.post("/admin/logout/")


@pytest.mark.parametrize(
    ("asked", "language", "words"),
    [("", "fr", "Mot de passe oublié"), ("en-GB", "en", "Forgotten"), ("de", "fr", "oublié")],
)
def test_the_login_page_speaks_the_readers_language(client, db, asked, language, words):
    answer = client.get("/admin/login/", headers={"Accept-Language": asked})
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}"' in answer.content.decode()


SCREENS = [
    *("account_access", "account_name", "account_email", "account_reauthenticate"),
    *("account_change_password", "account_reset_password", "account_reset_password_done"),
    *("mfa_index", "mfa_list_webauthn", "usersessions_list", "account_logout"),
]


@pytest.mark.parametrize("name", SCREENS)
def test_each_screen_is_shown_in_the_look_of_the_site(client, camille, name):
    client.force_login(camille)
    answer = client.get(reverse(name))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "assets/site.css" in html and "fr-header" in html
    assert "style-src 'self';" in answer["Content-Security-Policy"] + ";"
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/admin/password_reset/", "/admin/password/reset/"),
        ("/admin/password_reset/done/", "/admin/password/reset/"),
        ("/admin/password_reset/confirm/MQ/x-y/", "/admin/password/reset/"),
        ("/admin/password_reset/complete/", "/admin/password/reset/"),
        ("/_util/login/?next=/x/", "/admin/login/?next=/x/"),
    ],
)
def test_wagtails_own_screens_lead_to_the_new_ones(client, db, old, new):
    assert client.get(old).url == new
    assert client.post(old, {"email": "camille@example.org"}).status_code == 302
    assert mail.outbox == []


def test_wagtails_account_screen_changes_preferences_alone(client, camille):
    client.force_login(camille)
    html = client.get("/admin/account/").content.decode()
    assert "/admin/access/" in html and "name_email-email" not in html
    form = {
        **{"name_email-first_name": "Autre", "name_email-email": "voleur@example.net"},
        **{"password-new_password1": "x", "password-old_password": PASSWORD},
        **{"locale-preferred_language": "en", "locale-current_time_zone": "Europe/Paris"},
        **{"theme-theme": "dark", "theme-density": "default", "theme-contrast": "system"},
    }
    assert client.post("/admin/account/", form).status_code == 302
    before = (camille.first_name, camille.email, camille.password)
    camille.refresh_from_db()
    assert (camille.first_name, camille.email, camille.password) == before
    assert camille.wagtail_userprofile.preferred_language == "en"
    assert "My account" in client.get("/admin/access/").content.decode()


def test_the_name_is_changed_on_the_new_screen(client, camille):
    client.force_login(camille)
    assert (
        client.post("/admin/access/name/", {"first_name": "Cam", "last_name": "D"}).status_code
        == 302
    )
    camille.refresh_from_db()
    assert camille.get_full_name() == "Cam D"


def test_who_may_not_work_here_is_told_so(client, db):
    client.force_login(user("lecteur"))
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 403 and "Espace réservé" in answer.content.decode()


def test_a_new_password_is_chosen_by_a_link(client, camille):
    answer = client.post("/admin/password/reset/", {"email": "Camille@example.org"})
    assert answer.url == "/admin/password/reset/done/"
    work_off()
    (letter,) = mail.outbox
    path = re.search(r"http://[^/]+(/admin/password/reset/key/\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    chosen = {"password1": "grenier plume orage tabac", "password2": "grenier plume orage tabac"}
    answer = client.post(form.redirect_chain[-1][0], chosen)
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200
    assert log_in(client.__class__(), password="grenier plume orage tabac").status_code == 302
    # The link is used up.
    assert "Bad Token" not in client.get(path, follow=True).content.decode()

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from tests.factories import PASSWORD, user

NEW = "grenier plume orage tabac"


def test_whoever_lost_everything_comes_back_by_a_link_and_it_is_noted(client, db, settings):
    settings.SECOND_FACTOR = True
    alix = user("alix", is_superuser=True)
    totp.TOTP.activate(alix, totp.generate_totp_secret())
    thief = Client()
    thief.force_login(alix)
    said = StringIO()
    call_command("way_back", "alix", stdout=said)
    assert thief.get("/admin/").status_code == 302
    assert not Authenticator.objects.exists()
    assert not client.login(username="alix", password=PASSWORD)
    assert ModelLogEntry.objects.filter(action="site_cms.account", object_id=alix.pk).exists()
    path = said.getvalue().split()[-1].removeprefix(settings.WAGTAILADMIN_BASE_URL)
    form = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": NEW, "password2": NEW})
    assert client.get("/admin/").url == "/admin/access/"


def test_nobody_of_that_name_is_said(db):
    with pytest.raises(CommandError, match="personne"):
        call_command("way_back", "personne")

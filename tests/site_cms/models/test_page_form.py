"""What the form of every page makes sure of: a day at which something ends is a whole one."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from home.models import ContentPage
from pioneers.models import CallPage
from site_cms.models.page_form import EndField
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, call, content, home, user
from tests.site_wide.test_editing import EMPTY, fill_in

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2030-02-26", (2030, 2, 26, 23, 59)),
        ("26/02/2030", (2030, 2, 26, 23, 59)),
        (" 26/02/2030 ", (2030, 2, 26, 23, 59)),
        ("2030-02-26 12:00", (2030, 2, 26, 12, 0)),
        ("26/02/2030 00:00", (2030, 2, 26, 0, 0)),
    ],
)
def test_a_day_without_an_hour_is_meant_to_its_end(typed, meant):
    assert EndField().clean(typed) == datetime(*meant, tzinfo=PARIS)
    assert EndField(required=False).clean("") is None


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def test_the_deadline_of_a_call_and_the_end_of_a_page_are_such_moments(editor):
    page = call("Un appel")
    streams = dict.fromkeys(("documents", "body", "sources"), EMPTY)
    dates = {"opens_at": "2030-01-08", "closes_at": "2030-02-26", "expire_at": "2031-01-01"}
    fill_in(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]), streams | dates)
    found = CallPage.objects.get()
    assert found.opens_at == datetime(2030, 1, 8, tzinfo=PARIS)
    assert found.closes_at == datetime(2030, 2, 26, 23, 59, tzinfo=PARIS)
    assert found.expire_at == datetime(2031, 1, 1, 23, 59, tzinfo=PARIS)


def test_the_calendar_of_the_form_offers_the_end_of_the_day(editor):
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[call("Un appel").pk]))
    offered = re.findall(r'DateTimeChooser\("id_(\w+)",[^<]*"23:59"', form.content.decode())
    assert set(offered) == {"closes_at", "expire_at"}


def test_a_reserved_address_is_refused_in_words_and_what_was_typed_is_kept(editor):
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", home().pk])
    response = fill_in(editor, address, {"title": "Chercher", "slug": "recherche", "body": EMPTY})
    assert response.status_code == 200
    html = response.content.decode()
    assert "Le site se sert lui-même de l’adresse" in html and "Chercher</textarea>" in html
    assert not ContentPage.objects.exists()
    page = content("Une page")
    response = fill_in(
        editor,
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {"slug": "recherche", "body": EMPTY},
    )
    assert "Le site se sert lui-même de l’adresse" in response.content.decode()

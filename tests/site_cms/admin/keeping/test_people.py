"""The screen of one person's data: for the technical administration alone."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import ModelLogEntry

from tests import factories

URL = "/admin/donnees-personnelles/"
ANNE = "anne@exemple.fr"


@pytest.fixture
def held(home_page):
    call_command("permissions", verbosity=0)
    FormSubmission.objects.create(page=factories.contact(), form_data={"adresse": ANNE})


@pytest.fixture
def technician(client, held):
    client.force_login(factories.user("alix", is_superuser=True))
    return client


def test_it_is_found_given_out_and_erased(technician):
    assert reverse("person_data") == URL
    assert technician.get(URL).status_code == 200
    assert "Réponses à des formulaires\u00a0: 1" in technician.post(URL, {"email": ANNE}).text
    given = technician.post(URL, {"email": ANNE, "act": "export"})
    assert json.loads(given.content)["answers"][0]["answers"]["adresse"] == ANNE
    technician.post(URL, {"email": ANNE, "act": "erase"})
    assert not FormSubmission.objects.exists()
    assert "ne détient rien" in technician.post(URL, {"email": ANNE}).text
    actions = ModelLogEntry.objects.values_list("action", flat=True)
    assert {"site_cms.export", "site_cms.person_erased"} <= set(actions)
    assert ANNE not in json.dumps(list(ModelLogEntry.objects.values("label", "data")))


def test_the_last_administrator_stays(technician):
    technician.post(URL, {"email": "alix@example.org", "act": "erase"})
    assert technician.get(URL).status_code == 200


def test_national_staff_may_not(client, held):
    client.force_login(factories.user("camille", "Communication"))
    client.post(URL, {"email": ANNE, "act": "erase"})
    assert FormSubmission.objects.exists()

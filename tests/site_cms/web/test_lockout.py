"""The passwords of private parts of the site are not guessed without end."""

import pytest
from axes.models import AccessAttempt
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import content, document, restrict


@pytest.fixture
def guess(client, db, settings):
    settings.AXES_ENABLED = True
    settings.TRUSTED_PROXIES = 1

    def send(address, password, came_from="192.0.2.7"):
        data = {"password": password, "return_url": "/"}
        return client.post(address, data, headers={"X-Forwarded-For": came_from})

    return send


@pytest.fixture
def page_address(db):
    page = content("Réservée")
    return f"/_util/authenticate_with_password/{restrict(page).pk}/{page.pk}/"


@pytest.fixture
def document_address(db):
    collection = Collection.get_first_root_node().add_child(name="Interne")
    document(collection=collection)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="sésame"
    )
    return f"/documents/authenticate_with_password/{restriction.pk}/"


@pytest.fixture(params=["page_address", "document_address"])
def address(request):
    return request.getfixturevalue(request.param)


def test_ten_wrong_passwords_end_the_guesses_of_one_address(guess, address, settings):
    for _number in range(settings.AXES_FAILURE_LIMIT - 1):
        assert guess(address, "ouvre").status_code == 200
    last = guess(address, "ouvre")
    assert last.status_code == 429 and "mots de passe erronés" in last.content.decode()
    assert guess(address, "sésame").status_code == 429
    assert guess(address, "sésame", came_from="198.51.100.9").status_code == 302
    assert "ouvre" not in "".join(AccessAttempt.objects.values_list("post_data", flat=True))


def test_the_guesses_at_one_part_close_no_other(guess, page_address, document_address, settings):
    for _number in range(settings.AXES_FAILURE_LIMIT):
        guess(page_address, "ouvre")
    assert guess(document_address, "sésame").status_code == 302


def test_whoever_knows_the_password_may_err_before(guess, page_address, settings):
    for _number in range(settings.AXES_FAILURE_LIMIT - 1):
        guess(page_address, "ouvre")
    assert guess(page_address, "sésame").status_code == 302

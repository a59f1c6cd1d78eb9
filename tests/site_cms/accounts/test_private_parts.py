"""The passwords of private parts of the site are not guessed without end."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories import content, document, restrict


@pytest.fixture
def guess(client, db, settings):
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


def test_guesses_at_a_part_end_wherever_they_come_from(guess, address):
    answers = [guess(address, "ouvre", f"198.51.100.{n}").status_code for n in range(40)]
    assert (answers[0], answers[-1]) == (200, 429)
    assert answers.count(200) <= 30
    last = guess(address, "sésame", "203.0.113.9")
    assert last.status_code == 429 and "mots de passe erronés" in last.content.decode()


def test_guesses_from_one_network_end_whatever_they_are_at(guess, db):
    pages = [content(f"Réservée {n}") for n in range(20)]
    addresses = [f"/_util/authenticate_with_password/{restrict(p).pk}/{p.pk}/" for p in pages]
    answers = [
        guess(address, "ouvre", f"2001:db8::{n:x}").status_code
        for n, address in enumerate(addresses)
    ]
    assert answers.count(200) == 10
    assert guess(addresses[-1], "sésame", "2001:db8:0:1::7").status_code == 302


def test_the_guesses_at_one_part_close_no_other(guess, page_address, document_address):
    for number in range(40):
        guess(page_address, "ouvre", f"198.51.100.{number}")
    assert guess(document_address, "sésame").status_code == 302


def test_whoever_knows_the_password_may_err_before(guess, page_address):
    for _number in range(9):
        guess(page_address, "ouvre")
    assert guess(page_address, "sésame").status_code == 302


def test_readers_who_know_it_use_up_no_tries(guess, page_address, client):
    for _number in range(40):
        assert guess(page_address, "sésame").status_code == 302
        client.cookies.clear()


def test_a_reader_of_before_enters_while_others_guess(guess, page_address, client):
    guess(page_address, "sésame")
    known = client.cookies.pop("known").value
    client.cookies.clear()
    for number in range(40):
        guess(page_address, "ouvre", f"198.51.100.{number}")
    assert guess(page_address, "sésame").status_code == 429
    client.cookies["known"] = known
    assert guess(page_address, "sésame").status_code == 302

"""Forms anybody may send: what is kept, what is refused, what an editor may ask."""

import re
import socket
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from home.models import ContactFormField, ContactPage
from pioneers.models import CallFormField
from site_cms.models import SiteDocument
from site_cms.models.forms import HONEYPOT, TEXT_LIMIT, PublicFormBuilder
from site_cms.rights.boundary import national_collection
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, call, contact, user

ADDRESS = "/contact/"
ANSWERS = {"votre_adresse": "camille@example.org", "votre_message": "Bonjour à tous"}


@pytest.fixture
def page(db):
    return contact(to_address="equipe@example.org", subject="Message", thank_you_text="Merci bien")


def submissions():
    return [submission.form_data for submission in FormSubmission.objects.all()]


def test_a_message_is_stored_mailed_and_answered_by_a_redirect(client, page):
    response = client.post(ADDRESS, ANSWERS)
    assert response.status_code == 302
    assert response["Location"] == "/contact/?envoye#formulaire"
    assert submissions() == [ANSWERS]
    (sent,) = mail.outbox
    assert sent.to == ["equipe@example.org"]
    assert "camille@example.org" in sent.body and "Bonjour à tous" in sent.body
    assert "Merci bien" in client.get("/contact/?envoye").content.decode()


@pytest.mark.parametrize("fields", [{"subject": "Un\nMessage"}, {"title": "Un\r\nMessage"}])
def test_a_subject_on_two_lines_is_sent_on_one(client, page, fields):
    """No form takes one, but an import may bring it."""
    ContactPage.objects.update(**{"subject": ""} | fields)
    assert client.post(ADDRESS, ANSWERS).status_code == 302
    assert mail.outbox[0].subject == "Un Message"


def test_without_a_mail_server_the_reader_is_thanked_and_the_staff_told(client, page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with socket.socket() as nobody_listens:
        nobody_listens.bind((settings.EMAIL_HOST, 0))
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        response = client.post(ADDRESS, ANSWERS)
    assert response["Location"] == "/contact/?envoye#formulaire"
    assert submissions() == [ANSWERS]
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "Échec de la copie par courriel" in history.content.decode()


def test_a_mail_server_that_does_not_answer_holds_nobody_up_for_long(settings):
    assert settings.EMAIL_TIMEOUT <= 10


@pytest.mark.parametrize("name", ["title", "subject"])
def test_a_text_on_two_lines_is_no_subject_of_a_mail(page, name):
    setattr(page, name, "Un\nMessage")
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert refusal.value.messages == ["Écrivez ce texte sur une seule ligne."]
    assert name in refusal.value.message_dict


def test_a_mistake_keeps_what_was_typed_and_stores_nothing(client, page):
    response = client.post(ADDRESS, ANSWERS | {"votre_adresse": "camille@"})
    assert response.status_code == 422
    html = response.content.decode()
    assert "camille@" in html and "Bonjour à tous" in html
    assert 'aria-describedby="id_votre_adresse_error"' in html
    assert (submissions(), mail.outbox) == ([], [])


def title_of(response):
    return re.search("<title>(.*) – French Impact</title>", response.content.decode())[1]


def test_the_title_says_what_became_of_the_form(client, page, form_of):
    assert title_of(client.get(ADDRESS)) == "Contact"
    assert title_of(client.post(ADDRESS, {})) == "Erreur – Contact"
    assert title_of(client.get("/contact/?envoye")) == "Message envoyé – Contact"
    assert title_of(client.get(f"{form_of(-1, 1)}?envoye")) == "Candidature envoyée – Un appel"


def test_mistakes_are_told_in_the_words_of_the_form(client, page):
    html = client.post(ADDRESS, {"votre_adresse": "camille@"}).content.decode()
    assert "«\xa0Votre adresse\xa0»\xa0: écrivez une adresse complète, par exemple" in html
    assert "Remplissez «\xa0Votre message\xa0»." in html


def test_a_browser_may_fill_in_who_writes_and_for_whom(client, page):
    for label in ("Votre structure ou organisation", "Téléphone"):
        page.form_fields.add(ContactFormField(label=label))
    page.save()
    html = client.get(ADDRESS).content.decode()
    assert html.count('autocomplete="organization"') == html.count('autocomplete="tel"') == 1


def test_what_a_form_answers_is_where_its_address_leads(transactional_db, browser, live_server):
    """In a browser in another language: its own words are not what the reader gets."""
    contact(thank_you_text="Merci bien")
    screen = browser.new_page(base_url=live_server.url, locale="de-DE")
    screen.goto(ADDRESS)
    focused = "document.activeElement.querySelector('.fr-alert__title')?.textContent"
    send = screen.locator("main form button[type=submit]")
    send.click()
    screen.wait_for_url("**/contact/#formulaire")
    assert screen.evaluate(focused) == "Le formulaire n’a pas été envoyé"
    screen.get_by_label("Votre adresse").fill("camille@example.org")
    screen.get_by_label("Votre message").fill("Bonjour")
    send.click()
    screen.wait_for_url("**/contact/?envoye#formulaire")
    assert screen.evaluate(focused) == "Votre envoi est bien arrivé"
    screen.close()


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"votre_adresse": "camille@example.org"},
        ANSWERS | {"votre_message": "   "},
        ANSWERS | {"votre_message": "a\0b"},
        ANSWERS | {"votre_message": "é" * (TEXT_LIMIT + 1)},
        ANSWERS | {"votre_adresse": "camille@example.org\nBcc: autre@example.org"},
        ANSWERS | {"votre_adresse": f"{'a' * 10_000}@example.org"},
    ],
)
def test_what_is_missing_too_long_or_malformed_is_refused(client, page, answers):
    assert client.post(ADDRESS, answers).status_code == 422
    assert (submissions(), mail.outbox) == ([], [])


def test_a_body_that_is_no_form_is_refused(client, page):
    for data, kind in ((b"\xff\xfe{", "application/json"), (b"a=%ff%00", "text/plain")):
        assert client.post(ADDRESS, data, content_type=kind).status_code == 422
    multipart = client.post(ADDRESS, b"\0", content_type="multipart/form-data; boundary=x")
    assert multipart.status_code < 500
    assert submissions() == []


def test_a_robot_is_thanked_and_nothing_is_kept(client, page):
    response = client.post(ADDRESS, ANSWERS | {HONEYPOT: "https://spam.example.org"})
    assert response["Location"] == "/contact/?envoye#formulaire"
    assert (submissions(), mail.outbox) == ([], [])


def test_the_trap_is_in_the_form_out_of_sight_and_reach(client, page):
    html = client.get(ADDRESS).content.decode()
    trap = html[html.index('class="fi-trap"') :]
    assert f'name="{HONEYPOT}"' in trap and 'tabindex="-1"' in trap
    assert 'aria-hidden="true"' in trap[:200]


def test_no_question_of_an_editor_can_be_taken_for_the_trap(client, page):
    for label in ("URL du site", "Url-du-site", "url_du_site"):
        page.form_fields = [type(page.form_fields.first())(label=label, field_type="singleline")]
        page.save()
        client.post(ADDRESS, {"url_du_site": "https://camille.example.org"})
    assert submissions() == [{"url_du_site": "https://camille.example.org"}] * 3


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://pirate.example.org"},
        {"origin": "https://testserver"},
        {"origin": "http://testserver.pirate.org"},
        {"origin": "null"},
    ],
)
def test_a_form_on_another_site_cannot_send_ours(client, page, headers):
    assert client.post(ADDRESS, ANSWERS, headers=headers).status_code == 403
    assert (submissions(), mail.outbox) == ([], [])


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"origin": "http://testserver"},
    ],
)
def test_our_own_form_is_heard(client, page, headers):
    assert client.post(ADDRESS, ANSWERS, headers=headers).status_code == 302
    assert len(submissions()) == 1


@pytest.fixture
def form_of(db):
    """A call with one question, open for `opens` to `closes` days from now."""

    def make(opens, closes, **fields):
        now = timezone.now()
        page = call(
            "Un appel",
            opens_at=now + timedelta(days=opens),
            closes_at=now + timedelta(days=closes),
            **{"channel": "online"} | fields,
        )
        page.form_fields = [CallFormField(label="Projet", required=True)]
        page.save()
        return page.url

    return make


def test_an_application_is_taken_while_the_call_is_open(client, form_of):
    address = form_of(-1, 1)
    assert 'name="projet"' in client.get(address).content.decode()
    assert client.post(address, {"projet": "Un jardin"}).status_code == 302
    assert submissions() == [{"projet": "Un jardin"}]


@pytest.mark.parametrize(("opens", "closes"), [(-9, -1), (1, 9)])
def test_no_application_is_taken_before_or_after(client, form_of, opens, closes):
    address = form_of(opens, closes)
    assert 'name="projet"' not in client.get(address).content.decode()
    answer = client.post(address, {"projet": "Un jardin"})
    assert answer.status_code == 422
    assert submissions() == []
    html = answer.content.decode()
    assert "Un jardin" in html, "what was typed can still be copied"
    assert "n’est pas ouvert" in html


def test_no_application_is_taken_where_the_call_asks_for_none(client, form_of):
    address = form_of(-1, 1, channel="none")
    assert 'name="projet"' not in client.get(address).content.decode()
    assert client.post(address, {"projet": "Un jardin"}).status_code == 422
    assert submissions() == []


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_longer_than_any_form_of_ours_is_not_received(client, page, kind):
    long = "x" * 1_100_000
    if kind == "multipart/form-data":
        file = SimpleUploadedFile("x.bin", long.encode())
        response = client.post(ADDRESS, {**ANSWERS, "autre": file})
    else:
        response = client.post(ADDRESS, urlencode({**ANSWERS, "autre": long}), content_type=kind)
    assert response.status_code == 413
    assert response.content.decode() == "Votre envoi est trop volumineux."
    assert (submissions(), mail.outbox) == ([], [])


@pytest.mark.parametrize(
    "address", ["/admin/login/", "/admin/password_reset/", "/", "/nulle-part/"]
)
def test_nor_is_it_anywhere_else_from_people_without_an_account(client, page, address):
    file = SimpleUploadedFile("x.bin", b"x" * 1_100_000)
    client.cookies["sessionid"] = "inventee-de-toutes-pieces"
    assert client.post(address, {"file": file}).status_code == 413


def test_an_account_sends_long_files_to_the_admin(client, page):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    file = SimpleUploadedFile("film.zip", b"x" * 1_100_000)
    fields = {"title": "Film", "language": "fr", "collection": national_collection().pk}
    client.post(reverse("wagtaildocs:add"), {**fields, "file": file})
    assert SiteDocument.objects.get().file.size == 1_100_000


@pytest.mark.parametrize("line", ["Nom\r\nCc: tous@example.org", "Nom\nautre", "Nom\u2028autre"])
def test_an_answer_of_one_line_has_one(line):
    question = ContactFormField(label="Nom", clean_name="nom", field_type="singleline")
    form = PublicFormBuilder([question]).get_form_class()
    assert form({"nom": "Un nom"}).is_valid()
    answer = form({"nom": line})
    assert answer.is_valid() and len(answer.cleaned_data["nom"].splitlines()) == 1

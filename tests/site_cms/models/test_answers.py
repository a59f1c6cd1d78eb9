"""What is typed into a public form is understood, kept, and told as people say it."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.forms.models import FormSubmission
from wagtail.users.models import UserProfile

from home.models import ContactFormField
from site_cms.models import User
from site_cms.models.answers import NumberField, in_words, told_to_staff
from site_cms.rights.roles import COMMUNICATION
from site_cms.words.durations import duration
from tests.factories import PASSWORD, contact, user


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("fr", "12,5", "12.5"),
        ("fr", "12.5", "12.5"),
        ("fr", "1 250", "1250"),
        ("fr", "1\u202f250,75", "1250.75"),
        ("fr", "1\u00a0250\u2009000", "1250000"),
        ("fr", "1.250,75", "1250.75"),
        ("fr", "-3,5", "-3.5"),
        ("fr", "1,250", "1.250"),
        ("en", "1,250", "1250"),
        ("en", "1,250.75", "1250.75"),
        ("en", "12,5", "12.5"),
    ],
)
def test_a_number_is_understood_as_it_is_written(language, typed, meant):
    with translation.override(language):
        assert NumberField().clean(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["douze", "1,2,3", "12,5 €", "1.2.3", ",", "NaN", "Infinity"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError):
        NumberField().clean(typed)


@pytest.mark.parametrize(
    ("language", "yes", "no", "number"), [("fr", "Oui", "Non", "12,5"), ("en", "Yes", "No", "12.5")]
)
def test_answers_are_told_in_the_language_of_who_reads_them(language, yes, no, number):
    with translation.override(language):
        said = [in_words(value) for value in (True, False, None, "Brest", Decimal("12.5"))]
        assert said == [yes, no, "", "Brest", number]
        assert in_words("12.5", "number") == number
        assert in_words("environ douze", "number") == "environ douze"
        assert in_words(["a", True]) == f"a, {yes}"
        assert told_to_staff([True, date(2018, 2, 26)]) == "Oui, 26/02/2018"


@pytest.fixture
def page(db):
    page = contact(to_address="equipe@example.org", subject="Message")
    for order, (label, kind, choices) in enumerate(
        [
            ("Montant", "number", ""),
            ("Réponse", "radio", "Oui, volontiers"),
            ("Accord", "checkbox", ""),
        ],
        start=10,
    ):
        ContactFormField.objects.create(
            page=page, label=label, field_type=kind, choices=choices, sort_order=order
        )
    return page


ANSWERS = {
    "votre_adresse": "lea@example.org",
    "votre_message": "Bonjour",
    "montant": "12,5",
    "reponse": "Oui, volontiers",
    "accord": "on",
}


def test_the_copy_by_mail_says_all_and_can_be_answered(client, page):
    assert client.post("/contact/", ANSWERS).status_code == 302
    (sent,) = mail.outbox
    assert sent.reply_to == ["lea@example.org"]
    for line in ("Montant\xa0: 12,5", "Réponse\xa0: Oui, volontiers", "Accord\xa0: Oui"):
        assert line in sent.body.splitlines()


def test_a_mistake_keeps_the_number_as_it_was_typed(client, page):
    html = client.post("/contact/", ANSWERS | {"montant": "12,5 euros"}).content.decode()
    assert 'value="12,5 euros"' in html and 'inputmode="decimal"' in html


@pytest.fixture
def editor(client):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def read(editor, page):
    """Return the list as the screen shows it, and as a spreadsheet opens it."""
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    screen = editor.get(address)
    file = b"".join(editor.get(address, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    headings = [heading["label"] for heading in screen.context["data_headings"]]
    shown = dict(zip(headings, screen.context["data_rows"][0]["fields"], strict=True))
    return shown, next(csv.DictReader(StringIO(file)))


def test_the_list_and_its_file_speak_french_and_count(client, page, editor):
    client.post("/contact/", ANSWERS)
    shown, row = read(editor, page)
    assert (shown["Montant"], shown["Accord"]) == ("12,5", "Oui")
    assert (row["Montant"], row["Accord"]) == ("12.5", "Oui")


def test_answers_say_how_long_they_are_kept_and_can_be_answered_and_sorted(client, page, editor):
    for address, amount in (("zoe@example.org", "9"), ("a'b@example.org", "10,5"), ("É@e.fr", "x")):
        client.post("/contact/", ANSWERS | {"votre_adresse": address, "montant": amount})
    address = reverse("wagtailforms:list_submissions", args=[page.pk])
    html = editor.get(address).content.decode()
    assert f"Conservation des réponses\xa0: {duration('messages')} à compter de l’envoi." in html
    assert 'href="mailto:zoe@example.org?subject=Re%3A%20Message"' in html
    assert 'href="mailto:a%27b@example.org?subject=' in html and ">Répondre</a>" in html
    for order, wanted in (
        ("montant", ["9", "10,5"]),
        ("-montant", ["10,5", "9"]),
        ("votre_adresse", ["10,5", "9"]),
        ("-votre_adresse", ["9", "10,5"]),
        ("inconnu", ["10,5", "9"]),
    ):
        screen = editor.get(address, {"order_by": order})
        column = [heading["name"] for heading in screen.context["data_headings"]].index("montant")
        assert [row["fields"][column] for row in screen.context["data_rows"]] == wanted, order
    assert "?order_by=montant" in html
    file = b"".join(editor.get(address, {"export": "csv", "order_by": "montant"}).streaming_content)
    assert file.index(b"zoe@") < file.index(b"a'b@")


def test_whoever_reads_english_reads_it_there_too(client, page, editor):
    client.post("/contact/", ANSWERS)
    UserProfile.get_for_user(User.objects.get()).save()
    UserProfile.objects.update(preferred_language="en")
    ContactFormField.objects.filter(label="Montant").delete()
    shown, row = read(editor, page)
    assert shown["Accord"] == row["Accord"] == "Yes"
    assert "Montant (question removed)" in shown and "Montant (question removed)" in row


def test_answers_to_a_question_that_is_renamed_or_removed_stay(client, page, editor):
    client.post("/contact/", ANSWERS)
    ContactFormField.objects.filter(label="Montant").delete()
    ContactFormField.objects.filter(label="Réponse").update(label="Votre réponse")
    shown, row = read(editor, page)
    assert shown["Montant (question retirée)"] == row["Montant (question retirée)"] == "12.5"
    assert shown["Votre réponse"] == row["Votre réponse"] == "Oui, volontiers"
    assert FormSubmission.objects.count() == 1

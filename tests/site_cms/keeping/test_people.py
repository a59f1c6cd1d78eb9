"""A person's data, by an address: all of it, and nobody else's."""

import json
from io import StringIO

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import ModelLogEntry, PageLogEntry

from site_cms.keeping.people import Person
from site_cms.models import OutgoingMail, User
from site_cms.tasks.mail import queue
from tests import factories


@pytest.fixture
def anne(home_page):
    page = factories.contact()
    for email in ("Anne@Exemple.fr", "marianne@exemple.fr", "léa@exemple.fr"):
        data = {"nom": "Une personne", "adresse": email, "message": "Bonjour"}
        FormSubmission.objects.create(page=page, form_data=data)
    FormSubmission.objects.create(page=page, form_data={"message": "Écrivez à <anne@exemple.fr>."})
    queue(EmailMessage("Objet", "Texte", "site@exemple.fr", ["anne@exemple.fr"]))
    queue(EmailMessage("Objet", "Texte", "site@exemple.fr", ["autre@exemple.fr"]))
    account = factories.user("anne", first_name="Anne", last_name="Dupont")
    User.objects.filter(pk=account.pk).update(email="anne@exemple.fr")
    account.groups.add(Group.objects.create(name="Une équipe"))
    UserSession.objects.create(user=account, ip="192.0.2.1", session_key="anne")
    article = factories.article()
    article.save_revision(user=account, log_action=True)
    return account


def run(*arguments, **options):
    said = StringIO()
    call_command("person", *arguments, stdout=said, no_input=True, **options)
    return said.getvalue()


def test_all_of_it_is_found_and_nobody_elses(anne):
    person = Person(" ANNE@exemple.fr ")
    assert len(person.answers) == 2 and len(person.mails) == 1 and person.accounts == [anne]
    assert len(Person("léa@exemple.fr").answers) == 1
    assert not Person("ne@exemple.fr").is_known


def test_it_is_given_out(anne):
    told = json.loads(run("anne@exemple.fr", export=True))
    assert told["answers"][0]["answers"]["message"] == "Bonjour"
    (account,) = told["accounts"]
    assert account["last_name"] == "Dupont" and account["groups"] == ["Une équipe"]
    assert account["acts"] and account["logins"][0]["from"] == "192.0.2.1"


def test_it_is_erased_and_what_the_account_did_stays_told_of_nobody(anne):
    acts = PageLogEntry.objects.filter(user=anne).count()
    assert "Erased" in run("anne@exemple.fr", erase=True)
    assert not Person("anne@exemple.fr").is_known
    assert FormSubmission.objects.count() == 2 and OutgoingMail.objects.count() == 1
    account = User.objects.get(pk=anne.pk)
    assert account.username == f"compte-efface-{anne.pk}" and not account.is_active
    assert not account.has_usable_password() and not account.groups.exists()
    assert (account.first_name, account.last_name, account.email) == ("", "", "")
    assert not UserSession.objects.exists()
    assert PageLogEntry.objects.filter(user=anne).count() == acts > 0
    said = json.dumps(list(ModelLogEntry.objects.values("label", "data")))
    assert "anne" not in said.lower() and "answers" in said


def test_what_is_printed_on_a_page_is_named_for_whoever_edits_it(anne):
    factories.region("53", "Bretagne", contact_email="Anne@exemple.fr")
    assert "page de région « Bretagne »" in run("anne@exemple.fr")


def test_the_last_administrator_cannot_be_erased(anne):
    User.objects.filter(pk=anne.pk).update(is_superuser=True)
    with pytest.raises(CommandError, match="only account"):
        run("anne@exemple.fr", erase=True)
    assert Person("anne@exemple.fr").accounts
    factories.user("alix", is_superuser=True)
    assert "Erased" in run("anne@exemple.fr", erase=True)


def test_asking_changes_nothing(anne):
    assert "Answers to forms: 2" in run("anne@exemple.fr")
    assert len(Person("anne@exemple.fr").answers) == 2

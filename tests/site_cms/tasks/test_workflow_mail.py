"""What a region's contributors submit is announced to that region's publishers alone."""

import re

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import ContentPage
from site_cms.models import OutgoingMail, User
from site_cms.rights.roles import COMMUNICATION, CONTRIBUTION, PUBLICATION, RELECTURE, team_group
from tests.factories import PASSWORD, article, content, region, user
from tests.site_wide.test_editing import EMPTY, article_fields, fill_in


@pytest.fixture
def people(db):
    region("53", "Bretagne")
    region("76", "Occitanie")
    for name in ("Bretagne", "Occitanie"):
        short = name.lower()
        user(f"{short}.contribution", team_group(name, CONTRIBUTION))
        user(f"{short}.publication", team_group(name, PUBLICATION))
    both = (team_group("Bretagne", PUBLICATION), team_group("Occitanie", PUBLICATION))
    user("deux.regions", *both)
    user("bretagne.partie", team_group("Bretagne", PUBLICATION), is_active=False)
    user("communication", COMMUNICATION)
    user("relecture", RELECTURE)
    user("admin", is_superuser=True)


def signed_in(name):
    client = Client()
    assert client.login(username=name, password=PASSWORD)
    return client


def submit(name, page, fields, action="action-submit"):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = fill_in(signed_in(name), address, fields, action)
    assert response.status_code == 302
    return address


def recipients():
    return sorted(address for message in mail.outbox for address in message.to)


def test_a_contribution_is_announced_to_the_publishers_of_its_region_alone(people, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8001"
    page = article("Nouvelles d’Arvor & d’ailleurs", under=region("53"), live=False)
    page.save_revision()
    submit("bretagne.contribution", page, article_fields())
    assert recipients() == ["bretagne.publication@example.org", "deux.regions@example.org"]
    message = mail.outbox[0]
    assert message.subject == "À valider\u00a0: Nouvelles d’Arvor & d’ailleurs"
    assert "bretagne.contribution soumet la page «\u00a0Nouvelles d’Arvor" in message.body
    assert message.body.startswith("Bonjour ")
    assert "&amp;" not in message.body


def test_the_link_of_the_mail_leads_to_the_page_and_to_the_decision(people):
    page = article("Nouvelles d’Arvor", under=region("53"), live=False)
    page.save_revision()
    submit("bretagne.contribution", page, article_fields())
    link = re.search(r"http://127\.0\.0\.1:\d+(/admin/pages/\S+)", mail.outbox[0].body)[1]
    publisher = signed_in("bretagne.publication")
    html = publisher.get(link).content.decode()
    assert "Nouvelles d’Arvor" in html and 'data-workflow-action-name="approve"' in html
    mail.outbox.clear()
    data = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    fill_in(publisher, link, article_fields(**data), action="")
    assert Page.objects.get(pk=page.pk).live
    assert recipients() == ["bretagne.contribution@example.org"]
    assert mail.outbox[0].subject.startswith("Validée")
    assert "http" in mail.outbox[0].body


def test_a_second_decision_on_one_review_saves_the_text_and_decides_nothing(people):
    page = article("Nouvelles d’Arvor", under=region("53"), live=False)
    page.save_revision()
    link = submit("bretagne.contribution", page, article_fields())
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    state.reject(user=User.objects.get(username="bretagne.publication"))
    data = {"action-workflow-action": "true", "workflow-action-name": "approve", "summary": "Vu."}
    response = fill_in(signed_in("deux.regions"), link, article_fields(**data), action="")
    assert response.status_code == 302
    page = Page.objects.get(pk=page.pk)
    assert not page.live
    assert page.get_latest_revision_as_object().summary == "Vu."


def test_changes_asked_for_are_announced_to_whoever_submitted(people):
    page = article("Nouvelles d’Arvor", under=region("53"), live=False)
    page.save_revision()
    submit("bretagne.contribution", page, article_fields())
    mail.outbox.clear()
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    state.reject(user=User.objects.get(username="bretagne.publication"), comment="Une source ?")
    assert recipients() == ["bretagne.contribution@example.org"]
    assert mail.outbox[0].subject.startswith("À modifier")
    assert "Une source ?" in mail.outbox[0].body


def test_a_national_page_is_announced_to_the_national_reviewers(people):
    page = content("Page nationale")
    page.save_revision()
    submit("communication", page, {"body": EMPTY})
    assert recipients() == ["relecture@example.org"]
    assert ContentPage.objects.get(pk=page.pk).workflow_in_progress


def test_what_is_undone_is_not_announced(people, settings):
    settings.EMAIL_BACKEND = "site_cms.tasks.mail.QueueBackend"
    page = article("Nouvelles d’Arvor", under=region("53"), live=False)
    page.save_revision()
    author = User.objects.get(username="bretagne.contribution")
    with transaction.atomic():
        page.get_workflow().start(page, author)
        assert OutgoingMail.objects.exists()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_mail_that_cannot_be_sent_refuses_nothing(people, settings):
    """A mistake in the settings, which Wagtail does not catch as it does a server that is down."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "courriel..example.org"
    page = article("À relire", under=region("53"), live=False)
    page.save_revision()
    submit("bretagne.contribution", page, article_fields())
    assert Page.objects.get(pk=page.pk).current_workflow_state


def approve(name, page, **fields):
    """What the reviewer reads after approving."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = {**article_fields(), "workflow-action-name": "approve", **fields}
    response = fill_in(signed_in(name), address, fields, "action-workflow-action")
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_a_reviewer_reads_that_what_it_approved_is_online(people):
    page = article("Une nouvelle", under=region("53"), live=False)
    submit("bretagne.contribution", page, article_fields())
    said = approve("bretagne.publication", page)
    assert "« Une nouvelle » est en ligne" in said
    assert Page.objects.get(pk=page.pk).live


def test_a_reviewer_reads_when_what_it_approved_will_be_online(people):
    page = article("Une annonce", under=region("53"), live=False)
    later = {"go_live_at": "2090-01-02 08:30"}
    submit("bretagne.contribution", page, {**article_fields(), **later})
    said = approve("bretagne.publication", page, **later)
    assert "sera mise en ligne le 2 janvier 2090" in said and "est en ligne" not in said


def test_a_saved_draft_is_not_said_to_be_online(people):
    page = article("Un brouillon", under=region("53"), live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = fill_in(signed_in("bretagne.publication"), address, article_fields(), "")
    said = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert said and "en ligne" not in said

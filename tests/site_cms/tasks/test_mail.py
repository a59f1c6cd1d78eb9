"""Mail leaves beside the request: nobody waits for it, nothing is lost, nothing is sent twice."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection, send_mail
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from site_cms.models import OutgoingMail
from site_cms.tasks.mail import deliver, forget_old, in_trouble, send_again
from site_cms.tasks.work import given_up, take_up, tasks
from tests.factories import contact
from tests.processes import running, start, wait_for, work_off
from tests.smtp import smtp_server

QUEUE = "site_cms.tasks.mail.QueueBackend"
SMTP = "site_cms.tasks.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def queued(settings):
    settings.EMAIL_BACKEND = QUEUE
    settings.EMAIL_SENDING_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def server(settings):
    with smtp_server() as server:
        settings.EMAIL_SENDING_BACKEND = SMTP
        settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = server.port, 1
        yield server


def write(subject="Objet"):
    send_mail(subject, "Du texte", "de@example.org", ["pour@example.org"])
    return OutgoingMail.objects.latest("pk")


def fresh(message):
    return OutgoingMail.objects.get(pk=message.pk)


def let_time_pass():
    """Decide what becomes of failures, and let the pauses pass."""
    take_up()
    tasks().filter(status="READY").update(run_after=timezone.now())
    OutgoingMail.objects.exclude(failed_at=None).update(failed_at=timezone.now() - timedelta(1))


# --- Putting down -----------------------------------------------------------------------------


def test_a_message_waits_with_the_act_that_caused_it_and_leaves_once(db):
    message = write()
    assert mail.outbox == [] and tasks().count() == 1
    work_off()
    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.to) == ("Objet", "Du texte", ["pour@example.org"])
    assert sent.message()["Message-ID"] == message.message_id
    # Its words are gone; that it left is known.
    assert fresh(message).sent_at and fresh(message).message == {}
    deliver.enqueue(message.pk)
    work_off()
    assert len(mail.outbox) == 1


def test_what_is_rolled_back_is_never_sent(transactional_db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    work_off()
    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)


def test_a_message_arrives_as_it_was_written(db):
    written = EmailMultiAlternatives(
        "Été", "Texte", "a@x.fr", ["b@x.fr"], ["c@x.fr"], cc=["d@x.fr"], reply_to=["e@x.fr"]
    )
    written.attach_alternative("<p>Texte</p>", "text/html")
    written.attach("données.csv", "é;1", "text/csv")
    written.attach("image.png", b"\x89PNG\xff", "image/png")
    written.extra_headers["Auto-Submitted"] = "auto-generated"
    written.send()
    work_off()
    (sent,) = mail.outbox
    for name in ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to"):
        assert getattr(sent, name) == getattr(written, name)
    assert (sent.alternatives, sent.attachments) == (written.alternatives, written.attachments)
    assert sent.extra_headers == written.extra_headers
    assert {"Message-ID", "Date", "Auto-Submitted"} <= set(sent.message().keys())


def test_what_cannot_be_sent_is_refused_at_once(db):
    with pytest.raises(mail.BadHeaderError):
        write("Deux\nlignes")
    assert get_connection().send_messages([EmailMessage("Sans destinataire")]) == 0
    assert not OutgoingMail.objects.exists()


# --- A server that does not take it -----------------------------------------------------------


def test_a_server_that_is_away_or_says_no_is_asked_again_later(db, server, caplog):
    message = write()
    server.mood = "refusing"
    work_off()
    assert fresh(message).trouble == OutgoingMail.Trouble.REFUSED
    assert "nobody here" in fresh(message).detail and fresh(message).sending_at is None
    take_up()
    (task,) = tasks()
    assert task.status == "READY"
    assert timedelta(seconds=50) < task.run_after - timezone.now() <= timedelta(minutes=1)
    let_time_pass()
    server.mood = "taking"
    work_off()
    (taken,) = server.taken
    assert taken["Message-ID"] == message.message_id
    assert fresh(message).sent_at and not in_trouble().exists()
    assert "pour@example.org" not in caplog.text
    assert "pour@example.org" not in tasks().get().traceback


@pytest.mark.parametrize("mood", ["hanging", "hanging up"])
def test_a_server_that_falls_silent_before_it_has_the_words_is_asked_again(db, server, mood):
    server.mood = mood
    message = write()
    work_off()
    assert (fresh(message).trouble, fresh(message).sending_at) == (OutgoingMail.Trouble.AWAY, None)
    server.mood = "taking"
    let_time_pass()
    work_off()
    assert len(server.taken) == 1 and fresh(message).sent_at


def test_one_message_finds_out_that_a_server_hangs_and_the_others_do_not_wait(db, server):
    server.mood = "silent"
    messages = [write(f"Objet {number}") for number in range(5)]
    began = time.monotonic()
    work_off()
    assert (server.called, time.monotonic() - began < 4) == (1, True)
    assert {fresh(message).trouble for message in messages} == {OutgoingMail.Trouble.AWAY}
    server.mood = "taking"
    let_time_pass()
    work_off()
    assert sorted(m["Subject"] for m in server.taken) == [f"Objet {n}" for n in range(5)]


def test_a_message_is_given_up_after_a_day_and_the_words_go_after_a_month(db, server):
    server.mood = "refusing"
    message = write()
    for _attempt in range(8):
        work_off()
        let_time_pass()
    assert server.called == 8 and given_up().count() == 1
    take_up()
    assert not tasks().ready().exists()
    forget_old()
    assert fresh(message).message
    OutgoingMail.objects.update(queued_at=timezone.now() - timedelta(days=31))
    forget_old()
    assert not OutgoingMail.objects.exists()


def test_what_may_have_left_is_not_sent_again_by_itself_but_by_somebody(db, server):
    """The server took it and never said so."""
    server.mood = "stalling"
    message = write()
    work_off()
    assert fresh(message).trouble == OutgoingMail.Trouble.INTERRUPTED
    let_time_pass()
    deliver.enqueue(message.pk)
    work_off()
    assert len(server.taken) == 1
    server.mood = "taking"
    send_again(message)
    work_off()
    assert len(server.taken) == 2 and fresh(message).sent_at
    send_again(message)
    work_off()
    assert len(server.taken) == 2


# --- Processes --------------------------------------------------------------------------------


def worker(server, patience=30):
    """Start a worker that sends to the server, and waits so many seconds for its word."""
    code = (
        "import django; django.setup();"
        "from django.conf import settings;"
        f"settings.EMAIL_SENDING_BACKEND = {SMTP!r};"
        f"settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = {server.port}, {patience};"
        "from site_cms.tasks.worker import work; work()"
    )
    return running(start("-c", code))


def hurry():
    """End the pause of what is to be tried again."""
    return tasks().filter(status="READY").update(run_after=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_the_server_has_the_message_sends_it_no_second_time(server):
    server.mood = "stalling"
    message = write()
    with worker(server):
        wait_for(lambda: server.taken)
    server.mood = "taking"
    other = write("Un autre")
    with worker(server):
        wait_for(lambda: fresh(other).sent_at)
        wait_for(hurry)
        wait_for(lambda: fresh(message).trouble)
    assert [m["Subject"] for m in server.taken] == ["Objet", "Un autre"]
    assert fresh(message).trouble == OutgoingMail.Trouble.INTERRUPTED
    assert fresh(message).message["body"] == "Du texte"


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_the_server_has_said_a_word_has_its_message_sent_once(server):
    server.mood = "silent"
    message = write()
    with worker(server):
        wait_for(lambda: server.called)
    assert tasks().get().status == "RUNNING"
    server.mood = "taking"
    with worker(server):
        wait_for(hurry)
        wait_for(lambda: fresh(message).sent_at)
    assert len(server.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_who_sends_a_form_does_not_wait_for_a_mail_server_that_hangs(client, server):
    contact(to_address="equipe@example.org", subject="Message")
    answers = {"votre_adresse": "camille@example.org", "votre_message": "Bonjour"}
    client.post("/contact/", {})
    server.mood = "silent"
    with worker(server, patience=2):
        began = time.monotonic()
        assert client.post("/contact/", answers).status_code == 302
        assert time.monotonic() - began < 1
        message = OutgoingMail.objects.get()
        wait_for(lambda: fresh(message).trouble)
        assert (FormSubmission.objects.count(), fresh(message).sent_at) == (1, None)
        server.mood = "taking"
        wait_for(hurry)
        wait_for(lambda: fresh(message).sent_at)
    (taken,) = server.taken
    assert taken["To"] == "equipe@example.org"

"""Who may decide about mail that has not left sees it, and nobody else."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from site_cms.models import OutgoingMail, WorkerPulse
from site_cms.rights.roles import COMMUNICATION, PUBLICATION, RELECTURE, team_group
from site_cms.search.indexing import read_document
from site_cms.tasks.mail import TRIED_FOR
from site_cms.tasks.work import take_up, tasks
from tests.factories import region, user
from tests.processes import work_off

AWAY, REFUSED, INTERRUPTED = OutgoingMail.Trouble
SUBJECT, ADDRESS, WORDS = "Sujet-zkwxq", "zkwxq@example.org", "Texte-zkwxq"
HEADING = "Courriels qui ne sont pas partis"


@pytest.fixture
def stuck(db):
    """Messages in trouble, of each kind, and one that only waits."""

    def put(trouble, **fields):
        message = {
            **{"subject": SUBJECT, "body": WORDS, "from_email": "a@x.fr", "subtype": "plain"},
            **{"to": [ADDRESS], "cc": [], "bcc": [], "reply_to": []},
            **{"headers": {}, "alternatives": [], "attachments": []},
        }
        now = timezone.now()
        return OutgoingMail.objects.create(
            message=message, trouble=trouble, **{"queued_at": now, **fields}
        )

    put("", message_id="waiting")
    return [
        put(AWAY, detail="TimeoutError: timed out"),
        put(REFUSED, queued_at=timezone.now() - TRIED_FOR - timedelta(hours=1)),
        put("", sending_at=timezone.now() - timedelta(hours=1)),
    ]


@pytest.fixture
def enter(client, db):
    def enter(*groups, **fields):
        client.force_login(user("camille", *groups, **fields))
        return client

    return enter


def home_of(client):
    return client.get("/admin/").content.decode()


def test_the_desk_says_what_did_not_leave_and_why(enter, stuck):
    html = home_of(enter(COMMUNICATION))
    assert HEADING in html and html.count(SUBJECT) == len(stuck)
    for word in ("de nouveaux essais ont lieu", "abandonné après un jour", "peut-être parti"):
        assert word in html
    assert ADDRESS not in html and WORDS not in html


@pytest.mark.parametrize("group", [RELECTURE, None])
def test_who_may_not_decide_about_it_is_shown_nothing(enter, stuck, group):
    client = enter(group or team_group(region("53", "Bretagne"), PUBLICATION))
    assert SUBJECT not in home_of(client)
    assert SUBJECT not in client.get(reverse("outgoing_mail"), follow=True).content.decode()
    client.post(reverse("outgoing_mail"), {"mail": stuck[0].pk, "act": "drop"})
    client.post(reverse("outgoing_mail"), {"mail": stuck[0].pk, "act": "again"})
    assert OutgoingMail.objects.count() == 4 and not tasks().exists()


def test_without_trouble_the_desk_is_silent(enter, db):
    assert HEADING not in home_of(enter(COMMUNICATION))


def test_a_message_is_sent_again_or_removed_by_whoever_decides_so(enter, stuck, settings):
    settings.EMAIL_SENDING_BACKEND = settings.EMAIL_BACKEND
    client, screen = enter(COMMUNICATION), reverse("outgoing_mail")
    html = client.get(screen).content.decode()
    assert html.count(ADDRESS) == len(stuck) and WORDS not in html
    client.post(screen, {"mail": stuck[2].pk, "act": "again"})
    client.post(screen, {"mail": stuck[0].pk, "act": "drop"})
    work_off()
    assert [message.subject for message in mail.outbox] == [SUBJECT]
    assert not OutgoingMail.objects.filter(pk=stuck[0].pk).exists()
    assert client.post(screen, {"mail": stuck[2].pk, "act": "again"}).status_code == 404
    for key in ("", "x", "9" * 30):
        assert client.post(screen, {"mail": key}).status_code == 404


def test_the_desk_of_the_technical_administration_names_what_was_given_up(enter, db):
    read_document.enqueue(1)
    tasks().update(task_path="nowhere.task")
    work_off()
    take_up()
    assert "nowhere.task" in home_of(enter(is_superuser=True))


@pytest.mark.parametrize(("ago", "is_late"), [(0, False), (5, True), (None, True)])
def test_the_desk_says_when_the_worker_stands_still(enter, db, ago, is_late):
    if ago is not None:
        at = timezone.now() - timedelta(minutes=ago)
        WorkerPulse.objects.create(worker_id="host|1|0|x", beat_at=at)
    assert ("aucun courriel ne part" in home_of(enter(COMMUNICATION))) == is_late

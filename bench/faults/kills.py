"""`make bench-kills`: processes killed in the midst of publishing, taking a form, and sending mail.

Each act is done by a process of its own, copied from this one, and killed with SIGKILL after a time
drawn by lot between nothing and what the act takes. Then all of the act must be there or nothing of
it, what was acknowledged must be, and no message may have reached the mail server twice. Works on a
database of its own: SQLite, unless DATABASE_URL names another, empty one. TIMES=200 of each, or of
those that are named: publishing, submitting, delivering.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.smtp import smtp_server

if __name__ == "__main__":
    FOLDER = tempfile.TemporaryDirectory(prefix="bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(FOLDER.name) / 'bench.sqlite3'}")
    os.environ["DJANGO_SETTINGS_MODULE"], os.environ["BENCH_FOLDER"] = (
        "bench.faults.settings",
        FOLDER.name,
    )

import django

django.setup()

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import PageLogEntry, Revision

from home.models import ContentPage
from site_cms.models import OutgoingMail, Publication, SearchEntry
from site_cms.publications.counter import watch
from site_cms.rights.roles import COMMUNICATION
from site_cms.tasks.work import take_up, tasks
from tests import factories
from tests.processes import work_off
from tests.site_wide.test_editing import EMPTY, typed

TIMES = int(os.environ.get("TIMES", "200"))
DONE = b"done"
FOUND = 302


@dataclass
class Act:
    """`prepared` gives, in the process that is to die, what does it and says if it was taken."""

    name: str
    prepared: Callable[[str], Callable[[], bool]]
    state: Callable[[str], tuple]  # what the database holds of it
    # … when it is done.
    whole: tuple = ()
    takes: float = 0.0  # seconds


class Publishing:
    def __init__(self):
        self.client = Client(HTTP_HOST="localhost")
        self.client.force_login(factories.user("camille", COMMUNICATION))
        self.page = factories.content("Un titre")
        self.address = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        self.form, self.last = {}, None

    def made(self, _text):
        """Open the form anew, if the page has been published since."""
        last = Revision.objects.for_instance(self.page).order_by("pk").last()
        if last != self.last or not last:
            self.form = typed(self.client, self.address, {"body": EMPTY})
            self.last = last

    def prepared(self, text):
        form = {**self.form, "title": text, "action-publish": "1"}
        return lambda: self.client.post(self.address, form).status_code == FOUND

    def state(self, text):
        page = ContentPage.objects.get(pk=self.page.pk)
        title = {"title": text}
        return (
            int(page.title == text),
            int(page.live_revision_id is not None and page.live_revision.content["title"] == text),
            SearchEntry.objects.filter(page=page, **title).count(),
            Revision.objects.for_instance(page).filter(object_str=text).count(),
            PageLogEntry.objects.filter(page=page.pk, label=text).count(),
        )


class Sending:
    """A form that is sent, and the mail that tells of it."""

    def __init__(self):
        self.page = factories.contact(to_address="a@example.org")

    def prepared(self, text):
        form = {"votre_adresse": "camille@example.org", "votre_message": text}
        client = Client(HTTP_HOST="localhost")
        return lambda: client.post(self.page.url, form).status_code == FOUND

    def state(self, text):
        kept = OutgoingMail.objects.values_list("pk", "message")
        mails = [key for key, message in kept if text in message.get("body", "")]
        rows = tasks().values_list("args_kwargs", flat=True)
        return (
            sum(text in str(s.form_data) for s in FormSubmission.objects.filter(page=self.page)),
            len(mails),
            sum(row["args"][:1] == [key] for key in mails for row in rows),
        )


class Delivering:
    """One message, that the worker sends."""

    def prepared(self, text):
        return lambda: work_off(1) or True

    def state(self, text):
        return ()


def killed(act: Act, text: str, after: float | None) -> float | None:
    """Do an act in a process that ends too early; return when it said that all was done, if so."""
    watch.forget()
    connections.close_all()
    said, says_so = os.pipe()
    pid = os.fork()
    if not pid:
        _do(act, text, says_so)
    os.close(says_so)
    is_begun, begun = os.read(said, 1), time.monotonic()
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    answer, ended = os.read(said, len(DONE)), time.monotonic()
    os.waitpid(pid, 0)
    os.close(said)
    if not is_begun:
        raise SystemExit(f"{act.name}: it could not be begun")
    return ended - begun if answer == DONE else None


def _do(act, text, says_so):
    try:
        does = act.prepared(text)
        os.write(says_so, b".")
        if does():
            os.write(says_so, DONE)
    finally:
        os._exit(0)


def measure(act: Act, make):
    """Do it whole: what it leaves, and how long it takes."""
    times = []
    for number in range(3):
        text = f"Entier {act.name} {number}"
        make(text)
        took = killed(act, text, None)
        if took is None:
            raise SystemExit(f"{act.name}: it was not taken")
        times.append(took)
        act.whole = act.state(text)
    act.takes = max(times)


def try_out(act: Act, make=lambda text: None) -> bool:
    measure(act, make)
    met, nothing = Counter(), tuple(0 for _each in act.whole)
    for number in range(TIMES):
        text = f"Essai {act.name} {number}"
        make(text)
        before = Publication.objects.count()
        is_acknowledged = killed(act, text, random.uniform(0, act.takes * 1.1)) is not None
        found = act.state(text)
        met["acknowledged"] += is_acknowledged
        if found:
            met["whole" if found == act.whole else "nothing" if found == nothing else "half"] += 1
        met["lost"] += is_acknowledged and found != act.whole
        met["unknown to caches"] += _is_unseen(act, found, before)
    print(f"{connection.vendor}, {act.name}: {dict(sorted(met.items()))}", flush=True)
    return not (met["half"] or met["lost"] or met["unknown to caches"])


def _is_unseen(act, found, before):
    """Whether a page was published without raising the counter of publications."""
    return act.name == "publishing" and found == act.whole and Publication.objects.count() == before


def try_sending(mail) -> bool:
    """Messages whose worker is killed, then another worker for what it left."""
    act = Act("delivering", Delivering().prepared, Delivering().state)
    mail.taken.clear()
    OutgoingMail.objects.all().delete()
    tasks().delete()
    is_whole = try_out(act, lambda text: EmailMessage(text, text, to=["a@example.org"]).send())
    for _attempt in range(8):
        take_up()
        tasks().filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
        work_off()
    came = Counter(message["Message-ID"] for message in mail.taken)
    twice = [name for name, number in came.items() if number > 1]
    rows = OutgoingMail.objects.all()
    cut = rows.filter(sent_at=None, trouble="cut").count()
    unknown = rows.filter(sent_at=None).exclude(trouble="cut").count()
    never = [m for m in rows.exclude(sent_at=None) if m.message_id not in came]
    print(
        f"  mail: {rows.count()} put down, {len(came)} came, {len(twice)} of them twice;", end=" "
    )
    print(f"{cut} shown as interrupted, {unknown} forgotten, {len(never)} not sent as is said")
    return is_whole and not (twice or unknown or never)


def main() -> bool:
    print(f"{TIMES} times each, on {connection.vendor}", flush=True)
    call_command("migrate", verbosity=0)
    # Of what is drawn by lot, no secret.
    random.seed(settings.SECRET_KEY)
    with smtp_server() as mail:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail.port
        publishing, sending = Publishing(), Sending()
        tried = {
            "publishing": lambda: try_out(
                Act("publishing", publishing.prepared, publishing.state), publishing.made
            ),
            "submitting": lambda: try_out(Act("submitting", sending.prepared, sending.state)),
            "delivering": lambda: try_sending(mail),
        }
        # All of them, whatever one says.
        held = [tried[name]() for name in sys.argv[1:] or tried]
        return all(held)


if __name__ == "__main__":
    sys.exit(0 if main() else "Something was half done, lost or sent twice.")

"""Readers, who ask at a steady rate and send forms, and an editor who goes on saving."""

import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import count

import psycopg
from bs4 import BeautifulSoup

from bench.faults.stack import PATIENCE, Stack

RATE = 10  # requests a second, and a form among them
PAUSE = 2  # seconds between two edits
LIMIT = 2.0  # seconds that a page may take
FORM = "/contact/"
PAGES = ("/", "/actualites/", "/en/", "/pionniers/", "/territoires/", "/robots.txt")
GOOD = (HTTPStatus.OK, HTTPStatus.FOUND)
STORED = {
    "messages": "SELECT form_data::text FROM wagtailforms_formsubmission",
    "edits": "SELECT content::text FROM wagtailcore_revision",
}


@dataclass
class Sent:
    """What was acknowledged, and how often something was not taken."""

    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0

    def note(self, text, is_taken: bool) -> bool:
        if is_taken:
            self.acknowledged.append(text)
        else:
            self.refused += 1
        return is_taken


@dataclass
class Seen:
    """What readers met: seconds, status and path; what they and the editor sent."""

    answers: list[tuple[float, int, str]] = field(default_factory=list)
    messages: Sent = field(default_factory=Sent)
    edits: Sent = field(default_factory=Sent)

    @property
    def share(self) -> float:
        return 100 * sum(status in GOOD for _s, status, _p in self.answers) / len(self.answers)

    @property
    def slowest(self) -> float:
        return max(seconds for seconds, _status, _path in self.answers)

    @property
    def failures(self) -> Counter:
        late = [f"late {path}" for seconds, _s, path in self.answers if seconds > LIMIT]
        return Counter([f"{s} {path}" for _s, s, path in self.answers if s not in GOOD] + late)

    def lost(self, url, kind: str) -> int:
        with psycopg.connect(url) as connection:
            stored = " ".join(row for (row,) in connection.execute(STORED[kind]))
        return sum(text not in stored for text in getattr(self, kind).acknowledged)


class Readers:
    """Ask at a steady rate, whatever becomes of the answers."""

    def __init__(self, stack: Stack):
        self.stack, self.seen = stack, Seen()
        self.editor = Editor(stack)
        home = stack.ask("/").text
        found = [re.search(rf'"(/{part}[^" ]+)', home) for part in ("static/assets/site", "media")]
        self.paths = [*PAGES, *(match[1] for match in found if match)]

    def warm(self):
        for path in self.paths:
            self.stack.ask(path)

    @contextmanager
    def reading(self) -> Iterator[Seen]:
        self.seen, ended, threads = Seen(), threading.Event(), []
        pacers = [
            threading.Thread(target=self._pace, args=(ended, threads)),
            threading.Thread(target=self.editor.work, args=(ended, self.seen.edits)),
        ]
        for pacer in pacers:
            pacer.start()
        try:
            yield self.seen
        finally:
            ended.set()
            for thread in (*pacers, *threads):
                thread.join(PATIENCE)

    def _pace(self, ended, threads):
        begun = time.monotonic()
        for number in count(1):
            if ended.wait(max(begun + number / RATE - time.monotonic(), 0)):
                return
            act = self.send if number % RATE == 0 else self._read
            thread = threading.Thread(target=act, args=(number,), daemon=True)
            thread.start()
            threads.append(thread)

    def _read(self, number):
        path = self.paths[number % len(self.paths)]
        answer = self.stack.ask(path)
        self.seen.answers.append((answer.seconds, answer.status, path))

    def send(self, number=0) -> bool:
        text = f"Message {number} {time.time_ns()}"
        answers = {"nom_et_prenom": text, "message": text, "objet_de_la_demande": "Presse"}
        answers |= {"adresse_electronique": "camille@example.org"}
        status = self.stack.ask(FORM, answers).status
        return self.seen.messages.note(text, status == HTTPStatus.FOUND)


class Editor:
    """Opens the form of one page, changes its title and saves the draft, again and again."""

    def __init__(self, stack: Stack):
        self.stack = stack
        self.key, session = stack.said("shell", "--no-imports", "-c", SESSION).split()
        self.cookies = {"sessionid": session}

    def work(self, ended, sent: Sent):
        for number in count():
            if ended.wait(PAUSE):
                return
            self.save(f"Essai {number} {time.time_ns()}", sent)

    def save(self, title, sent: Sent) -> bool:
        path = f"/admin/pages/{self.key}/edit/"
        form = self.stack.ask(path, cookies=self.cookies)
        if form.status != HTTPStatus.OK:
            return sent.note(title, is_taken=False)
        fields = {**_fields(form.text), "title": title, "body-count": "0"}
        token = {"csrftoken": form.cookies.get("csrftoken", self.cookies.get("csrftoken", ""))}
        self.cookies |= token
        status = self.stack.ask(path, fields, cookies=self.cookies).status
        return sent.note(title, status == HTTPStatus.FOUND)


def _fields(html) -> dict[str, str]:
    """What a browser would send of the form, were it plain."""
    form = BeautifulSoup(html, "html.parser").find(id="page-edit-form")
    inputs = form.select("input[name]:not([type=checkbox]):not([type=radio]):not([type=submit])")
    found = {tag["name"]: tag.get("value", "") for tag in inputs}
    found |= {tag["name"]: tag.text.removeprefix("\n") for tag in form.select("textarea[name]")}
    for tag in form.select("select[name]"):
        chosen = tag.select_one("option[selected]")
        found[tag["name"]] = chosen.get("value", "") if chosen else ""
    forms = {name: "0" for name in found if re.fullmatch(r"comments-(TOTAL|INITIAL)_FORMS", name)}
    return {n: v for n, v in found.items() if not n.startswith(("comments-", "action-"))} | forms


# A page of the demonstration, and a session of who may edit it.
SESSION = """
from django.conf import settings
from django.test import Client
from home.models import ContentPage
from site_cms.models import User
client = Client()
client.force_login(User.objects.get(username="communication"))
page = ContentPage.objects.filter(locale__language_code="fr", live=True).order_by("pk").last()
print(page.pk, client.cookies[settings.SESSION_COOKIE_NAME].value)
"""

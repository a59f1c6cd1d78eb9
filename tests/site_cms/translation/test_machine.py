"""Translation by machine: a draft at most, and a service that fails takes nothing away.

A real HTTP server on this machine stands in for the service.
"""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from site_cms.translation.work import submit
from tests import factories

KEY = "a-key-of-this-test"


class Service(BaseHTTPRequestHandler):
    """Answers as LibreTranslate does, or as `behave` says."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked))
        status, body = self.server.behave(asked)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        """Say nothing on the terminal."""


def translated(asked):
    return 200, json.dumps({"translatedText": [f"EN {text}" for text in asked["q"]]})


@pytest.fixture
def service(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.asked, server.behave = [], translated
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    connect(settings, server.server_address[1])
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def connect(settings, port, timeout=10):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": f"http://127.0.0.1:{port}",
            "API_KEY": KEY,
            "TIMEOUT": timeout,
        },
    }


@pytest.fixture
def work(db, client):
    """A page submitted for translation, of which one text is translated already."""
    english = Locale.objects.create(language_code="en")
    factories.home().copy_for_translation(english, copy_parents=True)
    account = factories.user("com", "Communication")
    client.force_login(account)
    body = [("paragraph", "<p>Un <b>texte</b> et sa suite.</p>")]
    page = factories.content("Une page", summary="Un résumé.", body=body)
    submit(page, [english], account)
    translation = Translation.objects.get()
    segment = translation.source.stringsegment_set.get(context__path="summary")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=english,
        data="By hand",
        translation_type="manual",
    )
    return translation


def run(client, work):
    url = reverse("wagtail_localize:machine_translate", args=[work.pk])
    return client.post(url, follow=True).content.decode()


def words(kind):
    return set(
        StringTranslation.objects.filter(translation_type=kind).values_list("data", flat=True)
    )


def test_the_gaps_are_filled_and_the_page_stays_a_draft(service, work, client):
    html = run(client, work)
    assert "traduits par machine" in html and "relisez-les" in html
    assert words("machine") == {"EN Une page", "EN Un <b>texte</b> et sa suite."}
    assert words("manual") == {"By hand"}
    assert not Page.objects.filter(locale__language_code="en", live=True, depth__gt=2).exists()
    [(path, asked)] = service.asked
    assert path == "/translate"
    assert (asked["source"], asked["target"], asked["api_key"]) == ("fr", "en", KEY)
    assert "une-page" not in asked["q"], "addresses are not asked about"


def test_what_is_translated_is_not_asked_again(service, work, client):
    run(client, work)
    assert "Il ne restait rien à traduire" in run(client, work)
    assert len(service.asked) == 1


FAILURES = {
    "an error of the service": (500, "{}"),
    "too many requests": (429, '{"error": "slow down"}'),
    "a key refused": (403, '{"error": "invalid key"}'),
    "no JSON": (200, "<html>"),
    "nothing": (200, ""),
    "another JSON": (200, '{"error": "no"}'),
    "a list": (200, "[]"),
    "a word": (200, '"EN"'),
    "one text for two": (200, '{"translatedText": ["EN"]}'),
    "a text for all": (200, '{"translatedText": "One text"}'),
    "no list": (200, '{"translatedText": null}'),
    "numbers": (200, '{"translatedText": [1, 2]}'),
    "objects": (200, '{"translatedText": [{}, []]}'),
    "a number": (200, '{"translatedText": ["EN", 5]}'),
}


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES)
def test_a_service_that_fails_is_told_and_nothing_is_lost(service, work, client, answer):
    service.behave = lambda asked: answer
    nothing_was_lost(client, work)
    assert len(service.asked) == 1
    service.behave = translated
    run(client, work)
    assert len(words("machine")) == 2, "a second try succeeds"


def nothing_was_lost(client, work):
    html = run(client, work)
    assert "Le service de traduction ne répond pas" in html
    assert "Rien n’a été traduit" in html
    assert words("manual") == {"By hand"} and not words("machine")


def test_a_service_that_is_down_is_told(work, client, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    connect(settings, port)
    nothing_was_lost(client, work)


def test_a_service_that_does_not_answer_is_given_up(service, work, client, settings):
    def wait(asked):
        time.sleep(1)
        return translated(asked)

    service.behave = wait
    connect(settings, service.server_address[1], timeout=0.2)
    nothing_was_lost(client, work)


def test_an_update_keeps_its_news_when_the_service_fails(service, work, client):
    page = work.source.get_source_instance()
    page.title = "Un autre titre"
    page.save_revision().publish()
    service.behave = lambda asked: (500, "")
    url = reverse("wagtail_localize:update_translations", args=[work.source_id])
    html = client.post(url, {"use_machine_translation": "on"}, follow=True).content.decode()
    assert "Le service de traduction ne répond pas" in html
    titles = work.source.stringsegment_set.filter(context__path="title")
    assert titles.get().string.data == "Un autre titre"
    service.behave = translated
    client.post(url, {"use_machine_translation": "on"})
    assert "EN Un autre titre" in words("machine")
    assert not Page.objects.filter(locale__language_code="en", live=True, depth__gt=2).exists()


def test_without_a_service_nothing_is_offered_nor_asked(work, client):
    edit = work.get_target_instance_edit_url()
    assert "machine_translate" not in client.get(edit).content.decode()
    url = reverse("wagtail_localize:machine_translate", args=[work.pk])
    assert client.post(url).status_code == 404
    update = reverse("wagtail_localize:update_translations", args=[work.source_id])
    assert "use_machine_translation" not in client.get(update).content.decode()
    assert client.post(update, {"use_machine_translation": "on"}).status_code == 302
    assert not words("machine")


def test_a_service_is_offered_by_name(service, work, client):
    html = client.get(work.get_target_instance_edit_url()).content.decode()
    assert "LibreTranslate" in html and KEY not in html

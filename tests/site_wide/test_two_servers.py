"""Two server processes on one database: what one publishes, both show, and nothing else is lost."""

import socket
import urllib.error
import urllib.request
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from site_cms.models import PublisherSettings, Theme
from tests import factories
from tests.processes import running, start, wait_for

# The counter is looked at twice a second; the rest is for machines with other things to do.
SECONDS = 30


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


class Server:
    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"

    def get(self, path):
        """Return (status, body); (0, "") while nobody answers."""
        try:
            with OPENER.open(self.base + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""


@pytest.fixture
def servers(transactional_db):
    ports = [free_port(), free_port()]
    options = ("--workers", "1", "--threads", "4", "--no-control-socket", "--log-level", "error")
    with ExitStack() as stack:
        for port in ports:
            command = ("-m", "gunicorn", "site_cms.wsgi", "--bind", f"127.0.0.1:{port}", *options)
            stack.enter_context(running(start(*command)))
        servers = [Server(port) for port in ports]
        for server in servers:
            wait_for(lambda server=server: server.get("/")[0] == 200, seconds=60)
        yield servers


@pytest.fixture
def both(servers):
    """Read an address on both servers, warm; then wait until both answer as expected."""

    def see(path, is_so):
        for server in servers:
            wait_for(lambda server=server: is_so(*server.get(path)), SECONDS)

    return see


def says(text, status=200):
    return lambda code, body: code == status and text in body


def lacks(text):
    return lambda code, body: text not in body


def test_pages(both):
    page = factories.content("Une page", summary="Le premier résumé.")
    other = factories.content("Une autre page")
    both("/une-page/", says("Le premier résumé."))
    both("/une-autre-page/", says("Une autre page"))

    page.summary = "Le second résumé."
    page.save_revision().publish()
    both("/une-page/", says("Le second résumé."))

    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    both("/une-page/", lacks("Le second résumé."))
    restriction.delete()
    both("/une-page/", says("Le second résumé."))

    page.show_in_menus = True
    page.save_revision().publish()
    both("/une-autre-page/", says('href="/une-page/"'))

    factories.content("Dessous", under=page)
    both("/une-page/dessous/", says("Dessous"))
    page.slug = "ailleurs"
    page.save_revision().publish()
    both("/une-page/", lambda code, body: code in (301, 404))
    both("/une-page/dessous/", lambda code, body: code == 301)
    both("/ailleurs/dessous/", says("Dessous"))
    both("/ailleurs/", says("Le second résumé."))

    page.refresh_from_db()
    page.unpublish()
    both("/ailleurs/", lambda code, body: code == 404)
    both("/une-autre-page/", lacks('href="/ailleurs/"'))
    both("/une-autre-page/", says(other.title))


def test_what_pages_share(both):
    article = factories.article("Une nouvelle")
    theme = factories.theme("Mobilité")
    article.themes.set([theme])
    article.save_revision().publish()
    both("/actualites/", says("Mobilité"))
    Theme.objects.get(pk=theme.pk).delete()
    both("/actualites/", lacks("Mobilité"))

    legal = factories.content("Mentions légales du site")
    both("/", lacks(legal.url))
    settings = PublisherSettings.for_site(legal.get_site())
    settings.legal_page = legal
    settings.save()
    both("/", says(legal.url))

    both("/autrefois/", lambda code, body: code == 404)
    Redirect.objects.create(old_path="/autrefois", redirect_page=legal)
    both("/autrefois/", lambda code, body: code == 301)

    both("/en/", lambda code, body: code == 404)
    factories.english_home()
    both("/en/", says('lang="en"'))


def test_the_clock(both):
    soon = timezone.now() + timedelta(seconds=8)
    factories.content("Éphémère", expire_at=soon)
    call = factories.call("Un appel", opens_at=timezone.now() - timedelta(days=1), closes_at=soon)
    both("/ephemere/", says("Éphémère"))
    both(call.url, says("Ouvert jusqu"))
    both("/ephemere/", lambda code, body: code == 404)
    both(call.url, says("Clos depuis"))

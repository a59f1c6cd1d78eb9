"""People of several teams at work at the same time, in the threads of one process."""

import json
from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.rich_text import RichText

from tests.at_once import at_once
from tests.site_wide.permissions.world import World

# Whose forms each account opens, two threads for each.
WORK = {"publication": "own", "foreign": "foreign", "communication": "national"}
THREADS, TIMES = 2, 3


@pytest.fixture
def world(transactional_db):
    world = World()
    for side in map(world.sides.get, WORK.values()):
        page = side.fresh("article")
        # Links are looked up while a text is read, and other threads have their turn.
        link = f'<a linktype="page" id="{side.pages["article"].pk}">{side.word}</a>'
        text = RichText(f"<p>{side.word} {link} <b>{side.word}</b></p>" * 10)
        page.body = [("paragraph", text), ("quote", {"text": side.word, "speaker": side.word})] * 3
        page.save_revision()
    return world


def shown(response):
    """The words that the text editors of a form hold, and its title."""
    soup = BeautifulSoup(response.content, "html.parser")
    found = {soup.find("textarea", {"name": "title"}).text.split()[-1]}
    for block in soup.select("[data-w-block-arguments-value]"):
        values, _error = json.loads(block["data-w-block-arguments-value"])
        for value in values:
            if value["type"] == "paragraph":
                blocks = json.loads(value["value"])["blocks"]
                found.update(word for one in blocks for word in one["text"].split())
                found.add(len(blocks))
    return found


def test_forms_opened_at_once_hold_their_own_words(world):
    def work(account, side):
        client = Client()
        client.force_login(world.accounts[account])
        address = reverse("wagtailadmin_pages:edit", args=[side.pages["article"].pk])
        answers = []
        for _time in range(TIMES):
            response = client.get(address)
            answers.append((response.status_code, shown(response)))
        return answers

    jobs = [(account, world.sides[name]) for account, name in WORK.items() for _ in range(THREADS)]
    answers = at_once(*(partial(work, *job) for job in jobs), turn=1e-4)
    assert answers == [[(200, {side.word, 10})] * TIMES for _account, side in jobs]

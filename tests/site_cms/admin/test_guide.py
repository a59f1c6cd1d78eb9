"""The guide: whole, readable in the admin with its pictures, and nothing but text and pictures."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from site_cms.admin.guide import GUIDE, PICTURES, render_guide
from site_cms.rights.roles import COMMUNICATION
from site_cms.words.typography import mend_text
from tests.factories import region, user

MARKDOWN = GUIDE.read_text()


@pytest.fixture
def guide():
    return BeautifulSoup(render_guide(MARKDOWN), "html.parser")


def test_every_picture_it_names_is_there_described_and_light(guide):
    named = {picture["src"].removeprefix("images/") for picture in guide.find_all("img")}
    assert named == {picture.name for picture in PICTURES.glob("*.png")}
    assert all(picture["alt"] for picture in guide.find_all("img"))
    assert len(named) <= 16
    assert sum(picture.stat().st_size for picture in PICTURES.glob("*.png")) < 1_500_000


def test_its_links_to_itself_lead_somewhere(guide):
    targets = {heading["id"] for heading in guide.find_all(["h2", "h3"])}
    links = [link["href"] for link in guide.find_all("a") if link["href"].startswith("#")]
    assert links and all(link[1:] in targets for link in links)


def test_it_is_written_in_french_typography():
    assert [line for line in MARKDOWN.splitlines() if mend_text(line) != line] == []


def test_scripts_and_their_like_do_not_come_through():
    html = render_guide(
        '<script>alert(1)</script><p onclick="a()">x</p>\n\n[y](javascript:alert(1))\n\n'
        '<iframe src="https://example.org/"></iframe><!-- note -->'
    )
    assert not re.search(r"<script|onclick|javascript:|<iframe|<!--", html)


@pytest.mark.parametrize("group", [COMMUNICATION, "Bretagne – contribution"])
def test_staff_reads_it_in_the_admin_with_its_pictures(client, db, group):
    region("53", "Bretagne")
    client.force_login(user("camille", group))
    address = reverse("guide")
    assert address in client.get("/admin/").content.decode()
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert page.select_one(".guide h2")
    picture = client.get(address + page.select_one(".guide img")["src"])
    assert picture["Content-Type"] == "image/png" and picture.getvalue().startswith(b"\x89PNG")
    for wrong in ("absent.png", "..%2Fguide-redaction.md", "guide-redaction.md", "a.PNG"):
        assert client.get(f"{address}images/{wrong}").status_code != 200


def test_the_public_does_not(client, db):
    for address in (reverse("guide"), reverse("guide_picture", args=["accueil-region.png"])):
        assert client.get(address).status_code == 302

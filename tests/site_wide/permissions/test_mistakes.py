"""Mistakes and made-up requests in the admin are answered in words, never by an error."""

import json
import re
import struct
import zlib
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import Section
from site_cms.models import SiteImage, Theme
from tests import factories
from tests.site_wide.permissions.addresses import admin_urls
from tests.site_wide.permissions.deeds import NEW_TITLE, form


@pytest.fixture
def camille(world, client):
    client.force_login(world.accounts["communication"])
    return client


def messages(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(item.get_text(" ", strip=True) for item in soup.select(".error-message"))


@pytest.mark.parametrize(("model", "make"), [(Theme, factories.theme), (Section, factories.rubric)])
def test_a_slug_that_is_taken_is_said_to_be(world, camille, model, make):
    taken = make("Mobilité")
    label = model._meta.label_lower.replace(".", "_")
    fields = {"name": "Autre", "slug": taken.slug}
    response = camille.post(reverse(f"wagtailsnippets_{label}:add"), fields)
    assert "déjà pris" in messages(response)
    other = make("Emploi")
    edit = reverse(f"wagtailsnippets_{label}:edit", args=[other.pk])
    assert "déjà pris" in messages(camille.post(edit, fields))
    # Its own slug is its own; and another language has the same ones.
    camille.post(edit, {"name": "Travail", "slug": other.slug})
    other.refresh_from_db()
    assert other.name == "Travail"
    other.copy_for_translation(world.english).full_clean()


def chunk(name, data):
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png(width, height, pixels):
    """A PNG that claims to be of a size, with whatever pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(pixels))
    return b"\x89PNG\r\n\x1a\n" + head + data + chunk(b"IEND", b"")


WHOLE = factories.picture("photo.png")
BROKEN = {
    "cut short": WHOLE[: len(WHOLE) // 2],
    "half of a photograph": factories.picture("photo.jpg")[:-200],
    "a bomb": png(20_000, 20_000, b""),
    "a strip": png(16_000, 1, b"\0" * 16_001),
    "no pixels": png(64, 48, b""),
    "noise": WHOLE[:40] + bytes(range(256)),
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("screen", ["wagtailimages:add", "wagtailimages_chooser:create"])
def test_an_image_that_cannot_be_read_is_refused(camille, world, kind, screen):
    name = "casse.jpg" if "photograph" in kind else "casse.png"
    prefix = "" if screen == "wagtailimages:add" else "image-chooser-upload-"

    def upload(name, data):
        fields = {
            "title": "Cassée",
            "file": SimpleUploadedFile(name, data),
            "collection": world.national.things["collection"].pk,
        }
        return camille.post(reverse(screen), {prefix + key: v for key, v in fields.items()})

    assert upload(name, BROKEN[kind]).status_code == 200
    assert not SiteImage.objects.filter(title="Cassée").exists()
    upload("entiere.png", WHOLE)
    assert SiteImage.objects.get(title="Cassée").width == 64


def test_no_key_is_too_large_to_be_refused(client, world):
    client.force_login(world.accounts["publication"])
    for address in (
        f"/admin/pages/{'9' * 20}/edit/",
        f"/admin/documents/chooser/chosen/{'9' * 21}/",
    ):
        assert client.get(address).status_code in (302, 403, 404)


def test_a_form_without_what_wagtail_counts_on_is_a_bad_request(camille, world):
    page = world.national.fresh("content")
    fields = form(type(page), title=NEW_TITLE, slug=page.slug)
    del fields["body-count"]
    response = camille.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields)
    assert response.status_code == 400
    assert world.national.fresh("content").get_latest_revision_as_object().title != NEW_TITLE


NO_KEYS = ("abc", "1", 1.5, True, [1], {"a": 1}, 0, 9**30)


def linked(kind, key, told=True):
    """A paragraph as the editor sends it, with a link to whatever is given for a key."""
    link = {"type": kind, "mutability": "MUTABLE", "data": {"id": key}}
    text = {
        "blocks": [
            {
                "key": "00000",
                "text": "lire",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"key": 0, "offset": 0, "length": 4}],
            }
        ],
        "entityMap": {"0": link} if told else {},
    }
    return streamfield([("paragraph", json.dumps(text))])


MADE_UP = {
    "a number that is none": {"body-count": "abc"},
    "a place that is none": {"body-0-order": "abc"},
    "a block without a name": {"body-count": "1", "body-0-type": "rien", "body-0-order": "0"},
    "a block that is no text": {
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "body-0-value": "{broken",
    },
    "a text that is no object": {
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "body-0-value": "[1]",
    },
    **{f"a link to {key!r}": {"body": linked("LINK", key)} for key in NO_KEYS},
    **{f"a document {key!r}": {"body": linked("DOCUMENT", key)} for key in (*NO_KEYS, None)},
    "a link that is not told": {"body": linked("LINK", 1, told=False)},
    "a comment that is none": {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "1",
        "comments-0-id": "abc",
    },
    "a line that the page has not": {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "1",
        "comments-0-id": "999999",
    },
    "a column of no known kind": {
        "body": streamfield(
            [
                (
                    "table",
                    {
                        "caption": "Légende",
                        "table-caption": "",
                        "table-column-count": "1",
                        "table-column-0-type": "rien",
                        "table-column-0-order": "0",
                        "table-column-0-deleted": "",
                        "table-column-0-heading": "Nom",
                        "table-row-count": "0",
                    },
                )
            ]
        )
    },
    "a version that is none": {"overwrite_revision_id": "abc"},
    "an answer that is none": {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": "notjson",
    },
    "a key that is no number": {"image": "abc"},
    "a key out of bounds": {"image": "9" * 30},
    "a list of keys that are none": {"territories": ["abc", "9" * 30]},
    "lines without end": {"comments-TOTAL_FORMS": "9" * 9},
    "lines that are no number": {"comments-TOTAL_FORMS": "abc"},
    "a date that is none": {"date": "9999-99-99", "go_live_at": "99999"},
}


@pytest.mark.parametrize("screen", ["add", "edit", "preview_on_add", "preview_on_edit"])
def test_a_form_that_is_made_up_is_refused(client, world, screen):
    client.force_login(world.accounts["publication"])
    page, region = world.own.fresh("draft"), world.own.pages["region"]
    places = {"add": ["news", "newspage", region.pk], "edit": [page.pk]}
    url = reverse(f"wagtailadmin_pages:{screen}", args=places[screen.removeprefix("preview_on_")])
    for number, (kind, sent) in enumerate(MADE_UP.items()):
        fields = form(type(page), title=NEW_TITLE, slug=f"nouveau-{number}")
        answer = client.post(url, fields | nested_form_data(sent))
        # Wagtail passes over a comment it cannot count, and over a block it does not know.
        assert answer.status_code in (200, 302, 400), kind
        if "link to" in kind or "document" in kind:
            assert answer.status_code == 400, kind
        if answer.status_code == 200 and screen.startswith("preview"):
            assert client.get(f"{url}?mode=").status_code in (200, 400), kind


@pytest.mark.parametrize(
    "address",
    [
        "/admin/choose-page/chosen-multiple/?id=1",
        "/admin/articles/?section=" + "9" * 30,
        "/admin/articles/?region=abc&date_from=x",
        "/admin/articles/?p=abc",
        "/admin/images/?collection_id=abc",
        "/admin/documents/?collection_id=" + "9" * 30,
        "/admin/images/chooser/?collection_id=" + "9" * 30,
        "/admin/reports/workflow/?task_state=" + "9" * 30,
        "/admin/pages/search/?content_type=" + "9" * 30,
        "/admin/api/main/pages/?child_of=" + "9" * 30,
        "/admin/reports/site-history/?user=abc",
        "/admin/trace/?user=" + "9" * 30,
        "/admin/choose-page/?target_pages[]=abc",
        "/admin/api/main/pages/?offset=9223372036854775808",
        "/admin/snippets/choose/site_cms/person/chosen/abc/",
        "/admin/snippets/choose/site_cms/person/chosen-multiple/?id=abc",
    ],
)
@pytest.mark.parametrize("account", ["publication", "communication"])
def test_an_address_that_is_made_up_is_refused(client, world, address, account):
    client.force_login(world.accounts[account])
    answer = client.get(address)
    assert answer.status_code in (200, 302, 400, 403, 404)


MALFORMED = {"p": "abc", "id": "1.5", "page_type": "wagtailcore", "collection_id": "9" * 20}


def choosers():
    """Every address of the admin at which something is chosen."""
    for name, pattern in admin_urls():
        if re.search("choos|chosen|picker", name):
            whole = pattern.replace("<slug:app_label>/<slug:model_name>", "news/newspage")
            yield "/" + re.sub(r"<int:\w+>", "1", whole)


def test_no_chooser_reads_what_is_malformed(client, world):
    client.force_login(world.accounts["superuser"])
    found = list(choosers())
    assert len(found) > 50
    keyed = [re.sub(r"<str:\w+>", key, each) for each in found for key in ("é", "-1", "9" * 19)]
    sent = [each.replace("<str:pk>", "1") for each in found]
    asked = [f"{each}?{name}={value}" for each in sent for name, value in MALFORMED.items()]
    asked += [each for each in keyed if each not in found]
    answers = {address: client.get(address).status_code for address in asked}
    assert {address for address, status in answers.items() if status != 400} == set()


def test_a_version_that_is_none_is_no_error(client, world):
    client.force_login(world.accounts["communication"])
    page = world.national.fresh("content")
    url = reverse("wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, "1"])
    assert client.post(url, {"revision_id": "abc"}).status_code in (200, 302, 400)


def test_a_copy_needs_a_place(client, world):
    client.force_login(world.accounts["publication"])
    url = reverse("wagtailadmin_pages:copy", args=[world.own.pages["article"].pk])
    fields = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": ""}
    assert client.post(url, fields).status_code in (200, 302, 400)


@pytest.mark.parametrize(
    ("role", "told"),
    [("publication", "rien n’est encore programmé"), ("contribution", "quand elle aura été")],
)
def test_a_date_alone_schedules_nothing_and_the_screen_says_so(client, world, role, told):
    client.force_login(world.accounts[role])
    page = world.own.fresh("draft")
    at = timezone.localtime() + timedelta(days=3)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = form(type(page), title=NEW_TITLE, slug=page.slug, go_live_at=f"{at:%Y-%m-%d %H:%M}")
    answer = client.post(url, fields, follow=True, headers={"accept": "text/html"})
    assert told in answer.content.decode()
    assert not type(page).objects.get(pk=page.pk).approved_schedule
    answer = client.post(url, {**fields, "action-publish": "1"}, follow=True)
    assert told not in answer.content.decode() or role == "contribution"

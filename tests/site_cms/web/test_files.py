"""Files come whole with their length, or in parts; texts alone are compressed on the way."""

import gzip
from io import BytesIO

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from site_cms.web.files import FileMiddleware, TextCompressionMiddleware
from tests import factories

VIDEO = bytes(range(256)) * 1000
SIZE = len(VIDEO)


@pytest.fixture
def video(db):
    return factories.document("film.mp4", VIDEO)


@pytest.fixture
def picture(db):
    return factories.image().get_rendition("width-40")


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_file_comes_whole_with_its_length(client, video):
    response = client.get(video.url, headers={"accept-encoding": "gzip, br"})
    assert body(response) == VIDEO
    assert response["Content-Length"] == str(SIZE)
    assert response["Accept-Ranges"] == "bytes" and response["ETag"]
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        # What Safari begins with.
        ("bytes=0-1", 0, 1),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=100000-200000", 100_000, 200_000),
        (f"bytes={SIZE - 10}-{SIZE + 10}", SIZE - 10, SIZE - 1),
        ("bytes=-10", SIZE - 10, SIZE - 1),
        (f"bytes=-{SIZE * 2}", 0, SIZE - 1),
    ],
)
def test_a_part_comes_where_one_is_asked_for(client, video, asked, first, last):
    response = client.get(video.url, headers={"range": asked, "accept-encoding": "gzip"})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response["Content-Length"] == str(last - first + 1)
    assert response["Content-Type"] == "video/mp4"
    assert body(response) == VIDEO[first : last + 1]


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE + 5}-{SIZE + 9}", "bytes=-0"])
def test_who_asks_beyond_the_end_is_told_where_it_is(client, video, asked):
    response = client.get(video.url, headers={"range": asked})
    assert (response.status_code, body(response)) == (416, b"")
    assert response["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=-", "bytes=0-1,4-5", "lines=0-1", "bytes=x-y", "bytes=٣-٤", ""]
)
def test_what_means_nothing_changes_nothing(client, video, asked):
    response = client.get(video.url, headers={"range": asked})
    assert (response.status_code, response["Content-Length"]) == (200, str(SIZE))
    assert body(response) == VIDEO


def test_a_part_belongs_to_the_file_as_it_was_or_the_whole_is_sent(client, video):
    whole = client.head(video.url)
    known = [(whole["ETag"], 206), (whole["Last-Modified"], 206)]
    other = [('"other"', 200), (f"W/{whole['ETag']}", 200), ("Mon, 30 Nov 2026 08:00:00 GMT", 200)]
    for validator, status in known + other:
        headers = {"range": "bytes=0-9", "if-range": validator}
        assert (validator, client.get(video.url, headers=headers).status_code) == (
            validator,
            status,
        )


def test_who_has_the_file_is_told_so_whatever_part_he_asks_for(client, video):
    headers = {"range": "bytes=0-9", "if-none-match": client.head(video.url)["ETag"]}
    assert client.get(video.url, headers=headers).status_code == 304


def test_head_says_what_get_would_and_opens_nothing_for_long(client, video, picture):
    for url in (video.url, picture.url):
        head, whole = client.head(url), client.get(url)
        assert body(head) == b"" and not head.streaming
        assert head["Content-Length"] == whole["Content-Length"] == str(len(body(whole)))


def test_pictures_come_in_parts_too_and_uncompressed(client, picture):
    whole = client.get(picture.url, headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in whole.headers
    content = body(whole)
    part = client.get(picture.url, headers={"range": "bytes=10-19"})
    assert (part.status_code, body(part)) == (206, content[10:20])
    assert "immutable" in part["Cache-Control"]


@pytest.mark.parametrize("asked", [{}, {"range": "bytes=0-9"}])
def test_a_private_file_gives_no_part_of_itself(client, db, asked):
    private = Collection.get_first_root_node().add_child(name="Réservée")
    document = factories.document("film.mp4", VIDEO, collection=private)
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    url = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    response = client.get(url, headers=asked)
    assert response.status_code == 302 and VIDEO[:10] not in body(response)
    factories.user("camille", "Communication")
    client.login(username="camille", password=factories.PASSWORD)
    response = client.get(url, headers=asked)
    assert response.status_code == (206 if asked else 200)
    assert "private" in response["Cache-Control"]
    assert body(response) == (VIDEO[:10] if asked else VIDEO)


# --- The middlewares by themselves ------------------------------------------------------------


def through(middleware, response, **headers):
    return middleware(lambda request: response)(RequestFactory().get("/", headers=headers))


def test_the_file_is_closed_with_its_part():
    file = BytesIO(VIDEO)
    response = through(FileMiddleware, FileResponse(file), range="bytes=0-9")
    assert not file.closed
    response.close()
    assert file.closed


def test_an_answer_to_head_has_a_length_and_no_body():
    content = b"Bonjour. " * 100
    for headers in ({}, {"accept_encoding": "gzip"}):
        request = RequestFactory().head("/", headers=headers)
        response = TextCompressionMiddleware(lambda request: HttpResponse(content))(request)
        length = int(response["Content-Length"])
        assert response.content == b"" and (length < len(content)) == bool(headers)


@pytest.mark.parametrize(
    ("kind", "is_compressed"),
    [
        ("text/html; charset=utf-8", True),
        ("application/geo+json", True),
        ("image/png", False),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False),
    ],
)
def test_texts_are_compressed_and_nothing_else(kind, is_compressed):
    content = b"Bonjour. " * 100
    response = HttpResponse(content, content_type=kind)
    response = through(TextCompressionMiddleware, response, accept_encoding="gzip")
    assert (response.get("Content-Encoding") == "gzip") == is_compressed
    assert (gzip.decompress(response.content) if is_compressed else response.content) == content

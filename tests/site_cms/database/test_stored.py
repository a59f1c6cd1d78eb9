"""No half of a file stays, and no file of an act that failed."""

import errno
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.signals import post_save

from site_cms.database.stored import files_of_the_act
from site_cms.models import SiteImage
from site_cms.rights.boundary import national_collection
from tests.factories import PASSWORD, picture, user

pytestmark = pytest.mark.once


class FullDisk(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


def fail(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def files(settings):
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_half_a_file_goes_and_another_of_the_name_stays(settings):
    default_storage.save("documents/a.txt", ContentFile(b"whole"))
    with pytest.raises(OSError, match="No space"):
        default_storage.save("documents/a.txt", FullDisk(b""))
    (left,) = files(settings)
    assert left.read_bytes() == b"whole"


def test_a_file_stays_with_the_act_and_goes_with_it(settings):
    with files_of_the_act():
        default_storage.save("documents/a.txt", ContentFile(b"whole"))
    with pytest.raises(ZeroDivisionError), files_of_the_act():
        default_storage.save("documents/b.txt", ContentFile(b"whole"))
        raise ZeroDivisionError
    assert [path.name for path in files(settings)] == ["a.txt"]


@pytest.mark.parametrize("is_whole", [True, False])
def test_an_upload_that_fails_leaves_neither_row_nor_file(
    client, transactional_db, settings, request, is_whole
):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    client.raise_request_exception = False
    if not is_whole:
        # Its file is written, and so is its row.
        post_save.connect(fail, sender=SiteImage)
        request.addfinalizer(lambda: post_save.disconnect(fail, sender=SiteImage))
    upload = ContentFile(picture("carre.png"), name="carre.png")
    sent = {"title": "Carré", "collection": national_collection().pk, "file": upload}
    response = client.post("/admin/images/add/", sent)
    assert response.status_code == (302 if is_whole else 507)
    assert SiteImage.objects.exists() is is_whole and bool(files(settings)) is is_whole
    if not is_whole:
        html = response.content.decode()
        assert "Espace de stockage plein" in html and 'value="Carré"' in html
        assert "Les fichiers joints seront à choisir de nouveau." in html


def cut(name, **options):
    data = picture(name, **options)
    return data[: len(data) * 2 // 3]


BROKEN = [
    ("photo.jpg", cut("photo.jpg", quality=100)),
    ("carre.png", cut("carre.png")),
    ("carre.png", picture("carre.png")[:30]),
    ("carre.png", b"%PDF-1.4"),
    ("carre.png", b""),
]


@pytest.mark.parametrize(("screen", "field"), [("add", "file"), ("multiple/add", "files[]")])
def test_a_broken_picture_leaves_no_file(client, transactional_db, settings, screen, field):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    sent = {"title": "Cassée", "collection": national_collection().pk}
    for name, data in BROKEN:
        sent[field] = ContentFile(data, name=name)
        assert client.post(f"/admin/images/{screen}/", sent).status_code == 200
        assert not SiteImage.objects.exists() and files(settings) == [], (name, data[:8])


def test_files_that_are_dropped_on_a_screen_are_answered_in_words(
    client, transactional_db, monkeypatch
):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    client.raise_request_exception = False

    monkeypatch.setattr("wagtail.images.views.multiple.AddView.post", fail)
    response = client.post("/admin/images/multiple/add/", {"title": "x"})
    assert response.status_code == 200
    told = response.json()
    assert told["success"] is False and "plein" in told["error_message"]

"""Photographs as they are stored: without the place they were taken at."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from site_cms.models import SiteImage
from tests import factories
from tests.factories import picture


def where(data):
    with Image.open(BytesIO(data)) as photo:
        return photo.getexif().get_ifd(IFD.GPSInfo)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp", "photo.avif"])
def test_no_file_of_a_photograph_says_where_it_was_taken(db, name):
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (48.0, 51.0, 29.0)
    exif[Base.Copyright] = "Camille Durand"
    assert where(picture(name, exif=exif))
    photo = factories.image(name, exif=exif)
    assert not where(photo.file.open().read())
    for spec in ("original", "width-40", "width-40|format-webp", "width-40|format-avif"):
        assert not where(photo.get_rendition(spec).file.read())


def test_a_photograph_without_a_position_is_stored_as_it_came(db):
    exif = Image.Exif()
    exif[Base.Copyright] = "Camille Durand"
    assert factories.image(exif=exif).file.open().read() == picture(exif=exif)


def test_a_photograph_that_forgot_its_position_keeps_its_author_and_its_side_up(db):
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (48.0, 51.0, 29.0)
    exif[Base.Copyright], exif[Base.Orientation] = "Camille Durand", 6
    photo = factories.image(exif=exif)
    with Image.open(photo.file.open()) as stored:
        assert stored.getexif() == {Base.Copyright: "Camille Durand", Base.Orientation: 6}
    rendition = photo.get_rendition("width-30")
    assert (rendition.width, rendition.height) == (30, 40)


# A profile is kept as it is, whatever it says.
PROFILE = b"\0" * 128 + b"un profil"


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp"])
def test_a_photograph_that_forgot_its_position_keeps_its_colours(db, name):
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (48.0, 51.0, 29.0)
    photo = factories.image(name, exif=exif, icc_profile=PROFILE)
    with Image.open(photo.file.open()) as stored:
        assert stored.info["icc_profile"] == PROFILE


def moving(name):
    views = [Image.new("RGB", (64, 48), colour) for colour in ("#000091", "#e1000f")]
    output = BytesIO()
    kind = Image.registered_extensions()[name[name.rindex(".") :]]
    views[0].save(output, kind, save_all=True, append_images=views[1:], duration=100)
    return ImageFile(ContentFile(output.getvalue()), name=name)


@pytest.mark.parametrize("name", ["vagues.gif", "vagues.webp"])
def test_what_moves_is_refused_in_words(db, name):
    with pytest.raises(ValidationError, match="est animée"):
        SiteImage(title="Vagues", file=moving(name), collection_id=1).full_clean()


def test_a_file_that_takes_the_place_of_another_has_another_address(db):
    first, second = b"%PDF-1.4 un", b"%PDF-1.4 deux"
    document, urls = factories.document(data=first), []
    for data in (second, first, second):
        urls.append(document.url)
        document.file.storage.delete(document.file.name)
        document.file = ContentFile(data, name="dossier.pdf")
        document.file_hash = ""
        document.save()
    assert urls[0] == urls[2] != urls[1] == document.url
    assert document.url.endswith(".pdf") and "/dossier-" in document.url


def test_a_picture_never_takes_the_address_of_one_that_is_gone(db):
    first = factories.image(quality=90)
    names = [first.file.name, first.get_rendition("width-30").file.name]
    for name in names:
        first.file.storage.delete(name)
    other = factories.image(quality=20)
    assert not {other.file.name, other.get_rendition("width-30").file.name} & set(names)


def test_a_long_name_keeps_what_tells_it_from_others(db):
    names = {factories.image(f"{'a' * 120}.jpg", quality=q).file.name for q in (20, 90)}
    assert len(names) == 2 and all("-" in name[-13:] for name in names)

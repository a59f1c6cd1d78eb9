"""`make bench`: what pages cost at several sizes (docs/performance.md).

Works on a database of its own: SQLite unless DATABASE_URL names another, empty one. The content is
the demonstration, repeated until there are as many articles as asked (bench/content.py). Asserts
nothing about time: it prints tables in Markdown. All it writes lies in a temporary folder.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    FOLDER = tempfile.TemporaryDirectory(prefix="bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(FOLDER.name) / 'bench.sqlite3'}")
    # Settings of tests make a folder of their own in it, each time they are read.
    os.environ["TMPDIR"] = tempfile.tempdir = os.environ["BENCH_FOLDER"] = FOLDER.name
    for name in ("media", "static"):
        (Path(FOLDER.name) / name).mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils import translation

from site_cms.models import User
from site_cms.rights.roles import COMMUNICATION

from .content import Content, load_demonstration
from .run import Run
from .tables import print_tables

SIZES = "100,10000,100000"


def _numbers(text):
    return sorted(int(number) for number in text.split(","))


def options(given):
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="articles, by commas")
    parser.add_argument(
        "--pages",
        type=lambda text: text.split(","),
        default=[],
        help="their names, or parts of them, by commas",
    )
    parser.add_argument("--pioneers", type=int, default=2_000)
    parser.add_argument("--territories", type=int, default=500)
    parser.add_argument(
        "--seconds", type=float, default=2, help="for one figure, at most one run more"
    )
    parser.add_argument(
        "--minutes", type=float, default=25, help="for all; then what is left is left out"
    )
    parser.add_argument(
        "--port", type=int, default=0, help="of the loopback, for HTTP; any free one"
    )
    return parser.parse_args(given)


def main(given):
    chosen = options(given)
    translation.activate("fr")
    say("Migrating, and loading the demonstration")
    call_command("migrate", verbosity=0, interactive=False)
    load_demonstration(lambda step: say(f"  {step}"))
    account = User.objects.create_user("bench", "bench@example.org")
    account.groups.add(*account.groups.model.objects.filter(name=COMMUNICATION))
    content, runs = Content(), []
    end = time.monotonic() + chosen.minutes * 60
    for size in chosen.sizes:
        begun = time.monotonic()
        content.grow(size, chosen.pioneers, chosen.territories)
        say(f"{size:,} articles stand there after {time.monotonic() - begun:.0f} s more")
        runs.append(Run(size, chosen, account, end, say).done())
    print_tables(connection.vendor, runs)


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Processes of their own that work on the test's database, to be watched, or killed."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection
from django_tasks_db.management.commands.db_worker import Worker

from site_cms.tasks.work import BACKEND, new_worker_id, tasks
from tests.programs import wait_for as wait_for


def environment(**more):
    """What another process needs to work on the test's database."""
    name = str(connection.settings_dict["NAME"])
    url = os.environ.get("DATABASE_URL")
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    settings_name = "site_cms.settings.test"
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": settings_name, **more}


def start(*args, **more):
    """Start Python with these arguments; `more` goes into its environment."""
    return subprocess.Popen(
        [sys.executable, *args],
        env=environment(**more),
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )


def manage(*args, **more):
    return start("manage.py", *args, **more)


def work_off(most=None):
    """Do here, now, what waits for the worker, or as many tasks of it."""
    options = {"interval": 0, "batch": True, "startup_delay": False, "max_tasks": None}
    queues = {"queue_names": ["*"], "excluded_queue_names": [], "backend_name": BACKEND}
    worker = Worker(worker_id=new_worker_id(0), **options, **queues)
    # Not `worker.run()`, which closes the connection: the test may be in a transaction.
    for _task in count() if most is None else range(most):
        if not (row := tasks().ready().first()):
            return
        row.claim(worker.worker_id)
        worker.run_task(row)


@contextmanager
def running(process):
    """A process that is gone after the block, whatever happens in it."""
    try:
        yield process
    finally:
        kill(process)


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

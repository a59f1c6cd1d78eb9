"""The worker: runs tasks one after another, says that it lives, takes up what others left.

The loop itself is django-tasks-db's. It ends when the database goes away, and leaves a killed
worker's task marked as running for ever: this is what is added.
"""

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from threading import Event, Thread

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from site_cms.models import WorkerPulse
from site_cms.tasks.mail import forget_old
from site_cms.tasks.work import BACKEND, new_worker_id, prune, take_up, tasks

BEAT = 3  # seconds
HOUR = 3600
# No task of ours takes longer; one that does is stuck, and holds up all others.
LONGEST = timedelta(minutes=30)
logger = logging.getLogger(__name__)


def work(stands: Callable[[], bool] = lambda: True):
    """Run tasks until a signal comes, or what the worker stands beside has ended."""
    numbers = count()
    while stands():
        with Pulse(next(numbers), stands) as pulse:
            try:
                _run_tasks(pulse.worker_id)
                return
            except DatabaseError as error:
                # It restarts, say, or is taken: the loop goes on.
                logger.warning("Worker: begins again after %s", type(error).__name__)
        time.sleep(1)


def _run_tasks(worker_id):
    # Quiet: what fails is told by `take_up`, with what will become of it.
    options = ("--queue-name=*", "--no-reload", "--no-startup-delay", "--verbosity=0")
    call_command("db_worker", f"--backend={BACKEND}", f"--worker-id={worker_id}", *options)


class Pulse(Thread):
    """Beats beside the tasks of one worker, however long they take."""

    def __init__(self, number, stands):
        super().__init__(daemon=True)
        # A name for each beginning: what an earlier one left is nobody's.
        self.worker_id = new_worker_id(number)
        self.stands, self.ended = stands, Event()
        self.is_well, self.is_idle, self.tidied = True, True, -HOUR

    def __enter__(self):
        self.beat()
        self.start()
        return self

    def __exit__(self, *error):
        self.ended.set()
        self.join()

    def run(self):
        while not self.ended.wait(BEAT):
            self.beat()
            # A second signal would stop a task half-way: Ctrl-C has reached the worker too.
            if self.is_idle and not self.stands():
                os.kill(os.getpid(), signal.SIGTERM)
        self._say_farewell()
        connection.close()

    def beat(self):
        """Say that the worker lives, and keep the tasks in order; one line for an outage."""
        close_old_connections()
        try:
            WorkerPulse.objects.update_or_create(
                worker_id=self.worker_id, defaults={"beat_at": timezone.now()}
            )
            self._keep_order()
            self.is_well = True
        except Exception as error:
            if self.is_well:
                logger.warning("Worker: no pulse, %s", type(error).__name__)
            self.is_well, self.is_idle = False, True

    def _keep_order(self):
        take_up()
        mine = [row for row in tasks().running() if row.worker_ids[-1] == self.worker_id]
        self.is_idle = not mine
        for row in mine:
            if timezone.now() - row.started_at > LONGEST:
                logger.critical("Worker: %s is stuck; the process ends", row.task_path)
                os._exit(1)
        if time.monotonic() - self.tidied > HOUR:
            prune()
            forget_old()
            self.tidied = time.monotonic()

    def _say_farewell(self):
        try:
            WorkerPulse.objects.filter(worker_id=self.worker_id).delete()
        except Exception as error:
            logger.warning("Worker: no farewell, %s", type(error).__name__)

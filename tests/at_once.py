"""Many threads at work at once, as in one process of the server."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections


def at_once(*jobs, turn=1e-5):
    """Run each job in a thread of its own, all from the same moment; return what each answers.

    Threads take turns of so many seconds: very short, so that what they share shows soon; longer
    where there is much to do, or they do little but take turns.
    """
    start = Barrier(len(jobs))

    def run(job):
        start.wait()
        try:
            return job()
        finally:
            connections.close_all()

    turns = sys.getswitchinterval()
    sys.setswitchinterval(turn)
    try:
        with ThreadPoolExecutor(len(jobs)) as pool:
            return list(pool.map(run, jobs))
    finally:
        sys.setswitchinterval(turns)

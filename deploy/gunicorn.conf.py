"""How gunicorn serves the site: `gunicorn site_cms.wsgi --config deploy/gunicorn.conf.py`.

The environment says what differs between two machines; docs/production.md tells of each figure.
"""

import os
import shutil
import tempfile
from pathlib import Path

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WORKERS", "4"))
worker_class = "gthread"
threads = int(os.environ.get("THREADS", "4"))

# Longer than the proxy keeps a connection (nginx: 60 s): else it sends into one that is closing.
keepalive = 75
# A worker whose main loop says nothing for this long is replaced. Requests have their own limits.
timeout = 60
# How long a worker that is told to end goes on with what it is at.
graceful_timeout = 30
# Whatever grows in a process ends with it; not in all of them at the same moment.
max_requests = 20_000
max_requests_jitter = 4_000
# Heartbeats are written to memory: a full or slow disk must not look like a stuck worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (memory)
control_socket_disable = True
# The site writes a line for each request.
accesslog = None
errorlog = "-"

# Where the processes count for /metrics; begun anew with the server.
_counts = os.environ.setdefault(
    "PROMETHEUS_MULTIPROC_DIR", str(Path(tempfile.gettempdir()) / f"site-metrics-{os.getpid()}")
)


def on_starting(server):
    shutil.rmtree(_counts, ignore_errors=True)
    Path(_counts).mkdir(parents=True)


def child_exit(server, worker):
    from prometheus_client import multiprocess  # noqa: PLC0415 (reads the folder as it loads)

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server):
    shutil.rmtree(_counts, ignore_errors=True)

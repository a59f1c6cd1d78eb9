import logging
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from site_cms.tasks.scheduler import run_schedule
from site_cms.tasks.work import process_runs

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Publish and take offline what is due, once; with --every, again and again."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, metavar="SECONDS", help="run again after that")
        parser.add_argument(
            "--beside", type=int, metavar="PID", help="with --every: end when that process ends"
        )

    def handle(self, *args, every, beside, **options):
        if every is None:
            return self._once()
        while self._runs(beside):
            self._once_more()
            self._wait(every, beside)
        return None

    def _once(self):
        run = run_schedule()
        if not run:
            return
        summary = f"Published {run.published}, expired {run.expired}, failed {run.failed}."
        if run.failed:
            raise CommandError(summary)
        if run.published or run.expired:
            self.stdout.write(summary)

    def _once_more(self):
        """Run once; whatever goes wrong (a database restarting…), the loop goes on."""
        close_old_connections()
        try:
            self._once()
        except CommandError as failed:
            self.stderr.write(str(failed))
        except Exception:
            logger.exception("Schedule: the run was cut short")

    def _wait(self, seconds, beside):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._runs(beside):
            time.sleep(min(0.5, seconds))

    def _runs(self, pid):
        return pid is None or process_runs(pid)

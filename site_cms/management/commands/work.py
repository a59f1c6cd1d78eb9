from django.core.management.base import BaseCommand

from site_cms.tasks.work import process_runs
from site_cms.tasks.worker import work


class Command(BaseCommand):
    help = "Do what need not be done before an answer: send mail, read files…"

    def add_arguments(self, parser):
        parser.add_argument("--beside", type=int, metavar="PID", help="end when that process ends")

    def handle(self, *args, beside, **options):
        work(lambda: beside is None or process_runs(beside))

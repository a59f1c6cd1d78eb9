"""What is done once a night: things that have been kept as long as settings.KEPT says are removed.

Each step stands by itself: one that fails holds up no other, is logged, and is told at the end.
"""

import logging
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.management.commands.purge_revisions import purge_revisions
from wagtail.models import ModelLogEntry, PageLogEntry

from site_cms.keeping.orphans import remove_orphans
from site_cms.models import PublicFormPage
from site_cms.search import misses
from site_cms.tasks import mail
from site_cms.words.durations import kept_since

logger = logging.getLogger(__name__)


def forget_answers():
    for model in apps.get_models():
        if issubclass(model, PublicFormPage):
            model.outdated_answers().delete()


def forget_acts():
    for model in (PageLogEntry, ModelLogEntry):
        model.objects.filter(timestamp__lt=kept_since("trace")).delete()


def forget_revisions():
    """Wagtail keeps those that are online, the last of all, and what is scheduled or reviewed."""
    purge_revisions(days=(timezone.now() - kept_since("revisions")).days)


def forget_logins():
    UserSession.objects.filter(created_at__lt=kept_since("logins")).delete()


def forget_sessions():
    """Those that are over, and the counters of guesses that say nothing any more."""
    call_command("clearsessions")


STEPS: tuple[Callable[[], None], ...] = (
    forget_answers,
    forget_acts,
    forget_revisions,
    forget_logins,
    misses.forget_old,
    mail.forget_old,
    forget_sessions,
    remove_orphans,
)


def tidy() -> list[str]:
    """Take every step; return what went wrong."""
    wrong = []
    for step in STEPS:
        try:
            with transaction.atomic():
                step()
        except Exception as error:
            name = f"{step.__module__}.{step.__qualname__}"
            logger.exception("Nightly: %s failed", name)
            wrong.append(f"{name}: {type(error).__name__}")
    return wrong

"""Sessions that end: after a while without an act, after a day's work, and for good.

Django's own, in the database. Its age (`SESSION_COOKIE_AGE`) is how long nobody acted; how long
somebody has been in is looked at whenever a session is read, wherever that happens.
"""

import time

from allauth.core import context
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends import db
from django.dispatch import receiver

from site_cms.accounts.limits import forget_empty
from site_cms.models import AccountSession

SINCE, SEEN = "in_since", "seen_at"
# An act is noted once a minute: each would write the session.
NOTED_EVERY = 60
# What a page left open asks by itself is no act.
BY_ITSELF = {"wagtailadmin_editing_sessions:ping"}


class SessionStore(db.SessionStore):
    """A session that is over is read as an empty one, and is gone."""

    @classmethod
    def get_model_class(cls):
        return AccountSession

    @classmethod
    def clear_expired(cls):
        """Every night, `manage.py clearsessions`: the counters of guesses that say nothing, too."""
        super().clear_expired()
        forget_empty()

    def create_model_instance(self, data):
        session = super().create_model_instance(data)
        session.account_id = data.get(SESSION_KEY)
        return session

    def load(self):
        data = super().load()
        if SESSION_KEY in data and time.time() - data.get(SINCE, 0) > settings.SESSION_LONGEST:
            self.delete(self.session_key)
            self._session_key = None
            return {}
        return data


@receiver(user_logged_in)
def begin(request, **kwargs):
    request.session[SINCE] = time.time()


def note_act(request):
    """Begin anew to count how long nobody acts."""
    now = time.time()
    is_act = request.resolver_match.view_name not in BY_ITSELF
    if is_act and now - request.session.get(SEEN, 0) > NOTED_EVERY:
        request.session[SEEN] = now


def end_sessions(account, but_mine=True):
    """End all sessions of an account for good; the one that asks for it stays, if it is its own."""
    ended = AccountSession.objects.filter(account_id=account.pk)
    if but_mine and (mine := _own_session(account)):
        ended = ended.exclude(session_key=mine)
    ended.delete()


def _own_session(account):
    request = context.request
    if request is None or not hasattr(request, "session") or not hasattr(request, "user"):
        return None
    return request.session.session_key if request.user.pk == account.pk else None

"""Mail: put down with the act that causes it, sent beside it, never twice.

A message is marked as being sent before its words go to the server. If the worker is killed, or the
connection cut, between that moment and the server's answer, nobody knows whether it has left: it is
not sent again by itself, the desk shows it, and people decide. Before that moment, and when the
server has said no, it is tried again for a day.
"""

import logging
import smtplib
from base64 import b64decode, b64encode
from datetime import timedelta
from email.utils import formatdate

from django.conf import settings
from django.core.mail import DNS_NAME, EmailMultiAlternatives, get_connection, make_msgid
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from site_cms.models import OutgoingMail
from site_cms.tasks.smtp import NothingTaken
from site_cms.tasks.work import beside
from site_cms.words.durations import kept_since

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 780))
TRIED_FOR = sum(PAUSES, timedelta())
# While a server is known to hang, nobody waits for it once more.
AWAY_FOR = timedelta(seconds=50)
# No dialogue takes that long: its worker is gone.
DIALOGUE = timedelta(minutes=5)
AWAY, REFUSED, INTERRUPTED = OutgoingMail.Trouble
# The server's own answer: it has not taken the message.
ANSWERS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
logger = logging.getLogger(__name__)


class NotSent(Exception):
    """A message has not left, and may be tried again. Says no address: it is logged."""


class QueueBackend(BaseEmailBackend):
    """Puts messages down, in the transaction of the act, for the worker to send."""

    def send_messages(self, email_messages):
        with transaction.atomic():
            return len([queue(message) for message in email_messages if message.recipients()])


def queue(message) -> OutgoingMail:
    """Put a message down. What cannot be sent at all (a header of two lines…) is refused here."""
    headers = {name.lower() for name in message.extra_headers}
    if "message-id" not in headers:
        message.extra_headers["Message-ID"] = make_msgid(domain=DNS_NAME)
    if "date" not in headers:
        message.extra_headers["Date"] = formatdate()
    whole = message.message()
    mail = OutgoingMail.objects.create(
        message=_packed(message), message_id=whole["Message-ID"], queued_at=timezone.now()
    )
    deliver.enqueue(mail.pk)
    return mail


def send_again(mail: OutgoingMail):
    """Send what has not left, or perhaps has: somebody has decided to."""
    waiting = OutgoingMail.objects.filter(pk=mail.pk, sent_at=None)
    with transaction.atomic():
        if waiting.update(
            sending_at=None, failed_at=None, trouble="", detail="", queued_at=timezone.now()
        ):
            deliver.enqueue(mail.pk)


def in_trouble() -> QuerySet:
    """Return the messages that have not left, or perhaps have, and why, the oldest first."""
    stopped = Q(sending_at__lt=timezone.now() - DIALOGUE)
    return OutgoingMail.objects.filter(~Q(trouble="") | stopped, sent_at=None)


def forget_old():
    """Remove what is known of messages that were put down long enough ago."""
    old = OutgoingMail.objects.filter(queued_at__lt=kept_since("mail"))
    if lost := old.filter(sent_at=None).count():
        logger.error("Mail: %s messages never left, and are now removed", lost)
    old.delete()


@beside(pauses=PAUSES, repeats=True)
def deliver(key):
    """Send one message, if nobody has, or perhaps has."""
    mail = OutgoingMail.objects.filter(pk=key, sent_at=None).first()
    if not mail:
        return
    if mail.sending_at:
        _note(mail, INTERRUPTED)
        return
    connection = _open(mail)
    try:
        # Two workers at once: one of them.
        unsent = OutgoingMail.objects.filter(pk=key, sent_at=None, sending_at=None)
        if unsent.update(sending_at=timezone.now()):
            _send(mail, connection)
    finally:
        connection.close()


def _open(mail):
    """Return an open connection to the server: so far, nothing has been said of the message."""
    tried = OutgoingMail.objects.filter(trouble=AWAY, failed_at__gt=timezone.now() - AWAY_FOR)
    if tried.exclude(detail="").exclude(pk=mail.pk).exists():
        _note(mail, AWAY)
        raise NotSent("the server was away a moment ago")
    connection = get_connection(settings.EMAIL_SENDING_BACKEND)
    try:
        connection.open()
    except Exception as error:
        _note(mail, AWAY, error)
        raise NotSent(f"no connection: {type(error).__name__}") from None
    return connection


def _send(mail, connection):
    try:
        connection.send_messages([_unpacked(mail.message)])
    except NothingTaken as error:
        _note(mail, AWAY, error, sending_at=None)
        raise NotSent("the dialogue ended before the words") from None
    except ANSWERS as answer:
        _note(mail, REFUSED, answer, sending_at=None)
        code = getattr(answer, "smtp_code", "")
        raise NotSent(f"refused: {type(answer).__name__} {code}".strip()) from None
    except Exception as error:
        # Whatever cut it short, the message may have left.
        _note(mail, INTERRUPTED, error)
    else:
        OutgoingMail.objects.filter(pk=mail.pk).update(
            sent_at=timezone.now(), sending_at=None, trouble="", detail="", message={}
        )


def _note(mail, trouble, error=None, **changes):
    """Keep what went wrong, for the desk. The log gets no address."""
    kind = type(error).__name__ if error else ""
    OutgoingMail.objects.filter(pk=mail.pk).update(
        trouble=trouble,
        detail=f"{kind}: {error}" if error else "",
        failed_at=timezone.now(),
        **changes,
    )
    logger.warning("Mail %s: %s %s", mail.message_id, trouble.name.lower(), kind)


_LISTS = ("to", "cc", "bcc", "reply_to")


def _packed(message):
    """Return all of a message that JSON can hold."""
    attached = [(name, content, kind) for name, content, kind in message.attachments]
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "subtype": message.content_subtype,
        "from_email": str(message.from_email),
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "alternatives": [list(each) for each in getattr(message, "alternatives", ())],
        "attachments": [[name, _letters(content), kind] for name, content, kind in attached],
        **{name: [str(address) for address in getattr(message, name)] for name in _LISTS},
    }


def _letters(content):
    data = content if isinstance(content, bytes) else content.encode()
    return b64encode(data).decode()


def _unpacked(packed):
    attached = [(name, b64decode(data), kind) for name, data, kind in packed["attachments"]]
    plain = {name: packed[name] for name in ("subject", "body", "from_email", "headers", *_LISTS)}
    message = EmailMultiAlternatives(
        **plain, alternatives=packed["alternatives"], attachments=attached
    )
    message.content_subtype = packed["subtype"]
    return message

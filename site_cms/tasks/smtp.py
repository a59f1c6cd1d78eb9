"""Django's mail by SMTP, which also says when nothing was taken.

A server that hangs up, or says nothing more, before it is given the words of a message has not
taken it: it may be tried again. From then on nobody can tell.
"""

import smtplib

from django.core.mail.backends import smtp


class NothingTaken(smtplib.SMTPException):
    """The dialogue ended before the words of the message were given."""


class _Careful:
    words_given = False

    def sendmail(self, *args, **kwargs):
        self.words_given = False
        try:
            return super().sendmail(*args, **kwargs)
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
            # The server's own answer, which is an OSError too.
            raise
        except OSError as error:
            if self.words_given:
                raise
            raise NothingTaken(str(error)) from error

    def data(self, msg):
        self.words_given = True
        return super().data(msg)


class _Smtp(_Careful, smtplib.SMTP):
    pass


class _SmtpWithTls(_Careful, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self):
        return _SmtpWithTls if self.use_ssl else _Smtp

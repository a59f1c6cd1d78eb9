"""Django's backend for PostgreSQL, of which a server does not wait for ever (patience.py)."""

from types import SimpleNamespace

import psycopg
from django.db.backends.postgresql import base

from .patience import DatabaseHangs, patience

# PostgreSQL's own limits on what a server asks of it, in milliseconds: of a statement, of waiting
# for what another has locked, of a transaction that does nothing.
SERVER_LIMITS = {
    "statement_timeout": 20_000,
    "lock_timeout": 5_000,
    "idle_in_transaction_session_timeout": 60_000,
}


class Connection(psycopg.Connection):
    @classmethod
    def connect(cls, *args, **kwargs):
        patience.refuse_to_wait()
        return super().connect(*args, **kwargs)

    def wait(self, gen, *args, **kwargs):
        patience.refuse_to_wait()
        try:
            return super().wait(patience.waiting(gen), *args, **kwargs)
        except DatabaseHangs:
            # The answer may still come, and would be taken for that to another question.
            self.pgconn.finish()
            raise


class DatabaseWrapper(base.DatabaseWrapper):
    # What Django calls of the driver, the way to connect apart.
    Database = SimpleNamespace(**{**vars(psycopg), "connect": Connection.connect})

    def get_connection_params(self):
        params = super().get_connection_params()
        if patience.is_short:
            limits = (f"-c {name}={value}" for name, value in SERVER_LIMITS.items())
            params["options"] = " ".join([params.get("options", ""), *limits])
        return params

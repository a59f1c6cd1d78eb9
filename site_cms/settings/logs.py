"""How what happens is told, whatever way the site is run."""

from pythonjsonlogger.core import RESERVED_ATTRS

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        # One object per line; what a record carries in `extra` comes with it.
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": ["levelname", "name", "message"],
            "rename_fields": {"levelname": "level", "name": "logger", "exc_info": "exception"},
            "timestamp": "time",
            "json_ensure_ascii": False,
            "reserved_attrs": [*RESERVED_ATTRS, "request"],
        },
    },
    "filters": {
        "request": {"()": "site_cms.seen.logs.WithRequestId"},
        "outage": {"()": "site_cms.seen.logs.OneLineForAnOutage"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["outage", "request"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}

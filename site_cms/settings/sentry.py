"""Errors to a Sentry server, where SENTRY_DSN names one: where in the code, and nothing of anybody.

Its package is not among those the site needs: requirements/sentry.txt.
"""

from django.core.exceptions import ImproperlyConfigured

# All that may leave of what was being answered.
_OF_REQUEST = ("method",)


def without_people(event: dict, hint=None) -> dict:
    """Leave out who asked, for what, and what was being worked on."""
    request = event.get("request", {})
    event["request"] = {name: request[name] for name in _OF_REQUEST if name in request}
    for name in ("user", "breadcrumbs", "extra", "server_name", "logentry"):
        event.pop(name, None)
    for error in event.get("exception", {}).get("values", ()):
        # A message quotes values: "Key (email)=(…) already exists".
        error.pop("value", None)
    return event


def start_sentry(dsn: str, environment: str):
    try:
        import sentry_sdk  # noqa: PLC0415 (not installed where it is not used)
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTRY_DSN is set and sentry-sdk is not installed: requirements/sentry.txt"
        ) from error
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=without_people,
    )

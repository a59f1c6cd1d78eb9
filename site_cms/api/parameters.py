"""What may be asked of the API: a parameter that means nothing is a 400 with its reason."""

from django.conf import settings
from wagtail.api.v2.utils import BadRequestError

OFFSET_MAX = 100_000
PARAMETER_MAX = 300
KEY_MAX = 18


def refuse_bad(query):
    """Refuse what no address understands, whatever else it is asked for."""
    for name, values in query.lists():
        if len(values) > 1:
            raise BadRequestError(f"{name[:PARAMETER_MAX]} is given more than once")
        if name == "type" and not values[0]:
            raise BadRequestError("type is empty")
        if len(values[0]) > PARAMETER_MAX:
            raise BadRequestError(f"{name[:PARAMETER_MAX]} is too long")
    # Nested fields would let one request ask for pages of pages of pages.
    if "(" in query.get("fields", ""):
        raise BadRequestError("nested fields are not supported")
    if not _is_number(query.get("offset", "0"), OFFSET_MAX):
        raise BadRequestError(f"offset must be a number up to {OFFSET_MAX}")
    languages = [code for code, _name in settings.LANGUAGES]
    if query.get("locale", languages[0]) not in languages:
        raise BadRequestError(f"locale must be one of {', '.join(languages)}")


def refuse_others(query, known):
    """Refuse what an address does not understand that gives one thing."""
    if unknown := sorted(set(query) - set(known)):
        names = ", ".join(unknown)[:PARAMETER_MAX]
        raise BadRequestError(f"query parameter is not an operation or a recognised field: {names}")


def refuse_bad_search(query, names):
    """Refuse to find what was not named, or by a key that is none."""
    if not any(name in query for name in names):
        raise BadRequestError(f"one of these is needed: {', '.join(sorted(names))}")
    if not _is_number(query.get("id", "0"), 10**KEY_MAX):
        raise BadRequestError("id must be a positive integer")


def _is_number(text, most):
    return text.isascii() and text.isdigit() and int(text[:PARAMETER_MAX]) <= most

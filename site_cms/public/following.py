"""What feeds and calendars say of a page, so that whoever follows it knows it again."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid5

# What neither XML nor iCalendar can hold, and what a paste may bring.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# For what was never published as editors do: before anything there is to follow.
NEVER = datetime(2018, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedForm:
    """One form in which a feed can be read: its name, that of its URL, and its media type."""

    name: str
    url_name: str
    media_type: str


# The room that writes a feed registers its forms; pages offer them in this order.
FEED_FORMS: list[FeedForm] = []


def register_feed(form: FeedForm) -> FeedForm:
    FEED_FORMS.append(form)
    return form


def printable(text: str) -> str:
    """Return a text without the control characters that would break a feed or a calendar."""
    return _CONTROLS.sub("", text)


def stable_id(page) -> str:
    """Return an identifier of a page in its language, whatever its address becomes."""
    return str(uuid5(page.translation_key, page.locale.language_code))


def revised_at(page) -> datetime:
    """Return when the public first read the page as it is now."""
    return (page.last_published_at or page.first_published_at or NEVER).replace(microsecond=0)

"""From the plain data of the content modules to what rich text and StreamField store."""

import json
import re
from uuid import uuid4

_NOT_DIGITS = re.compile(r"[^\d.]")
_PAGE_LINK = re.compile(r'<a data-page="([^"]+)"')


def rich_text(html: str, pages: dict) -> str:
    """Return `html` with its `data-page` links made into Wagtail's page links."""
    return _PAGE_LINK.sub(lambda match: f'<a linktype="page" id="{pages[match[1]].pk}"', html)


def stream(blocks: list, pages: dict) -> str:
    """Return the JSON of a StreamField for a list of (block name, value) pairs."""
    return json.dumps(
        [{"type": name, "value": _value(name, value, pages)} for name, value in blocks]
    )


def _value(name, value, pages):
    convert = _CONVERTERS.get(name)
    value = convert(value, pages) if convert else value
    if not isinstance(value, dict):
        return value
    return {key: _items(part) if isinstance(part, list) else part for key, part in value.items()}


def _items(values: list) -> list:
    """Give the items of a list the names by which translations find them again."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def _cards(value, pages):
    return value | {"pages": [pages[key].pk for key in value["pages"]]}


def _button(value, pages):
    return {"label": value["label"], "page": pages[value["page"]].pk, "url": ""}


def _accordion(value, pages):
    return value | {"items": [_callout(item, pages) for item in value["items"]]}


def _callout(value, pages):
    return value | {"text": rich_text(value["text"], pages)}


def _table(value, pages):
    columns = [{"type": "text", "heading": heading} for heading in value["columns"]]
    rows = [{"values": row} for row in value["rows"]]
    return {"caption": value["caption"], "table": {"columns": columns, "rows": rows}}


_CONVERTERS = {
    "paragraph": rich_text,
    "cards": _cards,
    "button": _button,
    "accordion": _accordion,
    "callout": _callout,
    "table": _table,
}


def sources(pairs: list) -> str:
    return stream([("source", {"label": label, "url": url}) for label, url in pairs], {})


def indicators(entries: list) -> str:
    """Return the indicators that have a year; a figure without one is no measurement."""
    dated = [entry for entry in entries if entry["year"]]
    plain = [entry | {"value": _NOT_DIGITS.sub("", entry["value"])} for entry in dated]
    return stream([("indicator", entry) for entry in plain], {})

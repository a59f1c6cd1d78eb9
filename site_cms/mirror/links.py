"""The links in what was copied: of pages, style sheets, sitemaps, feeds and the web manifest."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser

_IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_IN_XML = re.compile(r"https?://[^\s<>\"']+")
# Attributes that hold an address, whatever the element.
_HOLDING = {"href", "src", "poster", "data-src"}
# … and what a <meta> holds, if it is this: pictures for networks.
_META = {"og:image"}


def links_in(kind: str, body: bytes) -> Iterator[str]:
    """Yield the links of a body of some media type; none where nobody would look for any."""
    read = reader_for(kind)
    return read(body.decode("utf-8", "replace")) if read else iter(())


def reader_for(kind: str) -> Callable[[str], Iterator[str]] | None:
    kind = kind.partition(";")[0].strip()
    return _of_xml if kind.endswith("xml") else _READERS.get(kind)


def _of_page(text):
    reader = _Page()
    reader.feed(text)
    return iter(reader.links)


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.links += [given[name] for name in _HOLDING & given.keys() if given[name]]
        for candidate in (given.get("srcset") or "").split(","):
            self.links += candidate.split()[:1]
        if tag == "meta" and given.get("property") in _META:
            self.links.append(given.get("content") or "")


def _of_style(text):
    return (found for found in _IN_STYLE.findall(text) if not found.startswith("data:"))


def _of_xml(text):
    return map(unescape, _IN_XML.findall(text))


def _of_manifest(text):
    return (icon["src"] for icon in json.loads(text).get("icons", []))


_READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "text/html": _of_page,
    "text/css": _of_style,
    "application/manifest+json": _of_manifest,
}

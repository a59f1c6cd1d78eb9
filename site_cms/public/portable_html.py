"""HTML that is read away from the site: in a feed reader, a mail, another page.

What pages show is written for our own stylesheet and scripts. Here only the meaning stays: a list
of elements and attributes that any reader understands, with addresses that work from anywhere.
"""

import nh3
from bs4 import BeautifulSoup

from site_cms.public.following import printable

_TEXT = ("a", "b", "br", "cite", "del", "em", "i", "img", "strong", "sub", "sup")
_LISTS = ("dd", "dl", "dt", "li", "ol", "ul")
_TABLES = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_PARTS = ("blockquote", "div", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "p")
_RENAMED = {"summary": "h4", "h1": "h2"}
_KEPT = {*_TEXT, *_LISTS, *_TABLES, *_PARTS, *_RENAMED}
# With all they hold: what runs, asks, draws or loads.
_RUN = ("noscript", "script", "style", "template", "title")
_ASKED = ("button", "form", "select", "textarea")
_DRAWN = ("frame", "iframe", "math", "object", "svg")
_REMOVED = {*_RUN, *_ASKED, *_DRAWN}
_ATTRIBUTES = {
    "*": {"lang", "hidden"},
    "a": {"href", "hreflang", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"scope", "colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_WITHOUT_ADDRESS = "a:not([href]), img:not([src^=http])"


def portable(html: str, base: str) -> str:
    """Return the HTML with the elements that mean something, and addresses made whole."""
    clean = nh3.clean(
        printable(html),
        tags=_KEPT,
        clean_content_tags=_REMOVED,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        url_relative=("rewrite_with_base", base),
        link_rel=None,
    )
    soup = BeautifulSoup(clean, "html.parser")
    for element in soup.select("[hidden]"):
        element.decompose()
    for element in soup.select(_WITHOUT_ADDRESS):
        element.unwrap()
    for element in soup.find_all(_RENAMED.keys()):
        element.name = _RENAMED[element.name]
    return soup.decode(formatter="minimal").strip()

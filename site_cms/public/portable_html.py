"""HTML that is read away from the site: in a feed reader, a mail, another page.

What pages show is written for our own stylesheet and scripts. Here only the meaning stays: a list
of elements and attributes that any reader understands, with addresses that work from anywhere.
"""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import PreformattedString

from site_cms.public.following import printable

_TEXT = ("a", "b", "br", "cite", "del", "em", "i", "img", "strong", "sub", "sup")
_LISTS = ("dd", "dl", "dt", "li", "ol", "ul")
_TABLES = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_PARTS = ("blockquote", "div", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "p")
_KEPT = {*_TEXT, *_LISTS, *_TABLES, *_PARTS}
# With all they hold: what runs, asks, draws or loads.
_RUN = ("base", "link", "meta", "noscript", "script", "style", "template", "title")
_ASKED = ("button", "form", "input", "select", "textarea")
_DRAWN = ("embed", "frame", "iframe", "math", "object", "source", "svg", "track")
_REMOVED = {*_RUN, *_ASKED, *_DRAWN}
_RENAMED = {"summary": "h4", "h1": "h2"}
_ATTRIBUTES = {
    "a": {"href", "hreflang", "lang", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"scope", "colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"a": {"http", "https", "mailto", "tel"}, "img": {"http", "https"}}
_ADDRESS = {"a": "href", "img": "src"}


def portable(html: str, base: str) -> str:
    """Return the HTML with the elements that mean something, and addresses made whole."""
    soup = BeautifulSoup(printable(html), "html.parser")
    # Comments, and declarations of any kind, which are comments to the parser.
    for comment in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()
    for element in soup.find_all(True):
        if not element.decomposed:
            _settle(element, base)
    return soup.decode(formatter="minimal").strip()


def _settle(element, base):
    """Keep the element, keep only what it holds, or remove both."""
    name = _RENAMED.get(element.name, element.name)
    if name in _REMOVED or element.has_attr("hidden"):
        element.decompose()
        return
    element.name = name
    if name not in _KEPT or not _has_address(element, base):
        element.unwrap()
        return
    allowed = _ATTRIBUTES.get(name, set()) | {"lang"}
    element.attrs = {key: value for key, value in element.attrs.items() if key in allowed}


def _has_address(element, base) -> bool:
    """Make the address of a link or picture whole; a link without one is its words only."""
    attribute = _ADDRESS.get(element.name)
    if attribute is None:
        return True
    address = _joined(base, element.get(attribute) or "")
    element[attribute] = address
    return urlsplit(address).scheme in _SCHEMES[element.name] if address else False


def _joined(base, address):
    """The address as seen from `base`; "" for none, or one that is no address."""
    try:
        return urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:
        return ""

"""What no screen in French may say: English, agreements left to the reader, words of developers.

`stock_words` looks at a sentence, `left_over` at all that a screen shows.
"""

import json
import re

from bs4 import BeautifulSoup

_STOCK = [
    # « supprimé(e) », « Version(s) », « ce(tte) », « le/la »
    r"\w\((?:e|s|x|es|aux|la|tte|e\)\(s)\)",
    r"\b(?:le/la|ce/cette|il/elle)\b",
    # What Python calls things
    r"\b(?:None|True|False|undefined|null)\b",
    # What developers call things
    r"\bfragments?\b|\bsnippets?\b|\bslugs?\b|\bworkflows?\b|\bmod[ée]rat\w*",
    r"\bsegments?\b|\bfichiers? PO\b|\bpages? enfants?\b|\b[Ss]ynchronis\w*|\b[Ss]ync\b",
    # Words that French does not have
    r"\b(?:the|this|that|these|those|with|and|of|your|you|are|is|was|were|has|have|been|not|cannot)\b",
    r"\b(?:add|edit|delete|remove|save|choose|select|search|show|hide|view|new|used|unused|none)\b",
    r"\b(?:status|locale|history|settings|language|title|name|user|users|unknown|untitled|latest)\b",
    # Tags and entities that the reader would see
    r"</?[a-z]+(?: [a-z-]+=[^>]*)?/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);",
]
STOCK = re.compile("|".join(_STOCK), re.IGNORECASE)
# What is said in the tongue of another page, or of machines.
_UNSPOKEN = "script, style, code, [lang=en], [data-side-panel-toggle-counter]"
_SPOKEN = (
    "title",
    "aria-label",
    "placeholder",
    "alt",
    "aria-description",
    "data-w-tooltip-content-value",
)


def stock_words(line: str) -> list[str]:
    return [found.group() for found in STOCK.finditer(line)]


def left_over(answer) -> list[tuple[str, str]]:
    """Return the stock words that a screen shows, each with the line it stands in."""
    return [(word, line) for line in spoken(_html_of(answer)) for word in stock_words(line)]


def _html_of(answer) -> str:
    """Return the HTML of an answer: of a window in JSON too, none of a file or a script."""
    kind = answer.get("Content-Type", "")
    if answer.streaming or not kind.startswith(("text/html", "application/json")):
        return ""
    text = answer.content.decode()
    if kind.startswith("text/html"):
        return text
    said = json.loads(text)
    return said.get("html", "") if isinstance(said, dict) else ""


def spoken(html: str) -> list[str]:
    """Return the lines that a screen shows or says."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select(_UNSPOKEN):
        tag.decompose()
    lines = [*soup.stripped_strings]
    for tag in soup.find_all(True):
        lines += [tag[name] for name in _SPOKEN if tag.get(name)]
        if tag.name == "input" and tag.get("type") in ("submit", "button"):
            lines.append(tag.get("value", ""))
    return lines

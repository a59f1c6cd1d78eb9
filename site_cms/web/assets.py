"""One stylesheet and one script for the public site, built from the DSFR and from static/.

The DSFR is large; this keeps the rules of the classes that our templates and code name, the
icons and fonts they show, and writes the result under var/assets/, where static files are found.
"""

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path
from urllib.parse import quote

import tinycss2
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from site_cms.web.css import is_group, joined, parsed, prune, split, walk, without_unused_variables

PREFIX = "assets"
DIST = settings.DSFR_DIR / "static" / "dsfr" / "dist"
STYLES = ("core/core", "scheme/scheme", "component/component", "utility/icons/icons")
SCRIPTS = ("core/core", "scheme/scheme") + tuple(
    f"component/{name}/{name}" for name in ("modal", "header", "navigation", "display")
)
LICENCE = "/*! DSFR | MIT | French State sites only: https://www.systeme-de-design.gouv.fr */\n"
# Copied beside the stylesheet: weights of the only type family, and icons for the browser.
FILES = {
    "fonts/Marianne-Regular.woff2": "fonts/Marianne-Regular.woff2",
    "fonts/Marianne-Medium.woff2": "fonts/Marianne-Medium.woff2",
    "fonts/Marianne-Bold.woff2": "fonts/Marianne-Bold.woff2",
    "favicon.svg": "favicon/favicon.svg",
    "favicon.ico": "favicon/favicon.ico",
    "apple-touch-icon.png": "favicon/apple-touch-icon.png",
    "icon-192.png": "favicon/android-chrome-192x192.png",
    "icon-512.png": "favicon/android-chrome-512x512.png",
}
BUILT = ("site.css", "site.js", "site.webmanifest")

_DARK = "[data-fr-theme=dark]"
_NO_THEME = ":root:not([data-fr-theme])"
_WIDE = "@media (min-width:48em){}"
_SYSTEM_DARK = "@media (prefers-color-scheme:dark){%s{}}"
_CLASS = re.compile(r"\b(?:fr|aria)-[\w-]+")
# A word of a script is a class only in quotes: toggle() is none.
_WORD = re.compile(r"[\"'`]([a-z][\w-]+)[\"'`]")
_SOURCE_MAP = re.compile(r"^\s*//# sourceMappingURL=.*$", re.MULTILINE)


class BundleFinder(BaseFinder):
    """Serves what `build` made, to runserver, live tests and collectstatic alike."""

    def find(self, path, find_all=False, **kwargs):
        find_all = kwargs.get("all", find_all)
        prefix, _, name = Path(path).as_posix().partition("/")
        if prefix != PREFIX or name not in (*FILES, *BUILT):
            return []
        found = str(build() / name)
        return [found] if find_all else found

    def list(self, ignore_patterns):
        storage = FileSystemStorage(location=build())
        storage.prefix = PREFIX
        for name in (*BUILT, *FILES):
            if not matches_patterns(name, ignore_patterns):
                yield name, storage

    def check(self, **kwargs):
        return []


def build() -> Path:
    """Return the folder of the built files, made anew if a source has changed since."""
    target = settings.VAR_DIR / PREFIX
    stamp = target / "stamp"
    state = _state_of_sources()
    if stamp.exists() and stamp.read_text() == state:
        return target
    for name, source in FILES.items():
        _write(target / name, (DIST / source).read_bytes())
    _write(target / "site.css", stylesheet().encode())
    _write(target / "site.js", script().encode())
    _write(target / "site.webmanifest", json.dumps(_manifest()).encode())
    _write(stamp, state.encode())
    return target


def stylesheet() -> str:
    """Return the DSFR's rules the site has a use for, then our own."""
    ours = parsed("".join(path.read_text() for path in _own("css")))
    dsfr = parsed("".join(_css_path(name).read_text() for name in STYLES))
    dsfr = [_where_it_is_seen(rule) for rule in dsfr if _is_kept_font(rule)]
    dsfr = prune(dsfr, *_named())
    dsfr = _dark_without_script(without_unused_variables(dsfr, ours))
    _settle_addresses(dsfr)
    css = tinycss2.serialize(dsfr).replace("Marianne,arial", "Marianne,Marianne-fallback,arial")
    return LICENCE + css + re.sub(r"\s*\n\s*", "\n", tinycss2.serialize(ours))


def script() -> str:
    """Return the DSFR modules in use and our own, each in a block: all declare the same names."""
    code = (_SOURCE_MAP.sub("", path.read_text()) for path in [*_scripts(), *_own("js")])
    return "".join(f"{{{text.strip()}\n}}\n" for text in code)


def _scripts() -> list[Path]:
    return [DIST / f"{name}.module.min.js" for name in SCRIPTS]


def _own(kind: str) -> list[Path]:
    return sorted((settings.BASE_DIR / "static" / kind).glob(f"*.{kind}"))


def _css_path(name: str) -> Path:
    main = DIST / f"{name}.main.min.css"
    return main if main.exists() else DIST / f"{name}.min.css"


def _code_files() -> list[Path]:
    """The files in which a class of icon may be named."""
    rooms = [settings.BASE_DIR / room for room in settings.HOUSE]
    templates = [path for room in rooms for path in room.glob("templates/**/*.html")]
    return sorted([*templates, *(path for room in rooms for path in room.rglob("*.py"))])


def _named():
    """Return two tests: whether templates, code or the DSFR's own scripts name a class, and
    whether they name one that begins in some way. States stand in templates from the start.

    "fr-badge--" before a template's braces names all that begin so; scripts say "modal--opened"
    for fr-modal--opened.
    """
    code = " ".join(path.read_text() for path in _code_files())
    scripts = " ".join(path.read_text() for path in _scripts())
    names = {*_CLASS.findall(code), *(f"fr-{word}" for word in _WORD.findall(scripts))}
    beginnings = tuple(name for name in names if name.endswith("--"))
    return (
        lambda name: name in names or name.startswith(beginnings),
        lambda beginning: any(name.startswith(beginning) for name in names),
    )


def _is_kept_font(rule) -> bool:
    """Keep three upright weights of Marianne in woff2: browsers slant them for italics."""
    if rule.type != "at-rule" or rule.lower_at_keyword != "font-face":
        return True
    rule.content = joined(map(_woff2_only, split(rule.content, ";")), ";")
    face = tinycss2.serialize(rule.content)
    return "Marianne;" in face and "style:normal" in face and "weight:300" not in face


def _where_it_is_seen(rule):
    """Leave Medium to wider screens: a phone fetches two weights, and Regular stands for it."""
    if rule.type != "at-rule" or "weight:500" not in tinycss2.serialize(rule.content or []):
        return rule
    (wide,) = parsed(_WIDE)
    wide.content = [rule]
    return wide


def _woff2_only(declaration):
    sources = split(declaration, ",")
    return joined((s for s in sources if ".woff)" not in tinycss2.serialize(s)), ",")


def _dark_without_script(rules) -> list:
    """Repeat a dark rule for a system in dark mode, until the script has set a theme."""
    found = []
    for rule in rules:
        found.append(rule)
        selector = tinycss2.serialize(rule.prelude)
        if is_group(rule):
            rule.content = _dark_without_script(rule.content)
        elif _DARK in selector:
            selector = selector.replace(f":root{_DARK}", _NO_THEME).replace(_DARK, _NO_THEME)
            (system,) = parsed(_SYSTEM_DARK % selector)
            system.content[0].content = rule.content
            found.append(system)
    return found


def _settle_addresses(rules):
    """Put icons into the stylesheet itself; fonts stand beside it."""
    for token in walk(rules):
        if token.type == "url" and not token.value.startswith("data:"):
            path = token.value.lstrip("./")
            token.value = _data(DIST / path) if path.endswith(".svg") else path
            token.representation = f'url("{token.value}")'


def _data(path: Path) -> str:
    svg = path.read_text().strip().replace('"', "'").replace("\n", "")
    return "data:image/svg+xml," + quote(svg, safe=" ='/:;,-.")


def _manifest() -> dict:
    icons = [{"src": f"icon-{n}.png", "sizes": f"{n}x{n}", "type": "image/png"} for n in (192, 512)]
    return {
        "name": settings.WAGTAIL_SITE_NAME,
        "short_name": settings.WAGTAIL_SITE_NAME,
        "description": "L’accélérateur national d’innovation sociale",
        "lang": settings.LANGUAGE_CODE,
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
    }


def _state_of_sources() -> str:
    files = [*map(_css_path, STYLES), *_scripts(), *_own("css"), *_own("js"), *_code_files()]
    seen = [f"{path}:{path.stat().st_mtime_ns}:{path.stat().st_size}" for path in files]
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def _write(path: Path, content: bytes):
    """Write a file in one step: another process may be reading or building at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)

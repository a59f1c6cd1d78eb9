"""The picture shown with a shared link, drawn for each page that has none of its own.

It is drawn from the title at the first request and kept. Its address carries a digest of what is
written on it: nobody can have other words drawn, and caches may keep it for good.
"""

import hashlib
import re
import unicodedata
from functools import cache
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw, ImageFont

from site_cms.models import visible_pages

SIZE = WIDTH, HEIGHT = 1200, 630
# What is shared of a page that has an image of its own.
SHARE_IMAGE = f"fill-{WIDTH}x{HEIGHT}|format-jpeg"
# To be raised with every change of the drawing: addresses change with it.
VERSION = 2
FOLDER = "partage"
NAME = "French Impact"
_FONTS = settings.DSFR_DIR / "static" / "dsfr" / "dist" / "fonts"
_MOTIF = settings.BASE_DIR / "static" / "img" / "partage.png"
_MOTIF_WIDTH = 300
_MARGIN = 72
_TITLE_BOX = (WIDTH - _MOTIF_WIDTH - 2 * _MARGIN, 350)
_TITLE_SIZES = range(72, 35, -4)
_LINE = 1.2
# A non-breaking space is none of them.
_BLANKS = re.compile(r"[ \t\r\n]+")
# What has no look of its own: formats, controls, what belongs to nobody, selectors of variants.
_UNSEEN = {"Cf", "Cc", "Cn", "Co", "Cs", "Mn"}
_NO_SIGN = "\uffff"
_BLUE, _GREY, _WHITE = "#000091", "#3a3a3a", "#ffffff"


def address_of(page) -> str:
    """Return the path of the page's picture; it costs no query."""
    return reverse("share_picture", args=[page.pk, _digest(page.title, _tagline(page))])


@require_safe
def share_picture(request, key, digest):
    """Answer with the picture of a public page, or lead from a former address to the present."""
    page = visible_pages().select_related("locale").filter(pk=int(key)).first()
    if page is None:
        raise Http404
    tagline = _tagline(page)
    if digest != _digest(page.title, tagline):
        return redirect(address_of(page))
    response = HttpResponse(_kept(page, digest, tagline), content_type="image/png")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _tagline(page) -> str:
    with translation.override(page.locale.language_code):
        return _("L’accélérateur national d’innovation sociale")


def _digest(*words: str) -> str:
    return hashlib.sha256("\n".join([str(VERSION), *words]).encode()).hexdigest()[:16]


def _kept(page, digest, tagline) -> bytes:
    """Return the picture from where it is kept; put it there, and remove what it replaces."""
    folder = f"{FOLDER}/{page.pk}"
    path = f"{folder}/{digest}.png"
    if default_storage.exists(path):
        with default_storage.open(path) as file:
            return file.read()
    content = draw(page.title, tagline)
    former = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
    default_storage.save(path, ContentFile(content))
    for name in former:
        default_storage.delete(f"{folder}/{name}")
    return content


def draw(title: str, tagline: str) -> bytes:
    """Return the picture as PNG: the same bytes for the same words."""
    picture = Image.new("RGB", SIZE, _WHITE)
    picture.paste(_motif(), (WIDTH - _MOTIF_WIDTH, 0))
    pen = ImageDraw.Draw(picture)
    pen.text((_MARGIN, _MARGIN), NAME, _BLUE, _font("Bold", 36), anchor="lt")
    font, lines = _fitted(drawable(title))
    step = font.size * _LINE
    top = (HEIGHT - step * len(lines)) / 2
    for number, line in enumerate(lines):
        pen.text((_MARGIN, top + number * step), line, _GREY, font, anchor="la")
    pen.text((_MARGIN, HEIGHT - _MARGIN), tagline, _GREY, _font("Regular", 28), anchor="ls")
    output = BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(output, "PNG", optimize=True)
    return output.getvalue()


@cache
def _motif():
    with Image.open(_MOTIF) as picture:
        return picture.convert("RGB").crop((WIDTH - _MOTIF_WIDTH, 0, WIDTH, HEIGHT))


def drawable(title: str) -> str:
    """Return a title in letters that the font has: the nearest ones, or none for emoji."""
    return "".join(_nearest(sign) for sign in unicodedata.normalize("NFC", title)).strip()


@cache
def _nearest(sign: str) -> str:
    if sign.isspace():
        return sign
    if unicodedata.category(sign) in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKD", sign)
    candidates = (sign, plain, plain[:1])
    return next((text for text in candidates if all(map(_is_drawn, text))), "")


@cache
def _is_drawn(sign):
    font = _font("Bold", min(_TITLE_SIZES))
    return bytes(font.getmask(sign)) != bytes(font.getmask(_NO_SIGN))


@cache
def _font(weight: str, size: int):
    return ImageFont.truetype(str(_FONTS / f"Marianne-{weight}.woff2"), size)


def _fitted(text: str):
    """The largest letters in which the title fits, and its lines; at the smallest it is cut."""
    width, height = _TITLE_BOX
    for size in _TITLE_SIZES:
        font = _font("Bold", size)
        lines = _wrapped(text, font, width)
        room = int(height / (size * _LINE))
        if len(lines) <= room and all(font.getlength(line) <= width for line in lines):
            return font, lines
    kept = [_cut(line, font, width) for line in lines[:room]]
    if len(lines) > room:
        kept[-1] = _cut(f"{kept[-1]} …", font, width)
    return font, kept


def _wrapped(text, font, width):
    lines = []
    for word in _BLANKS.split(text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line, font, width):
    """Shorten a line to the width, with an ellipsis."""
    if font.getlength(line) <= width:
        return line
    line = line.removesuffix(" …")
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"

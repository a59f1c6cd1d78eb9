"""What <head> says: a title that no other screen bears, and what engines and networks are told."""

from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models import prefetch_related_objects
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.models import Site

from site_cms.public import share_pictures
from site_cms.public import structured_data as describe
from site_cms.public.structured_data import Shown, Step
from site_cms.templatetags.site_tags import ancestors, site_tree

register = template.Library()

SEPARATOR = " – "
# Many filters make a long title, whose end nobody sees.
CHOSEN_LENGTH = 80
OPEN_GRAPH_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
LOGO = "assets/icon-512.png"


@register.simple_tag(takes_context=True)
def head_title(context, title=""):
    """What a form answered, the page's name or `title`, and what part of a list is shown."""
    page = context.get("page")
    parts = [_answer(context, page), *([title] if title else _name(page or context.get("screen")))]
    return SEPARATOR.join(filter(None, [*parts, *_part(context.get("listing"))]))


def _name(page) -> list[str]:
    """The title written for engines; or else the page's own, and what tells its namesakes apart."""
    written = getattr(page, "seo_title", "")
    return [written or str(getattr(page, "title", "")), "" if written else _detail(page)]


def _detail(page) -> str:
    return str(getattr(page, "title_detail", ""))


def _answer(context, page) -> str:
    """What became of a form that was sent: a reader who hears the page hears its title first."""
    if getattr(context.get("form"), "errors", None):
        return _("Erreur")
    return str(page.sent_label) if context.get("sent") else ""


def _part(listing) -> list[str]:
    if listing is None:
        return []
    number = listing.page.number
    chosen = Truncator(", ".join(listing.choices_in_words)).chars(CHOSEN_LENGTH)
    return [chosen, _("page %(number)s") % {"number": number} if number > 1 else ""]


@register.simple_tag(takes_context=True)
def alternates(context):
    """(language, address) of each version of the page, for search engines; none for one alone.

    Only of the page itself: filtered lists and the further pages of a list have no twin.
    """
    tree, listing = site_tree(context), context.get("listing")
    is_part = listing and (listing.is_varied or listing.page.number > 1)
    if not tree or is_part:
        return []
    urls = _versions(context, tree)
    if len(urls) <= 1:
        return []
    default = urls.get(settings.LANGUAGE_CODE)
    return [*urls.items(), *([("x-default", default)] if default else [])]


def _versions(context, tree) -> dict[str, str]:
    """The address of the page, or screen, in each language that has it; a screen is in all."""
    request, page, screen = context["request"], context.get("page"), context.get("screen")
    if screen:
        codes = [root.locale.language_code for root in tree.roots if not root.alias_of_id]
        return {code: _absolute(request, screen.url_in(code)) for code in codes}
    if not page or not page.pk:
        return {}
    twins = tree.translations(page)
    if page.pk not in {twin.pk for twin in twins}:
        return {}
    return {twin.locale.language_code: twin.get_full_url(request) for twin in twins}


@register.simple_tag(takes_context=True)
def canonical_url(context):
    """The address search engines should keep: the page's own, with what the list shown depends on.

    Filters the list does not know, and whatever else stands in the address, are not part of it.
    """
    url, listing = _address(context), context.get("listing")
    if not url or listing is None:
        return url
    number = listing.page.number
    query = listing.query + (f"page={number}" if number > 1 else "")
    return f"{url}?{query.removesuffix('&')}" if query else url


def _address(context) -> str:
    """The whole address of the page or screen; "" for what has none of its own."""
    page, screen = context.get("page"), context.get("screen")
    if screen:
        return _absolute(context["request"], screen.url)
    return page.get_full_url(context["request"]) if page and page.pk else ""


@register.simple_tag(takes_context=True)
def is_kept_from_engines(context):
    """Whether engines should not list what is shown: the page asks so, or a list is filtered.

    The pages of a long list are let in: what stands on them is found through them.
    """
    page, listing = context.get("page"), context.get("listing")
    return bool(getattr(page, "noindex", False) or (listing and listing.is_varied))


@register.simple_tag(takes_context=True)
def share_image(context):
    """The picture networks show with a link to the page: its own, or else one drawn for it.

    A screen that is no page is shown with the home page's.
    """
    page = context.get("page") or site_tree(context).root
    rendition = _share_rendition(page)
    if rendition:
        path, size, kind = rendition.url, (rendition.width, rendition.height), "image/jpeg"
    else:
        path, size, kind = share_pictures.address_of(page), share_pictures.SIZE, "image/png"
    return {
        "url": _absolute(context["request"], path),
        "width": size[0],
        "height": size[1],
        "type": kind,
        "alt": page.image_alt if rendition else page.title,
    }


def _absolute(request, path):
    """The address of a file, at the site's own address; files kept elsewhere have one already."""
    site = Site.find_for_request(request)
    return urljoin(site.root_url, path) if site else request.build_absolute_uri(path)


def _share_rendition(page):
    image = getattr(page, "image", None)
    if not image:
        return None
    # One query for all the renditions of the page's image: the page itself shows it too.
    prefetch_related_objects([image], "renditions")
    try:
        return image.get_rendition(share_pictures.SHARE_IMAGE)
    except (SourceImageIOError, OSError):
        return None


@register.filter
def open_graph_locale(code: str) -> str:
    """« fr » as networks write it: « fr_FR »."""
    return OPEN_GRAPH_LOCALES.get(code, code)


@register.simple_tag(takes_context=True)
def structured_data(context, picture):
    """What the page tells machines of itself and of the site; of a screen, its `described`.

    `picture` is what share_image() found.
    """
    page, screen, tree = context.get("page"), context.get("screen"), site_tree(context)
    if not tree or not (screen or (page and page.pk)):
        return ""
    request = context["request"]
    shown = Shown(
        base=Site.find_for_request(request).root_url,
        address=_address(context),
        picture=picture["url"],
    )
    nodes = [describe.organisation(shown, _absolute(request, staticfiles_storage.url(LOGO)))]
    if page and page.pk == tree.root.pk:
        nodes.append(describe.website(shown))
    else:
        steps = [Step(title, address) for title, address in _way(context, tree)]
        nodes.append(describe.breadcrumb(shown, steps))
    nodes.append(page.structured_data(shown) if page else context.get("described"))
    return describe.script(filter(None, nodes))


def _way(context, tree):
    """(title, address) of each step from the home page to what is shown."""
    request, page, screen = context["request"], context.get("page"), context.get("screen")
    pages = [tree.root, *ancestors(context), *([page] if page else [])]
    screens = [step for step in (screen and screen.above, screen) if step]
    return [
        *((step.title, step.get_full_url(request)) for step in pages),
        *((str(step.title), _absolute(request, step.url)) for step in screens),
    ]

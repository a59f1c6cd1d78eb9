"""Tags every template may use: the site's own navigation, images in sizes, lists of cards."""

from urllib.parse import quote, urlencode, urljoin

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models import prefetch_related_objects
from django.urls import translate_url
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.models import CollectionViewRestriction, Site

from site_cms.models import PublisherSettings, is_online, visible_pages
from site_cms.public import share_pictures
from site_cms.public import structured_data as describe
from site_cms.public.routing import site_tree as load_site_tree
from site_cms.public.structured_data import Shown, Step
from site_cms.words.dates import format_day
from site_cms.words.sorting import by_name

register = template.Library()
register.filter("day", format_day)
register.filter("by_name", by_name)

FOOTER_PAGES = {
    "sitemap_page": gettext_lazy("Plan du site"),
    "accessibility_page": "",
    "legal_page": gettext_lazy("Mentions légales"),
    "privacy_page": gettext_lazy("Données personnelles"),
    "cookies_page": gettext_lazy("Gestion des cookies"),
    "contact_page": gettext_lazy("Contact"),
}
# Each preset: its sizes from large to small, how wide it shows, the format any browser reads.
OPEN_GRAPH_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
PICTURES = {
    "cover": (("fill-1200x500", "fill-640x267"), "(min-width: 78em) 1200px, 100vw", "jpeg"),
    "card": (("fill-640x360", "fill-320x180"), "(min-width: 48em) 384px, 100vw", "jpeg"),
    "inline": (("max-1200x1200", "max-640x1200"), "(min-width: 62em) 790px, 100vw", "jpeg"),
    "logo": (("max-160x120",), "160px", "png"),
}
LOGO = "assets/icon-512.png"

# --- Where we are -----------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def site_tree(context):
    """The tree of the request; None where there is no request or no site to stand on."""
    request = context.get("request")
    return load_site_tree(request) if request else None


@register.simple_tag(takes_context=True)
def publisher(context):
    """The publisher's settings; None where there is no site to have any."""
    request = context.get("request")
    if not request or not Site.find_for_request(request):
        return None
    return PublisherSettings.for_request(request)


@register.simple_tag(takes_context=True)
def menu_items(context):
    """The main menu: (page, aria-current) of each section."""
    tree = site_tree(context)
    if not tree:
        return []
    here = tree.trail[0].pk if tree.trail else None
    current = "page" if len(tree.trail) == 1 else "true"
    return [(page, current if page.pk == here else "") for page in tree.menu]


@register.simple_tag(takes_context=True)
def ancestors(context):
    """The pages between the home page and this one, for the breadcrumb."""
    tree = site_tree(context)
    page = context.get("page")
    if not tree or not page:
        return []
    return [step for step in tree.trail if step.depth < page.depth and is_online(step)]


@register.simple_tag(takes_context=True)
def first_level(context, label):
    """The first-level page of the type « app.Model », for a link to it; from the tree, no query."""
    tree = site_tree(context)
    pages = tree.children if tree else []
    found = (page for page in pages if page.specific_class and not tree.is_private(page))
    return next((page for page in found if page.specific_class._meta.label == label), None)


@register.simple_tag(takes_context=True)
def is_home(context):
    tree = site_tree(context)
    page = context.get("page")
    return bool(tree and page and page.pk == tree.root.pk)


@register.simple_tag(takes_context=True)
def languages(context):
    """Where the reader's page can be read in each language; nothing when there is no choice.

    A page that a language lacks leads to the nearest one it has, and says so in that language.
    """
    tree = site_tree(context)
    roots = [root for root in tree.roots if not root.alias_of_id] if tree else []
    if len(roots) < 2:  # noqa: PLR2004
        return []
    return [_language(context, tree, root) for root in roots]


def _language(context, tree, root):
    code = root.locale.language_code
    name = get_language_info(code)["name_local"].capitalize()
    choice = {"code": code, "name": name, "current": root.locale_id == tree.root.locale_id}
    return choice | _same_page(context, tree, root)


def _same_page(context, tree, root):
    """The address of this page in the language of `root`, and what to say when it is another."""
    request, page = context["request"], context.get("page")
    code = root.locale.language_code
    if not page or not page.pk:
        return {"url": _same_address(request, root)}
    target = tree.nearest(code) or root
    if target.translation_key != page.translation_key:
        with translation.override(code):
            note = _("Cette page n’existe pas encore dans cette langue : aller à « %(title)s »")
            return {"url": target.get_url(request), "note": note % {"title": target.title}}
    query = getattr(context.get("listing"), "query", "").rstrip("&")
    return {"url": f"{target.get_url(request)}{query and '?'}{query}"}


def _same_address(request, root):
    """The same screen of the site where it is no page: a search, say, with its words."""
    match = request.resolver_match
    if not match or match.url_name == "wagtail_serve":
        return root.get_url(request)
    return translate_url(request.get_full_path(), root.locale.language_code)


@register.simple_tag(takes_context=True)
def original_page(context):
    """The page's version in the language of the site; None where the public cannot see it."""
    tree, page = site_tree(context), context.get("page")
    versions = tree.translations(page) if tree and page else []
    return next((v for v in versions if v.locale.language_code == settings.LANGUAGE_CODE), None)


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
    if len(urls) < 2:  # noqa: PLR2004
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
def public(context, page):
    """`page` if every reader may see it, else None: what pages name may be drafts or private."""
    if not page or not page.live:
        return None
    tree = site_tree(context)
    if page.alias_of_id or tree is None:
        return page if visible_pages().filter(pk=page.pk).exists() else None
    return None if tree.is_private(page) else page


@register.simple_tag(takes_context=True)
def open_document(context, document):
    """`document` if every reader may have it, else None: its collection may be kept for some.

    On a page that is private itself it stays: those readers are asked again at the file.
    """
    tree = site_tree(context)
    if not document or (tree and not tree.is_open):
        return document
    private = _private_collections(context.get("request"))
    return None if private and document.collection.path.startswith(private) else document


def _private_collections(request):
    known = getattr(request, "_private_collections", None)
    if known is None:
        restrictions = CollectionViewRestriction.objects
        known = tuple(restrictions.values_list("collection__path", flat=True))
        if request:
            request._private_collections = known
    return known


@register.simple_tag(takes_context=True)
def page_link(context, page):
    """The attributes of a link that says a page's title: address, and language if another."""
    return _link(context, page, ' href="{0}" hreflang="{1}" lang="{1}"')


@register.simple_tag(takes_context=True)
def page_href(context, page):
    """As page_link, for a link whose words are those of the page it stands on."""
    return _link(context, page, ' href="{0}" hreflang="{1}"')


def _link(context, page, attributes):
    url, code = page.get_url(context.get("request")), foreign_language(context, page)
    return format_html(attributes, url, code) if code else format_html(' href="{}"', url)


@register.simple_tag(takes_context=True)
def foreign_language(context, page):
    """The code of the page's language, or "" when it is that of the screen."""
    tree = site_tree(context)
    if not tree or page.locale_id == tree.root.locale_id:
        return ""
    known = (root.locale for root in tree.roots if root.locale_id == page.locale_id)
    locale = next(known, None) or page.locale
    return locale.language_code


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
def may_have_user_bar(context):
    """Whether the reader sent a session: others get a page that depends on no cookie."""
    request = context.get("request")
    return bool(request) and settings.SESSION_COOKIE_NAME in request.COOKIES


# --- Footer and legal pages -------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def footer_links(context):
    """(label, page or None) for each link the footer owes, in the order it owes them."""
    settings_ = publisher(context)
    labels = FOOTER_PAGES | {"accessibility_page": _accessibility_label(context, settings_)}
    found = {name: _in_language(context, settings_, name) for name in labels}
    owed = ("accessibility_page",)
    return [(label, found[name]) for name, label in labels.items() if found[name] or name in owed]


@register.simple_tag(takes_context=True)
def contact_page(context):
    """The page through which readers write, in their language; None where there is none."""
    return _in_language(context, publisher(context), "contact_page")


def _in_language(context, publisher_settings, name):
    """The chosen page in the active language, or as chosen; None if the public cannot see it."""
    chosen = getattr(publisher_settings, name, None)
    if not chosen:
        return None
    tree = site_tree(context)
    children = tree.children if tree else []
    same = [page for page in children if page.translation_key == chosen.translation_key]
    return next(filter(None, (public(context, page) for page in (*same, chosen))), None)


def _accessibility_label(context, publisher_settings):
    """« Accessibilité : non conforme » unless a published statement proves better."""
    page = public(context, getattr(publisher_settings, "accessibility_page", None))
    statement = getattr(page, "accessibilitystatementpage", None)
    state = statement.compliance.label if statement else _("non conforme")
    return _("Accessibilité\u00a0: %(state)s") % {"state": state}


@register.simple_tag(takes_context=True)
def publisher_facts(context, kind):
    """(label, value) of each fact of one kind from the settings; an empty value is to be filled."""
    names = PublisherSettings.DETAILS.get(kind, ())
    known = publisher(context)
    fields = (PublisherSettings._meta.get_field(name) for name in names)
    return [(field.verbose_name, getattr(known, field.name, "")) for field in fields]


# --- Images -----------------------------------------------------------------------------------


@register.simple_tag
def picture(image, preset, alt="", loading="lazy", **attrs):
    """A <picture> in AVIF, WebP and a format any browser reads, with its size known in advance."""
    if not image:
        return ""
    sizes, shown, fallback = PICTURES[preset]
    formats = ("avif", "webp", fallback)
    specs = {(size, kind): f"{size}|format-{kind}" for kind in formats for size in sizes}
    try:
        renditions = image.get_renditions(*specs.values())
    except (SourceImageIOError, OSError):
        return ""  # The file is gone: a page without its picture is better than no page.
    sets = {kind: [renditions[specs[size, kind]] for size in sizes] for kind in formats}
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((kind, _srcset(sets[kind]), shown) for kind in ("avif", "webp")),
    )
    return format_html(
        "<picture>{}{}</picture>",
        sources,
        _img(sets[fallback], shown, alt=alt, loading=loading, **attrs),
    )


def _srcset(renditions):
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


def _img(renditions, shown, alt, loading, **attrs):
    largest = renditions[0]
    eager = loading == "eager"
    pairs = {
        "src": largest.url,
        "srcset": _srcset(renditions),
        "sizes": shown,
        "width": largest.width,
        "height": largest.height,
        "alt": alt or "",
        "loading": "" if eager else loading,
        "fetchpriority": "high" if eager else "",
        "decoding": "async",
    } | attrs
    kept = ((name, value) for name, value in pairs.items() if value or name == "alt")
    return format_html("<img{}>", format_html_join("", ' {}="{}"', kept))


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
def structured_data(context):
    """What the page tells machines of itself and of the site; of a screen, its `described`."""
    page, screen, tree = context.get("page"), context.get("screen"), site_tree(context)
    if not tree or not (screen or (page and page.pk)):
        return ""
    request = context["request"]
    shown = Shown(
        base=Site.find_for_request(request).root_url,
        address=_address(context),
        picture=share_image(context)["url"],
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


# --- Lists ------------------------------------------------------------------------------------


@register.inclusion_tag("components/cards.html", takes_context=True)
def cards(context, pages, level=3, images=3):
    """A grid of cards. Only the first `images` show a picture: the page has a weight to keep."""
    pages = list(pages)
    shown = [page.image for page in pages[:images] if getattr(page, "image_id", None)]
    if shown:
        prefetch_related_objects(shown, "renditions")
    return {
        "request": context.get("request"),
        "level": level,
        "cards": [(page, rank < images) for rank, page in enumerate(pages)],
    }


@register.filter
def count_in_words(total: int) -> str:
    """« Aucun résultat », « 1 résultat », « 12 résultats »."""
    if not total:
        return _("Aucun résultat")
    return ngettext("%(total)d résultat", "%(total)d résultats", total) % {"total": total}


@register.simple_tag
def without(listing, bound, value):
    """The address of a list less one of the values chosen."""
    return listing.address(but=(bound.filter.name, value))


@register.filter
def type_label(page) -> str:
    """What kind of page this is, for lists that mix them."""
    return page.specific_class._meta.verbose_name if page.specific_class else ""


# --- Files ------------------------------------------------------------------------------------


@register.filter
def file_format(document) -> str:
    return document.file_extension.upper()


@register.simple_tag
def safe_static(path):
    """As {% static %}, for the error page: it must show even when the manifest cannot be read."""
    try:
        return staticfiles_storage.url(path)
    except Exception:
        return settings.STATIC_URL + path


# --- Sharing ----------------------------------------------------------------------------------

_NETWORKS = (
    ("X", "fr-icon-twitter-x-line", "https://x.com/intent/post?"),
    ("Facebook", "fr-icon-facebook-circle-line", "https://www.facebook.com/sharer/sharer.php?"),
    ("LinkedIn", "fr-icon-linkedin-box-line", "https://www.linkedin.com/sharing/share-offsite/?"),
    ("Bluesky", "fr-icon-bluesky-line", "https://bsky.app/intent/compose?"),
)


@register.simple_tag
def share_links(url, title, hashtag=""):
    """Plain links that open a mail or a network's own form: nothing is loaded from anybody."""
    text = f"{title} #{hashtag}" if hashtag else title
    queries = {
        "X": {"url": url, "text": title} | ({"hashtags": hashtag} if hashtag else {}),
        "Facebook": {"u": url},
        "LinkedIn": {"url": url},
        "Bluesky": {"text": f"{text} {url}"},
    }
    mail = urlencode({"subject": title, "body": f"{text}\n{url}"}, quote_via=quote)
    label = _("Partager sur %(network)s (nouvelle fenêtre)")
    by_mail = {
        "label": _("Partager par courriel"),
        "icon": "fr-icon-mail-line",
        "url": f"mailto:?{mail}",
    }
    return [by_mail] + [
        {
            "label": label % {"network": name},
            "icon": icon,
            "url": address + urlencode(queries[name], quote_via=quote),
            "outside": True,
        }
        for name, icon, address in _NETWORKS
    ]


@register.filter
def with_marks(pieces):
    """A passage of a result, the words that were looked for marked."""
    marked = ((format_html("<mark>{}</mark>", text) if found else text,) for text, found in pieces)
    return format_html_join("", "{}", marked)


@register.filter
def elided(found):
    """The page numbers to link to: the ends and those around the current one."""
    return found.paginator.get_elided_page_range(found.number, on_each_side=1, on_ends=1)


@register.simple_tag
def prefetch_renditions(items) -> str:
    """Fetch in one query the renditions of the images a template is about to show."""
    images = [item["image"] for item in items if item["image"]]
    if images:
        prefetch_related_objects(images, "renditions")
    return ""


@register.simple_tag
def picture_url(image, spec="width-1200|format-webp"):
    """The address of one rendition, for attributes that take no <picture>; "" without a file."""
    if not image:
        return ""
    try:
        return image.get_rendition(spec).url
    except (SourceImageIOError, OSError):
        return ""

"""Where we are on the site: its tree, its publisher, the pages everybody may see."""

from django import template
from django.conf import settings

from site_cms.models import PublisherSettings, is_online, visible_pages
from site_cms.public.routing import site_of
from site_cms.public.routing import site_tree as load_site_tree
from site_cms.publications.memo import remembered

register = template.Library()


@register.simple_tag(takes_context=True)
def site_tree(context):
    """The tree of the request; None where there is no request or no site to stand on."""
    request = context.get("request")
    return load_site_tree(request) if request else None


@register.simple_tag(takes_context=True)
def publisher(context):
    """The publisher's settings; None where there is no site to have any."""
    request = context.get("request")
    site = site_of(request) if request else None
    return _publisher_of(site) if site else None


@remembered
def _publisher_of(site):
    return PublisherSettings.for_site(site)


@register.simple_tag(takes_context=True)
def menu_items(context):
    """The main menu: (page, aria-current) of each section."""
    tree = site_tree(context)
    if not tree:
        return []
    here = tree.section and tree.section.pk
    current = "page" if tree.is_section else "true"
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
def public(context, page):
    """`page` if every reader may see it, else None: what pages name may be drafts or private."""
    if not page or not page.live:
        return None
    tree = site_tree(context)
    if page.alias_of_id or tree is None:
        return page if visible_pages().filter(pk=page.pk).exists() else None
    return None if tree.is_private(page) else page


@register.simple_tag(takes_context=True)
def may_have_user_bar(context):
    """Whether the reader sent a session: others get a page that depends on no cookie."""
    request = context.get("request")
    return bool(request) and settings.SESSION_COOKIE_NAME in request.COOKIES

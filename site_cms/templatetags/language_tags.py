"""Languages: where a page is read in each, and links that lead from one to another."""

from django import template
from django.urls import translate_url
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from site_cms.templatetags.site_tags import site_tree
from site_cms.words.french import is_french

register = template.Library()


@register.simple_tag(takes_context=True)
def languages(context):
    """Where the reader's page can be read in each language; nothing when there is no choice.

    A page that a language lacks leads to the nearest one it has, and says so in that language.
    """
    tree = site_tree(context)
    roots = [root for root in tree.roots if not root.alias_of_id] if tree else []
    if len(roots) <= 1:
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
    return next((v for v in versions if is_french(v.locale.language_code)), None)


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

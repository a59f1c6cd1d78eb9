"""What the publisher of a site owes its readers: the links of the footer, and who answers."""

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from site_cms.models import PublisherSettings
from site_cms.public.licence import LICENCE
from site_cms.templatetags.site_tags import public, publisher, site_tree
from site_cms.words.durations import all_durations

register = template.Library()
# In each language; a page that is shown when the database is away owes them too.
last_links: dict[str, list[tuple[str, str]]] = {}
FOOTER_PAGES = {
    "sitemap_page": gettext_lazy("Plan du site"),
    "accessibility_page": "",
    "legal_page": gettext_lazy("Mentions légales"),
    "privacy_page": gettext_lazy("Données personnelles"),
    "cookies_page": gettext_lazy("Gestion des cookies"),
    "contact_page": gettext_lazy("Contact"),
}


@register.simple_tag(takes_context=True)
def footer_links(context):
    """(label, page or None) for each link the footer owes, in the order it owes them."""
    settings_ = publisher(context)
    labels = FOOTER_PAGES | {"accessibility_page": _accessibility_label(context, settings_)}
    found = {name: _in_language(context, settings_, name) for name in labels}
    owed = ("accessibility_page",)
    links = [(label, found[name]) for name, label in labels.items() if found[name] or name in owed]
    links = _in_chosen_order(context, links)
    last_links[get_language()] = [(str(label), getattr(page, "url", "")) for label, page in links]
    return links


def _in_chosen_order(context, links):
    """What communication has chosen, in its order, other pages by their titles; then the rest."""
    tree = site_tree(context)
    chosen = tree.first_level(tree.footer_keys) if tree else []
    owed = {page.translation_key: (label, page) for label, page in links if page}
    first = [owed.get(page.translation_key, (page.title, page)) for page in chosen]
    return [*first, *(link for link in links if link not in first)]


@register.simple_tag
def licence_address():
    return LICENCE["path"]


@register.simple_tag
def last_footer_links():
    """(label, address or "") of the same, as this process last wrote them: it asks nothing."""
    unknown = _("Accessibilité\u00a0: %(state)s") % {"state": _("non conforme")}
    return last_links.get(get_language(), [(unknown, "")])


@register.simple_tag(takes_context=True)
def contact_page(context):
    """The page through which readers write, in their language; None where there is none."""
    return _in_language(context, publisher(context), "contact_page")


@register.simple_tag(takes_context=True)
def kept_data(context, page):
    """What the site keeps, and how long: on the page of personal data, in every language."""
    told_on = getattr(publisher(context), "privacy_page", None)
    is_it = told_on and told_on.translation_key == page.translation_key
    return all_durations() if is_it else []


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

"""What stands around pages: the banners of the moment."""

from django import template

from site_cms.models import banners_now
from site_cms.templatetags.site_tags import site_tree

register = template.Library()


@register.simple_tag(takes_context=True)
def banners(context):
    """The banners for where the reader is; in a preview, the one that is being written."""
    if "banners" in context:
        return context["banners"]
    tree = site_tree(context)
    pages = (tree.root, tree.above, *tree.trail) if tree else ()
    keys = {page.translation_key for page in pages if page}
    return [banner for banner in banners_now() if banner.stands_on(keys)]

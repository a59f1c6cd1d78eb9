from django import template

from site_cms.keeping import mirrored

register = template.Library()


@register.simple_tag(takes_context=True)
def mirrored_at(context):
    """The date of the copy that a page is made for; None in a page of the site itself."""
    return mirrored.mirrored_at(context.get("request"))

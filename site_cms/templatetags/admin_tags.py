from django import template
from wagtail.models import Page

from site_cms import links

register = template.Library()


@register.simple_tag(takes_context=True)
def linking_pages(context):
    """The pages that link to the page a confirmation screen is about; None for anything else."""
    page = context.get("page")
    # Screens about several pages hold each in a dictionary.
    page = page.get("item") if isinstance(page, dict) else page
    return links.linking_pages(page, context["request"].user) if isinstance(page, Page) else None

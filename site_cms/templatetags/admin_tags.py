import json

from django import template
from wagtail.models import Page

from site_cms import links
from site_cms.translatable import ADDRESS
from site_cms.translation_cascade import following
from site_cms.translations import translation_of
from site_cms.twins import address_to_come

register = template.Library()


@register.simple_tag(takes_context=True)
def linking_pages(context):
    """The pages that link to the page a confirmation screen is about; None for anything else."""
    page = context.get("page")
    # Screens about several pages hold each in a dictionary.
    page = page.get("item") if isinstance(page, dict) else page
    return links.linking_pages(page, context["request"].user) if isinstance(page, Page) else None


@register.simple_tag(takes_context=True)
def translations_along(context):
    """The translations that the pages of a bulk action would take along, in their order."""
    action, user = context["view"].action_type, context["request"].user
    pages = [one["item"] for one in context["items"]]
    twins = [twin for one in following(pages, action, user) for twin in one.twins]
    # What is no longer tied to its original is published on its own.
    return [twin for twin in twins if action != "publish" or translation_of(twin)]


@register.simple_tag
def editor_props(props, instance):
    """What the segment editor shows, with the address of the translation for that of the page."""
    shown = json.loads(props)
    if isinstance(instance, Page):
        for segment in shown["segments"]:
            if segment["contentPath"] == ADDRESS:
                segment["value"] = address_to_come(instance)
    return json.dumps(shown)

"""What the templates of the admin ask about the reader, links, translations and bulk actions."""

import json

from django import template
from django.urls import reverse
from wagtail.admin.templatetags.wagtailadmin_tags import bulk_action_choices
from wagtail.models import Page

from site_cms.admin import links
from site_cms.rights import reader
from site_cms.rights.rules import refused_bulk_actions
from site_cms.translation.cascade import following
from site_cms.translation.fields import ADDRESS
from site_cms.translation.marks import show_marks
from site_cms.translation.twins import address_to_come
from site_cms.translation.work import translation_of

register = template.Library()
register.filter(reader.is_told_of)
register.filter(reader.name_for_reader)


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
    show_marks(shown)
    if isinstance(instance, Page):
        for segment in shown["segments"]:
            if segment["contentPath"] == ADDRESS:
                segment["value"] = address_to_come(instance)
    return json.dumps(shown)


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def allowed_bulk_actions(context, app_label, model_name):
    """What may be done with several things at once, without what the account would be refused."""
    offered = bulk_action_choices(context, app_label, model_name)
    if (app_label, model_name) == ("wagtailcore", "page"):
        actions = refused_bulk_actions(context["request"].user)
        refused = {_bulk_url(app_label, model_name, action) for action in actions}
        offered["buttons"] = [b for b in offered["buttons"] if getattr(b, "url", "") not in refused]
    return offered


def _bulk_url(*names):
    return reverse("wagtail_bulk_action", args=names)

"""The ground floor's hooks: each of these modules registers its own as it is loaded."""

from django.utils.html import format_html
from wagtail.admin.staticfiles import versioned_static
from wagtail.hooks import register

from site_cms import patches
from site_cms.admin import (
    below,
    conflicts,
    first_save,
    forms,
    guide,
    lists,
    mail,
    panels,
    redirects,
    schedule,
    searches,
    trace_report,
    vocabularies,
    writing,
)
from site_cms.admin.advice import before
from site_cms.admin.frame import banners, menu
from site_cms.admin.keeping import backups, mirror, people
from site_cms.admin.rereading import report
from site_cms.public import rich_text
from site_cms.rights import comparisons, editor_links, hooks
from site_cms.translation import board_view, buttons, cascade, flags, publishing, urls


@register("insert_global_admin_css")
def add_styles():
    """Our own rules, on every screen of the admin."""
    href = versioned_static("site_cms/admin/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', href)


patches.remove_hooks()

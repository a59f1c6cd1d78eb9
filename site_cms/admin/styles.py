"""Our own rules on every screen of the admin."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_global_admin_css")
def add_styles():
    href = versioned_static("site_cms/admin/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', href)

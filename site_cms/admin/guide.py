"""The guide for editors, docs/guide-redaction.md, read inside the admin with its pictures."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404
from django.urls import path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from markdown import markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.whitelist import (
    DEFAULT_ELEMENT_RULES,
    Whitelister,
    allow_without_attributes,
    attribute_rule,
)

GUIDE = settings.BASE_DIR / "docs" / "guide-redaction.md"
PICTURES = GUIDE.parent / "images"
_PICTURE = re.compile(r"[\w-]+\.png")


class GuideCleaner(Whitelister):
    """Lets through what Markdown makes: text, tables, pictures, and headings one can link to."""

    element_rules = {
        **DEFAULT_ELEMENT_RULES,
        **dict.fromkeys(("h2", "h3", "h4"), attribute_rule({"id": True})),
        **dict.fromkeys(
            ("blockquote", "code", "pre", "table", "tbody", "td", "th", "thead", "tr"),
            allow_without_attributes,
        ),
    }


def render_guide(text: str) -> SafeString:
    # Headings are named as on the code forge, which shows the same file.
    headings = TocExtension(slugify=slugify_unicode)
    html = markdown(text, extensions=["sane_lists", "tables", headings])
    return mark_safe(GuideCleaner().clean(html))  # noqa: S308 (cleaned just here)


@lru_cache(maxsize=1)
def _rendered(path: Path, changed_at: int) -> SafeString:
    # The screen has a title of its own.
    _title, _line, text = path.read_text().partition("\n")
    return render_guide(text)


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "site_cms/admin/guide.html"
    page_title = _("Guide de rédaction")
    header_icon = "help"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        text = _rendered(GUIDE, GUIDE.stat().st_mtime_ns)
        return super().get_context_data(**kwargs) | {"guide": text}


def picture(request, name: str):
    """Serve a picture of the guide, under the address the Markdown gives it: images/name.png."""
    file = PICTURES / name
    if not _PICTURE.fullmatch(name) or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")


@hooks.register("register_admin_urls")
def add_guide():
    return [
        path("guide/", GuideView.as_view(), name="guide"),
        path("guide/images/<str:name>", picture, name="guide_picture"),
    ]


@hooks.register("register_help_menu_item")
def offer_guide():
    return MenuItem(
        _("Guide de rédaction"), reverse("guide"), name="guide", icon_name="help", order=100
    )


@hooks.register("construct_help_menu")
def leave_out_the_software_maker(request, items):
    """Wagtail's own guide and news are in English, and about what this site does otherwise."""
    kept = ("guide", "keyboard-shortcuts-trigger")
    items[:] = [item for item in items if item.name in kept]

"""What the menu and the footer look like, while they are being put in order."""

from uuid import UUID

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import translation
from wagtail import hooks
from wagtail.models import Page

from site_cms.public.routing import site_tree
from site_cms.words.french import in_french

LANGUAGES = ("fr", "en")


def preview(request: HttpRequest, language: str):
    """Show header and footer of an empty page with the pages that the address names."""
    # What stands in parts that are known already would be of another menu; readers have no session.
    request.is_preview, request.COOKIES = True, {}
    with translation.override(language):
        tree = site_tree(request, [])
        if tree:
            tree.menu_keys = _chosen(request, "menu")
            tree.footer_keys = _chosen(request, "footer")
        given = {"banners": []}
        return TemplateResponse(request, "site_cms/admin/menu_preview.html", given).render()


def _chosen(request, name) -> tuple[UUID, ...]:
    keys = [key for key in request.GET.getlist(name) if key.isdecimal()]
    pages = Page.objects.filter(in_french()).in_bulk(map(int, keys))
    return tuple(pages[int(key)].translation_key for key in keys if int(key) in pages)


@hooks.register("register_admin_urls")
def add_preview():
    view = preview
    return [
        path(f"menu/{language}/", view, {"language": language}, name=f"menu_preview_{language}")
        for language in LANGUAGES
    ]

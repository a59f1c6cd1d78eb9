"""Pages, images, icons and errors: what answers when no room has a view of its own."""

from posixpath import normpath

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.static import serve as serve_file
from wagtail.views import serve

from site_cms.public.routing import route, site_tree

# Documents have a view of their own that checks who may read them; only images are plain files.
PUBLIC_MEDIA = ("images/",)


def page(request, path):
    """Serve a page as Wagtail does, found our way."""
    route(request, path)
    return serve(request, path)


def media(request, path):
    """Serve an image rendition; whitenoise serves only files known at start."""
    # A path with ".." in it would be followed out of the public folders.
    if not path.startswith(PUBLIC_MEDIA) or normpath(path) != path:
        raise Http404
    response = serve_file(request, path, document_root=settings.MEDIA_ROOT)
    # A rendition's name changes with its content.
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def icon(request, name):
    """Lead those who ask for an icon where browsers of old looked for it."""
    return redirect(staticfiles_storage.url(f"assets/{name}"))


def not_found(request, exception=None):
    site_tree(request, [])
    return render(request, "404.html", status=404)


def bad_request(request, exception=None):
    return HttpResponseBadRequest(plain("400.html", request))


def plain(template, request, **context):
    """Answer without the database, the session or anything else that may be what failed."""
    here = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(here):
        languages = [_home_in(code) for code, _name in settings.LANGUAGES]
        return render_to_string(template, {"languages": languages, **context})


def _home_in(code):
    """Return (code, name, address of the home page), whether or not there is one."""
    with translation.override(code):
        name = translation.get_language_info(code)["name_local"].capitalize()
        return code, name, reverse("wagtail_serve", args=[""])

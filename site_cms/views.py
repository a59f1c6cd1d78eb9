from posixpath import normpath

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.static import serve as serve_file
from wagtail.views import serve

from site_cms.listing import PAGE_SIZE
from site_cms.routing import route, site_tree
from site_cms.search import QUERY_LIMIT, search_pages

# Documents have a view of their own that checks who may read them; only images are plain files.
PUBLIC_MEDIA = ("images/",)


def page(request, path):
    """Serve a page as Wagtail does, found our way."""
    route(request, path)
    return serve(request, path)


def search(request):
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    query = request.GET.get("q", "")[:QUERY_LIMIT].strip()
    results = search_pages(query, tree.root.locale_id)
    found = Paginator(results, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "site_cms/search.html", {"query": query, "page_obj": found})


def media(request, path):
    """Serve an image rendition; whitenoise serves only files known at start."""
    # A path with ".." in it would be followed out of the public folders.
    if not path.startswith(PUBLIC_MEDIA) or normpath(path) != path:
        raise Http404
    response = serve_file(request, path, document_root=settings.MEDIA_ROOT)
    # A rendition's name changes with its content.
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def not_found(request, exception=None):
    site_tree(request, [])
    return render(request, "404.html", status=404)


def server_error(request):
    """Answer without the database, the session or anything else that may be what failed."""
    return HttpResponseServerError(render_to_string("500.html"))

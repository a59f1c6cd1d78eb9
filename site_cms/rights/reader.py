"""What an admin screen tells its reader of the things it names in passing.

Wagtail names any page by the title of its draft, and its choosers and text editors show the title,
picture and address of whatever they are given, to everybody. Here the draft of a page is named to
those whose page it is; and what lies beyond the reader's boundary, when national staff have put it
in a page of the team's, shows as somebody else's and stays in its place.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from site_cms.publications.memo import remembered
from site_cms.rights.boundary import Boundary, boundary_for, boundary_on
from site_cms.words.writing import image_faults

# The request being answered in the admin, for what Wagtail gives no request to.
_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
# Screens with the form of a page, and what their address calls it, or the page above.
FORMS = {
    "wagtailadmin_pages:add": "parent_page_id",
    "wagtailadmin_pages:edit": "page_id",
    "wagtailadmin_pages:revisions_revert": "page_id",
}
# Where a chooser shows a picture: an empty frame, the size of Wagtail's previews.
_FRAME = {
    "url": "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='165' height='110'"
    "%3E%3Crect width='165' height='110' fill='%23929292'/%3E%3C/svg%3E",
    "width": 165,
    "height": 110,
}


@contextmanager
def reading():
    """Forget, at the end of a request, who was reading."""
    before = _request.set(None)
    try:
        yield
    finally:
        _request.reset(before)


def read_by(request):
    """Say who reads what is shown from here on."""
    _request.set(request)


def reader() -> Boundary:
    """Return the boundary of the account that reads the screen; outside the admin, no boundary."""
    request = _request.get()
    return boundary_for(request.user) if request else Boundary(is_national=True)


def worker() -> Boundary:
    """Return the boundary of the team in whose page the reader is at work.

    Choosers are opened from a page's form, and only the address they come from tells which: who
    serves two regions is offered the files of the page's. What is saved is checked without it.
    """
    request = _request.get()
    page = page_at_work(request) if request else None
    return boundary_on(request.user, page) if page else reader()


def page_at_work(request) -> Page | None:
    """Return the page from whose form a request comes."""
    try:
        found = resolve(urlsplit(request.headers.get("Referer", "")).path)
    except (Resolver404, ValueError):
        return None
    key = found.captured_kwargs.get(FORMS.get(found.view_name))
    return Page.objects.filter(pk=key).first() if key else None


def language_at_work() -> int | None:
    """Return the key of the language of the page in whose form the reader is at work."""
    request = _request.get()
    page = page_at_work(request) if request else None
    return page.locale_id if page else None


def is_told_of(item) -> bool:
    """Whether the reader may know of a page, image or document."""
    return reader().sees(item)


def name_for_reader(item) -> str:
    return str(item) if is_told_of(item) else _("Élément d’une autre équipe")


# --- Put in place of Wagtail's own: patches/wagtail.py --------------------------------------------


def told_page_name(shipped):
    def get_admin_display_title(page):
        if page.live and not reader().owns_page(page):
            return page.title
        return shipped(page)

    return get_admin_display_title


def told_choice(shipped):
    def get_value_data(widget, value):
        item = _instance(widget, value)
        if item is None or is_told_of(item):
            if isinstance(item, Page) and item.depth > 1:
                # treebeard's own note of it: Wagtail asks for it of each page that is chosen.
                item._cached_parent_obj = _page_at(item.path[: -Page.steplen])
            return told_faults(shipped(widget, item), item)
        name = name_for_reader(item)
        return {
            "id": item.pk,
            **{"title": name, "display_title": name},
            **{"edit_url": None, "parent_id": None},
            **{"preview": _FRAME, "default_alt_text": ""},
        }

    return get_value_data


@remembered
def _page_at(path):
    return Page.objects.filter(path=path).first()


def chosen_with_faults(shipped):
    def get_chosen_response_data(view, image, *args, **kwargs):
        return told_faults(shipped(view, image, *args, **kwargs), image)

    return get_chosen_response_data


def told_faults(data, item):
    """Say beside the title of a picture what is wrong with it, as soon as it is chosen."""
    faults = image_faults(item) if isinstance(item, AbstractImage) else []
    if faults:
        data["title"] = f"{data['title']} – {' '.join(faults)}"
    return data


def _instance(widget, value):
    try:
        return widget.get_instance(value)
    except (OverflowError, TypeError, ValueError):
        # What a form that is sent back holds may be no key at all.
        return None

"""Parts of pages that are the same on many: written once per publication, in each language."""

from collections.abc import Callable

from django import template
from django.utils.safestring import mark_safe

from site_cms.publications.memo import shared

register = template.Library()


@register.tag("shared")
def do_shared(parser, token):
    """{% shared "footer" tree.root.pk %}…{% endshared %}: all that the part depends on is named.

    That may not be the reader, nor the query of the address. The site's host goes without saying.
    """
    _tag, *given = token.split_contents()
    nodes = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(nodes, [parser.compile_filter(one) for one in given])


class SharedNode(template.Node):
    def __init__(self, nodelist, given):
        self.nodelist, self._given = nodelist, given

    def render(self, context):
        name = tuple(str(one.resolve(context, ignore_failures=True)) for one in self._given)
        return shared_part(context, name, lambda: self.nodelist.render(context))


def shared_part(context, name: tuple, render: Callable[[], str]) -> str:
    """Return a part of a page from what is known under its name; a preview writes its own."""
    request = context.get("request")
    if request is None or getattr(request, "is_preview", False):
        return render()
    return mark_safe(shared(("part", *_site_of(request), *name), render))  # noqa: S308 (rendered)


def _site_of(request):
    # Checked each time it is asked, and asked for every part.
    if not hasattr(request, "_parts_of"):
        request._parts_of = request.scheme, request.get_host()
    return request._parts_of

"""What templates ask of the home page's own: the timeline, sections, branches of the site map."""

from django import template

from home.models import MilestonePage, TimelinePage
from site_cms.models import is_online
from site_cms.public.routing import site_tree
from site_cms.publications.memo import remembered

register = template.Library()


@register.simple_tag(takes_context=True)
def timeline_excerpt(context):
    """The steps under way or ahead, or else the latest ones."""
    tree = site_tree(context["request"])
    if not tree:
        return []
    return _excerpt(tree.root.locale_id)


@remembered
def _excerpt(locale_id):
    milestones = MilestonePage.objects.filter(locale_id=locale_id).excerpt()
    return sorted(milestones, key=lambda milestone: milestone.sort_date)


@register.simple_tag(takes_context=True)
def timeline_page(context):
    """The timeline, from the tree, without a query."""
    tree = site_tree(context["request"])
    pages = tree.children if tree else []
    return next((page for page in pages if page.specific_class is TimelinePage), None)


@register.simple_tag(takes_context=True)
def section_of(context, page):
    """The content page above `page`, of the same kind, or `page` itself: the top of its menu."""
    tree = site_tree(context["request"])
    trail = tree.trail if tree else []
    above = [p for p in trail if p.specific_class is page.specific_class and p.depth < page.depth]
    online = [p for p in above if is_online(p)]
    return online[-1] if online else page


@register.simple_tag
def content_children(page):
    """The visible pages below a content page, given as any kind of page."""
    return list(page.specific_class.objects.visible().child_of(page).order_by("path"))


@register.simple_tag
def as_branches(pages):
    """Nest pages given in tree order: [{page, children: [{page, children}, …]}, …]."""
    top = []
    open_branches = []
    for page in pages:
        branch = {"page": page, "children": []}
        while open_branches and not page.path.startswith(open_branches[-1]["page"].path):
            open_branches.pop()
        siblings = open_branches[-1]["children"] if open_branches else top
        siblings.append(branch)
        open_branches.append(branch)
    return top


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a field where the editor writes one thing a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]

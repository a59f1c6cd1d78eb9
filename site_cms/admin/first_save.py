"""The first save of a new page, by its editor and by the automatic saving at the same moment.

Whichever comes second would make the page again, or be told that its address is taken: by itself.
Each form of a new page has a name; what comes under a name that made a page changes that page.
"""

from modelcluster.models import get_all_child_relations
from wagtail import hooks
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, PageLogEntry

from site_cms.models.page_form import FORM_NAME


@hooks.register("before_create_page")
def change_what_was_made(request, parent, model):
    """Hand a form that has made its page already to the screen that changes it."""
    if not (name := _name(request)):
        return None
    # Whoever comes second waits for the first, and sees its page.
    list(Page.objects.select_for_update(no_key=True).filter(pk=parent.pk).values("pk"))
    made = PageLogEntry.objects.filter(
        action="wagtail.create", user=request.user, data__form=name
    ).first()
    page = made and Page.objects.filter(pk=made.page_id).first()
    if page is None:
        return None
    _forget_lines(page)
    return EditView.as_view()(request, page_id=page.pk)


@hooks.register("after_create_page")
def note_form(request, page):
    if name := _name(request):
        for entry in PageLogEntry.objects.filter(page=page.pk, action="wagtail.create"):
            entry.data = {**(entry.data or {}), "form": name}
            entry.save(update_fields=["data"])


def _name(request):
    return request.method == "POST" and request.POST.get(FORM_NAME, "")


def _forget_lines(page):
    """The form does not know the lines that its first save has made, and brings all of them."""
    version = page.get_latest_revision()
    for relation in get_all_child_relations(page.specific_class):
        if relation.get_accessor_name() in version.content:
            version.content[relation.get_accessor_name()] = []
    version.save(update_fields=["content"])

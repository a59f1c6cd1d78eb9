"""Pages that go from one team to another, by the hand of an account that serves both.

Copies and moves pass no editing form. Nothing that only the first team may use goes along, and
no page repeats what another team writes. What national staff chose for a page stays chosen.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page, ReferenceIndex, TaskState

from site_cms.rights.boundary import Boundary, boundary_on
from site_cms.rights.page_forms import foreign_references


class BoundaryCopyForm(CopyForm):
    """Wagtail's form to copy a page, or make an alias of it."""

    def clean(self):
        cleaned_data = super().clean()
        destination = cleaned_data.get("new_parent_page")
        if destination:
            try:
                self._check(destination)
            except ValidationError as error:
                self.add_error("new_parent_page", error)
        return cleaned_data

    def _check(self, destination):
        here, there = boundary_on(self.user, self.page), boundary_on(self.user, destination)
        if here == there:
            return
        if self.cleaned_data.get("alias"):
            raise ValidationError(
                _(
                    "Un alias suivrait ce qu’écrit une autre équipe que celle de cette page. "
                    "Faites plutôt une copie."
                )
            )
        _refuse_foreign(_tree(self.page), here, there)


def check_move(user, pages, destination):
    """Raise a ValidationError, in words for the editor, if one of the pages may not go there."""
    there = boundary_on(user, destination)
    parted = [here for page in pages if (here := boundary_on(user, page)) != there]
    if not parted:
        return
    moved = _moved(pages, destination)
    keys = set(moved.values_list("pk", flat=True))
    for here in parted:
        _refuse_split_aliases(keys, here)
        _refuse_foreign(moved, here, there, along=keys)


def foreign_to(boundary: Boundary, *versions) -> set:
    """Return what these versions of a page refer to and the boundary does not let see."""
    return foreign_references([one for page in versions for one in _references(page)], boundary)


def _tree(page):
    return Page.objects.descendant_of(page, inclusive=True)


def _moved(pages, destination):
    """Return all that moves: the pages, what is below, and translations that find a place."""
    languages = destination.get_translations().values("locale")
    moved = Page.objects.none()
    for page in pages:
        for one in (page, *page.get_translations().filter(locale__in=languages)):
            moved |= _tree(one)
    return moved


def _refuse_split_aliases(moved, here):
    """Refuse to part a page from its alias, unless what stays is not the first team's anyway."""
    pairs = Page.objects.filter(alias_of__isnull=False).select_related("alias_of")
    for alias in pairs.filter(Q(pk__in=moved) | Q(alias_of__in=moved)):
        staying = [page for page in (alias, alias.alias_of) if page.pk not in moved]
        if any(map(here.owns_page, staying)):
            text = _(
                "«\u00a0%(page)s\u00a0» et son alias seraient dans deux équipes. Transformez "
                "d’abord l’alias en page ordinaire."
            )
            title = alias.alias_of.get_admin_display_title()
            raise ValidationError(text, params={"page": title})


def _refuse_foreign(pages, here, there, along=()):
    """Refuse what the one team may use and the other may not; pages that go along do not count."""
    along = {(Page, str(key)) for key in along}
    for page in pages.specific():
        versions = [page, *(version.as_object() for version in _versions_in_use(page))]
        foreign = foreign_to(there, *versions) - foreign_to(here, *versions) - along
        if foreign:
            text = _(
                "«\u00a0%(page)s\u00a0» contient ce que l’équipe de destination ne peut pas "
                "utiliser\u00a0: %(things)s. Remplacez-le d’abord par des éléments nationaux."
            )
            params = {"page": page.get_admin_display_title(), "things": _named(foreign)}
            raise ValidationError(text, params=params)


def _versions_in_use(page):
    """Return the versions that may be published as they are: latest, scheduled, under review."""
    return page.revisions.filter(
        Q(pk=page.latest_revision_id)
        | Q(approved_go_live_at__isnull=False)
        | Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    ).distinct()


def _references(page):
    """Yield, as (model, key), what an editor chose in a page, as it is in memory."""
    # What the site fills in, such as the region of a territory, follows the page by itself; so does
    # a field that names the page above.
    filled_in = {field.name for field in page._meta.fields if not field.editable}
    above = str(page.get_parent().pk)
    for type_id, key, path, _place in ReferenceIndex._extract_references_from_object(page):
        if path.split(".")[0] not in filled_in and ("." in path or key != above):
            yield ContentType.objects.get_for_id(type_id).model_class(), key


def _named(things):
    names = [str(model.objects.get(pk=key)) for model, key in things]
    return ", ".join(f"«\u00a0{name}\u00a0»" for name in sorted(names))

"""All actors: the partners of every territory, by kind."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from site_cms.public.listing import Filter, Listing
from site_cms.public.routing import site_tree
from site_cms.public.screens import Screen, register_screen
from site_cms.words.sorting import by_label
from territories.models import Partner, TerritoryIndexPage, TerritoryPage
from territories.regions import REGION_CHOICES

# They are lines, not cards.
SCREEN = register_screen(
    Screen(
        "actors",
        _("Tous les acteurs des territoires"),
        _("Les partenaires de tous les territoires, par nature et par région."),
        _("partenaires"),
    )
)


class ActorListing(Listing):
    page_size = 50


@require_safe
def actors(request):
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    sections = (page for page in tree.children if page.specific_class is TerritoryIndexPage)
    tree.above = next(sections, None)
    context = {"screen": SCREEN, "listing": listing(request, tree.root)}
    return render(request, "territories/actors.html", context)


def listing(request, root):
    """Return the partners of the territories the public may see, in one language."""
    territories = TerritoryPage.objects.visible().in_language(root.locale_id)
    partners = (
        Partner.objects.filter(territory__in=territories)
        .select_related("territory", "territory__region")
        .defer("territory__body", "territory__region__body")
        .order_by("kind", "name", "pk")
    )
    filters = [
        Filter("nature", _("Nature"), Partner.Kind.choices, "kind"),
        Filter("region", _("Région"), by_label(REGION_CHOICES), "territory__region__code"),
    ]
    return ActorListing(request, partners, filters, ("actors", root.locale_id))

"""What regions read of the news, and where their articles are filed."""

from django.db.models import Q
from django.dispatch import receiver
from wagtail.signals import post_page_move

from site_cms.publications.memo import remembered
from territories.models import RegionPage

from .pages import NewsPage


def articles_of_regions(codes: list[str]) -> Q:
    """Return the condition for what regions read: filed under them, or standing on their pages."""
    keys, paths = _pages_of(tuple(codes))
    of_regions = Q(region__in=keys)
    for path in paths:
        of_regions |= Q(path__startswith=path)
    return of_regions


@remembered
def _pages_of(codes: tuple[str, ...]) -> tuple[list[int], list[str]]:
    """Return the keys and paths of the regions' pages, in all languages: two for each region."""
    pages = RegionPage.objects.filter(code__in=codes).values_list("pk", "path")
    return [key for key, _path in pages], [path for _key, path in pages]


@receiver(post_page_move, sender=NewsPage)
def follow_region(instance, parent_page_before, parent_page_after, **kwargs):
    """An article that goes to another region is filed there; a national one stays as it was."""
    unfiled = (None, parent_page_before.pk)
    if not RegionPage.objects.filter(pk=parent_page_after.pk).exists():
        return
    article = NewsPage.objects.select_related("latest_revision").get(pk=instance.pk)
    if article.region_id in unfiled:
        NewsPage.objects.filter(pk=article.pk).update(region_id=parent_page_after.pk)
    # Moving a page saves its place in the tree only: what is written next begins with the draft.
    draft = article.latest_revision
    if draft and draft.content["region"] in unfiled:
        draft.content["region"] = parent_page_after.pk
        draft.save(update_fields=["content"])

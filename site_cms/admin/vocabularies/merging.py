"""Two words become one, or two people: in every language, in one act, with nothing left behind."""

from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.tasks import update_reference_index_task

from site_cms.admin.vocabularies.replacing import Replacement
from site_cms.models import FormerWord, Vocabulary
from site_cms.search.indexing import index_pages

MERGE = "site_cms.merge"


class LacksLanguage(Exception):
    """What is to stay has no version in a language where pages name what would go."""


def merge(old, new) -> int:
    """Put `new` in the place of `old`; return how many pages named it. In a transaction."""
    pairs, pages = _pairs(old, new), set()
    for gone, stays in pairs:
        pages |= Replacement(gone, stays).carry_out()
    if isinstance(old, Vocabulary):
        _lead(old, new)
    for gone, stays in pairs:
        said = f"«\u00a0{gone}\u00a0» → «\u00a0{stays}\u00a0»"
        log(gone, MERGE, data={"changes": [said]}, deleted=True)
        log(stays, MERGE, data={"changes": [said]})
        gone.delete()
    _follow(pages)
    return len(pages)


def _pairs(old, new):
    """Return what goes with what stays, by language; nobody else changes them meanwhile."""
    rows = type(old).objects.select_for_update(no_key=True)
    if not isinstance(old, TranslatableMixin):
        list(rows.filter(pk__in=[old.pk, new.pk]).order_by("pk"))
        return [(old, new)]
    keys = [old.translation_key, new.translation_key]
    versions = list(rows.filter(translation_key__in=keys).order_by("pk"))
    staying = {one.locale_id: one for one in versions if one.translation_key == keys[1]}
    going = [one for one in versions if one.translation_key == keys[0]]
    if lacking := [one.locale_id for one in going if one.locale_id not in staying]:
        raise LacksLanguage(_languages(lacking))
    return [(one, staying[one.locale_id]) for one in going]


def _languages(keys):
    found = Locale.objects.filter(pk__in=keys).order_by("pk")
    return ", ".join(str(locale.get_display_name()) for locale in found)


def _lead(old, new):
    """Let the filtered addresses of the one lead to the other's, and those that led to it."""
    names = FormerWord.objects.filter(parameter=old.parameter)
    names.filter(now=old.slug).update(now=new.slug)
    names.update_or_create(slug=old.slug, parameter=old.parameter, defaults={"now": new.slug})
    names.filter(slug=new.slug).delete()


def _follow(keys):
    """What is known of these pages elsewhere: in the index of references, and in search."""
    for page in Page.objects.filter(pk__in=keys).select_related("content_type"):
        kind = page.content_type
        update_reference_index_task.enqueue(kind.app_label, kind.model, str(page.pk))
    index_pages(keys)


class MergeFormatter(LogFormatter):
    label = gettext_lazy("Fusionner")

    def format_message(self, log_entry):
        return gettext("Fusion\u00a0: %(what)s") % {"what": " ; ".join(log_entry.data["changes"])}


@hooks.register("register_log_actions")
def register_merging(actions):
    actions.register_action(MERGE)(MergeFormatter)

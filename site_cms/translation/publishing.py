"""Publishing translations: none before it is complete, and with the French page on demand."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TranslatableMixin

from site_cms.translation.work import (
    ICON,
    edit_url,
    is_original,
    known_translations,
    missing_texts,
    obstacles,
    refresh,
    translation_of,
    translations_from,
)

TOGETHER = "with-translations"


def _say_obstacles(request, twin, found):
    title = twin.get_admin_display_title() if isinstance(twin, Page) else twin
    heading = _("«\u00a0%(title)s\u00a0» n’est pas mise en ligne.") % {"title": title}
    lines = format_html_join(
        "", '<li><a href="{}">{}</a></li>', ((one.url, one.text) for one in found)
    )
    messages.error(request, format_html("<strong>{}</strong><ul>{}</ul>", heading, lines))


@hooks.register("before_edit_page", order=-10)
def keep_unfinished_offline(request, page):
    """The segment editor publishes whatever there is."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page)
    found = obstacles(translation) if translation else []
    if not found:
        return None
    _say_obstacles(request, page, found)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_edit_snippet", order=-10)
def keep_unfinished_word_offline(request, word):
    """As of pages: the words it lacks would be in French on every page that names it."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(word) if isinstance(word, TranslatableMixin) else None
    found = missing_texts(translation, word) if translation else []
    if not found:
        return None
    _say_obstacles(request, word, found)
    return redirect(edit_url(word))


@hooks.register("before_bulk_action")
def publish_latest_words_in_bulk(request, action_type, objects, action):
    """Publish translations in the words they have now, and none before it is complete.

    The latest draft of a translation has the words it had when it was last put together.
    """
    if action_type != "publish" or action.model is not Page:
        return None
    action.drafts_below = _drafts_below(request, objects)
    pairs = [(page, translation_of(page)) for page in [*objects, *action.drafts_below]]
    pairs = [(page, translation) for page, translation in pairs if translation]
    unfinished = [(page, found) for page, one in pairs if (found := obstacles(one))]
    for page, found in unfinished:
        _say_obstacles(request, page, found)
    if unfinished:
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    for page, translation in pairs:
        translation.save_target(user=request.user, publish=False)
        page.refresh_from_db(fields=["latest_revision"])
    return None


def _drafts_below(request, pages):
    if not request.POST.get("include_descendants"):
        return []
    found = {child.pk: child for page in pages for child in page.get_descendants().not_live()}
    return list(found.values())


class PublishTogether(ActionMenuItem):
    """Publish the French page and, brought up to date, those translations that are complete."""

    label = gettext_lazy("Publier avec les traductions")
    name = "action-publish"
    icon_name = ICON
    template_name = "site_cms/admin/publish_together.html"

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or context["locked_for_user"] or not is_original(page):
            return False
        perms = self.get_user_page_permissions_tester(context)
        return perms.can_publish() and bool(known_translations(page))


@hooks.register("register_page_action_menu_item")
def offer_to_publish_together():
    return PublishTogether(order=35)


@hooks.register("after_publish_page")
def publish_together(request, page):
    if request.POST.get("action-publish") != TOGETHER or not is_original(page):
        return
    _publish_translations(request, page)


def _publish_translations(request, page):
    for translation in translations_from(page):
        refresh(translation.source)
        twin = translation.get_target_instance()
        if not twin.permissions_for_user(request.user).can_publish():
            continue
        if found := obstacles(translation):
            _say_obstacles(request, twin, found)
        else:
            translation.save_target(user=request.user, publish=True)


@hooks.register("after_bulk_action")
def publish_together_in_bulk(request, action_type, objects, action):
    if action_type != "publish" or action.model is not Page or TOGETHER not in request.POST:
        return
    for page in [*objects, *action.drafts_below]:
        # What is below may have stayed a draft, for want of a right.
        page = Page.objects.get(pk=page.pk)
        if page.live and is_original(page):
            _publish_translations(request, page)

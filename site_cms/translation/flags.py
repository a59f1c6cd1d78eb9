"""What the editor says of translations when a page opens: which are late, and how they compare."""

from django.db.models import ForeignKey
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.forms.models import register_form_field_override
from wagtail.models import Locale, TranslatableMixin

from site_cms.translation.board import day_of
from site_cms.translation.twins import address_to_come
from site_cms.translation.work import (
    TRANSLATE,
    is_original,
    known_translations,
    language_name,
    may_translate,
    translation_of,
    translations_from,
)


@hooks.register("before_edit_page", order=-5)
def flag_what_is_behind(request, page):
    if request.method != "GET" or not may_translate(request.user, page):
        return
    if is_original(page):
        for translation in known_translations(page):
            _flag(request, translation)
    elif translation := translation_of(page):
        _flag(request, translation)
        _offer_comparison(request, translation, page)


@hooks.register("before_edit_snippet", order=-5)
def flag_word_that_is_behind(request, word):
    if request.method != "GET" or not isinstance(word, TranslatableMixin):
        return
    if request.user.has_perm(TRANSLATE):
        translation = translation_of(word)
        for one in translations_from(word) if is_original(word) else filter(None, [translation]):
            _flag(request, one)


def _flag(request, translation):
    lateness = getattr(translation.source, "lateness", None)
    if lateness is None:
        return
    text = _("La version en %(language)s est en retard sur le français depuis le %(day)s.") % {
        "language": language_name(translation.target_locale),
        "day": day_of(lateness.since),
    }
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    messages.warning(request, text, buttons=[messages.button(url, _("La mettre à jour"))])


def _offer_comparison(request, translation, twin):
    url = reverse("translations:side_by_side", args=[translation.pk])
    text = _("Cette page est la traduction d’une page française.")
    if not twin.first_published_at:
        text = format_html("{} {}", text, _address_to_come(twin))
    messages.info(request, text, buttons=[messages.button(url, _("Comparer côte à côte"))])


def _address_to_come(twin):
    return _(
        "À sa première publication, son adresse suivra son titre traduit, ou ce qui est écrit dans "
        "l’onglet Promotion (pour l’instant «\u00a0%(slug)s\u00a0»). Ensuite, elle ne changera "
        "plus d’elle-même."
    ) % {"slug": address_to_come(twin)}


# On the screen of a language: wagtail-localize gives its field no name.
register_form_field_override(
    ForeignKey, to=Locale, override={"label": gettext_lazy("Langue suivie")}
)

"""The screens on which pages are translated: wagtail-localize's, with the checks it lacks.

Each takes the address of the view it replaces, so that buttons and the segment editor, which know
those addresses, lead here.
"""

import contextlib
import re

import polib
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from django.views.i18n import JavaScriptCatalog
from requests import RequestException
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.views import (
    edit_translation,
    report,
    submit_translations,
    update_translations,
)

from site_cms.rights.boundary import boundary_on
from site_cms.rights.page_forms import base_model, foreign_references
from site_cms.translation.work import (
    edit_url,
    is_original,
    may_translate,
    missing_texts,
    obstacles,
    open_locales,
    own_translations,
    refresh,
    submission_url,
    submit,
    translation_of,
    translations_from,
    untranslated,
)

PO_LIMIT = 2_000_000  # bytes
TOGETHER = "with-translations"
ICON = "wagtail-localize-language"


# --- Submitting and bringing up to date -----------------------------------------------------------


class SubmitPageForm(submit_translations.SubmitTranslationForm):
    """One page at a time: below it there may be translations that are online already."""

    def __init__(self, instance, *args, **kwargs):
        super().__init__(instance, *args, **kwargs)
        del self.fields["include_subtree"]
        self.fields["locales"].queryset = open_locales(instance)


class SubmitPageView(submit_translations.SubmitPageTranslationView):
    def dispatch(self, request, *args, **kwargs):
        page = self.get_object()
        if not may_translate(request.user, page) or not is_original(page):
            raise PermissionDenied
        if not open_locales(page).exists():
            messages.warning(request, _why_closed(page))
            return redirect("wagtailadmin_pages:edit", page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        if self.request.method == "POST":
            return SubmitPageForm(self.object, self.request.POST)
        wanted = self.request.GET.get("select_locale")
        chosen = open_locales(self.object).filter(language_code=wanted)
        return SubmitPageForm(self.object, initial={"locales": list(chosen)})

    @transaction.atomic
    def form_valid(self, form):
        locales = form.cleaned_data["locales"]
        submit(self.object, locales, self.request.user)
        names = ", ".join(map(str, locales))
        messages.success(self.request, self.get_success_message(names))
        return redirect(edit_url(self.object.get_translation(locales[0])))


def _why_closed(page):
    parent = page.get_parent()
    if page.get_translations().filter(alias_of=None).exists():
        return _("Cette page existe déjà dans toutes les langues ouvertes.")
    text = _("Traduisez d’abord la page qui est au-dessus\u00a0: «\u00a0%(title)s\u00a0».")
    return format_html(
        '<a href="{}">{}</a>', edit_url(parent), text % {"title": parent.get_admin_display_title()}
    )


class UpdateForm(update_translations.UpdateTranslationsForm):
    """Nothing is published from here: gaps would be filled with French."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]


class UpdateView(update_translations.UpdateTranslationsView):
    title = gettext_lazy("Mettre les traductions à jour")

    def dispatch(self, request, *args, **kwargs):
        original = self.get_object().get_source_instance()
        if isinstance(original, Page) and not may_translate(request.user, original):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        return UpdateForm(self.request.POST) if self.request.method == "POST" else UpdateForm()

    @transaction.atomic
    def form_valid(self, form):
        refresh(self.object)
        translations = self.object.translations.filter(enabled=True)
        for translation in translations.select_related("source", "target_locale"):
            self.object.update_target_view_restrictions(translation.target_locale)
            if form.cleaned_data.get("use_machine_translation"):
                _by_machine(self.request, translation)
        messages.success(self.request, self.get_success_message())
        first = translations.first()
        target = first and first.get_target_instance_edit_url()
        return redirect(self.get_success_url() or target or self.get_default_success_url())


# --- Working on a translation ---------------------------------------------------------------------


def _translation_for(request, translation_id):
    """Return a translation the account may work on."""
    translation = get_object_or_404(Translation, pk=translation_id)
    with contextlib.suppress(ObjectDoesNotExist):
        twin = translation.get_target_instance()
        if edit_translation.user_can_edit_instance(request.user, twin):
            return translation
    raise PermissionDenied


def _back(request, translation):
    return redirect(translation.get_target_instance_edit_url())


@require_POST
def upload_words(request, translation_id):
    """Take the translations of a PO file; say what cannot be used of it."""
    translation = _translation_for(request, translation_id)
    try:
        words = _read_po(request.FILES.get("file"), translation)
    except ValidationError as error:
        messages.error(request, error.message)
        return _back(request, translation)
    unused = translation.import_po(words, user=request.user, tool_name="PO")
    taken = len([one for one in words if one.msgstr and not one.obsolete]) - len(unused)
    messages.success(request, _("Textes repris du fichier\u00a0: %(count)s.") % {"count": taken})
    if unused:
        text = _("Textes laissés de côté, parce qu’ils ne sont plus dans la page\u00a0: %(count)s.")
        messages.warning(request, text % {"count": len(unused)})
    return _back(request, translation)


# polib would take the text that is there, less a letter.
_UNCLOSED = re.compile(r'^(?:msg\S+ +)?"(?:[^"\\\n]|\\.)*$', re.MULTILINE)


def _read_po(upload, translation):
    if upload is None or upload.size > PO_LIMIT:
        raise ValidationError(_("Choisissez un fichier PO de 2\u00a0Mo au plus."))
    try:
        text = upload.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Ce fichier n’est pas en UTF-8.")) from error
    # polib takes a short text without a line break for the name of a file.
    if "\n" not in text or "\0" in text:
        raise ValidationError(_("Ce fichier n’est pas un fichier PO."))
    if unclosed := _UNCLOSED.search(text):
        line = text.count("\n", 0, unclosed.start()) + 1
        raise ValidationError(
            _("Ligne %(line)s du fichier\u00a0: il y manque un guillemet. Rien n’a été repris.")
            % {"line": line}
        )
    try:
        words = polib.pofile(text)
    except (OSError, ValueError, IndexError, AttributeError) as error:
        raise ValidationError(_("Ce fichier n’est pas un fichier PO.")) from error
    if words.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        raise ValidationError(
            _("Ce fichier est celui d’une autre page, ou d’une autre langue. Rien n’a été repris.")
        )
    return words


@require_POST
def translate_by_machine(request, translation_id):
    translation = _translation_for(request, translation_id)
    _by_machine(request, translation)
    return _back(request, translation)


def _by_machine(request, translation):
    """Fill the gaps with a machine's words. They are a draft until somebody publishes them."""
    machine = edit_translation.get_machine_translator()
    if machine is None:
        raise Http404
    try:
        is_changed = edit_translation.apply_machine_translation(
            translation.pk, request.user, machine
        )
    except (RequestException, KeyError, TypeError, ValueError):
        messages.error(
            request,
            _("Le service de traduction ne répond pas. Rien n’a été traduit\u00a0: réessayez."),
        )
        return
    if is_changed:
        messages.success(
            request, _("Les textes manquants sont traduits par machine\u00a0: relisez-les.")
        )
    else:
        messages.info(request, _("Il ne restait rien à traduire."))


@require_POST
def stop(request, translation_id):
    """Hand the page over to the ordinary editor, once no French is left in it."""
    translation = _translation_for(request, translation_id)
    if untranslated(translation.target_locale_id).filter(source=translation.source).exists():
        messages.error(
            request,
            _("Traduisez d’abord tous les textes\u00a0: la page garderait du français."),
        )
        return _back(request, translation)
    return edit_translation.stop_translation(request, translation_id)


def edit_override(request, translation_id, overridable_segment_id):
    """Keep another value than the French one, if it fits and is the team's to use."""
    translation = _translation_for(request, translation_id)
    with transaction.atomic():
        response = edit_translation.edit_override(request, translation_id, overridable_segment_id)
        if request.method == "PUT" and not _fits(request.user, translation):
            transaction.set_rollback(True)
            return HttpResponse(status=400)
    return response


def _fits(user, translation):
    try:
        twin = translation.source.get_ephemeral_translated_instance(
            translation.target_locale, fallback=True
        )
    except (ObjectDoesNotExist, TypeError, ValueError, ValidationError):
        return False
    if not isinstance(twin, Page):
        return True
    boundary = boundary_on(user, twin)
    original = translation.source.as_instance()
    # What national staff chose for the French page stays, as it does there.
    foreign = _foreign(twin, boundary) - _foreign(original, boundary)
    return not foreign


# What Wagtail itself sets.
FILLED_IN = ("page_ptr", "alias_of", "locale")


def _foreign(page, boundary):
    """Return, as (model, key, place), what the page refers to and the boundary does not let see."""
    if boundary.is_national:
        return set()
    found = set()
    for field in page._meta.concrete_fields:
        if hasattr(field, "extract_references"):
            for model, key, _type, place in field.extract_references(field.value_from_object(page)):
                found.add((base_model(model), str(key), f"{field.name}.{place}"))
        elif field.is_relation and field.name not in FILLED_IN and field.value_from_object(page):
            key = str(field.value_from_object(page))
            found.add((base_model(field.related_model), key, field.name))
    foreign = foreign_references(found, boundary)
    return {one for one in found if one[:2] in foreign}


class SideBySideView(WagtailAdminTemplateMixin, TemplateView):
    """The French page and its translation as they will be, next to each other."""

    template_name = "site_cms/admin/side_by_side.html"
    header_icon = ICON

    def get_context_data(self, translation_id, **kwargs):
        translation = _translation_for(self.request, translation_id)
        original, twin = translation.source.get_source_instance(), translation.get_target_instance()
        if not isinstance(original, Page):
            raise Http404
        self.page_title = _("Côte à côte")
        self.page_subtitle = twin.get_admin_display_title()
        preview = reverse("wagtail_localize:preview_translation", args=[translation.pk])
        views = [
            (original, reverse("wagtailadmin_pages:view_draft", args=[original.pk])),
            (twin, preview),
        ]
        return super().get_context_data(**kwargs) | {"views": views, "edit_url": edit_url(twin)}


class OwnTranslationsReport(report.TranslationsReportView):
    def get_queryset(self):
        own = own_translations(self.request.user).values("pk")
        return super().get_queryset().filter(pk__in=own)


class EditorWords(JavaScriptCatalog):
    """Words of the segment editor whose French translation is not French, or says another thing."""

    packages = ["wagtail_localize"]

    def get_catalog(self):
        return super().get_catalog() | {
            "Publish in ": _("Publier en "),
            # That of the original, or of an address the one its title gives.
            "Uses %s version": _("Valeur automatique"),
            "Revert to %s version": _("Revenir à la valeur automatique"),
        }


@hooks.register("register_admin_urls", order=-10)
def replace_screens():
    each = "translate/<int:translation_id>"
    report_view = OwnTranslationsReport
    urls = [
        path("jsi18n/", EditorWords.as_view(), name="words"),
        path("submit/page/<int:page_id>/", SubmitPageView.as_view(), name="submit_page"),
        path("update/<int:translation_source_id>/", UpdateView.as_view(), name="update"),
        path(f"{each}/pofile/upload/", upload_words, name="upload_words"),
        path(f"{each}/machine_translate/", translate_by_machine, name="machine"),
        path(f"{each}/disable/", stop, name="stop"),
        path(
            f"{each}/overrides/<int:overridable_segment_id>/edit/", edit_override, name="override"
        ),
        path(f"{each}/cote-a-cote/", SideBySideView.as_view(), name="side_by_side"),
        path("reports/translations/", report_view.as_view(), name="report"),
        path(
            "reports/translations/results/",
            report_view.as_view(results_only=True),
            name="report_results",
        ),
    ]
    return [path("localize/", include((urls, "translations"), namespace="translations"))]


# --- Publishing -----------------------------------------------------------------------------------


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
        return perms.can_publish() and translations_from(page).exists()


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


# --- What localize offers and the site does not ---------------------------------------------------


RESTART = "localize-restart-translation"


@hooks.register("construct_page_action_menu")
def leave_out_what_is_refused(menu_items, request, context):
    """An alias would show French text as English; a translation is for those who may translate."""
    left_out = {"localize-convert-to-alias"}
    page = context.get("page")
    if not (page and page.pk and may_translate(request.user, page)):
        left_out.add(RESTART)
    menu_items[:] = [item for item in menu_items if item.name not in left_out]


@hooks.register("before_edit_page", order=-10)
def keep_translators_work(request, page):
    if RESTART in request.POST and not may_translate(request.user, page):
        raise PermissionDenied


@hooks.register("register_page_header_buttons")
def offer_to_translate(page, user, view_name, next_url=None):
    """Offer what the account may do: wagtail-localize asks for a right on the whole site."""
    if page.is_root() or not is_original(page) or not may_translate(user, page):
        return
    taken = page.get_translations(inclusive=True).filter(alias_of=None)
    if Locale.objects.exclude(pk__in=taken.values("locale_id")).exists():
        url = submission_url(page)
        yield Button(_("Traduire cette page"), url, priority=60, icon_name=ICON)
    if translation := translations_from(page).first():
        url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
        text = _("Mettre les traductions à jour")
        yield Button(text, url, priority=60, icon_name="resubmit")

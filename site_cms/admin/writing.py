"""What the editor tells the writer: after each save by hand, and while looking at the preview.

Nothing here keeps anybody from saving or publishing. The address, too, is written from the title.
"""

from django.db.models import SlugField
from django.forms import Media
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import WorkflowMenuItem
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.rich_text.editors.draftail.features import PluginFeature
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.userbar import AccessibilityItem, ContentCheckerItem
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import Comment, Page, WorkflowState

from site_cms.admin.desk import DeskPanel, add_to_desk, format_moment
from site_cms.admin.links import dead_ends
from site_cms.admin.panels import SHOWN_COMMENT
from site_cms.models import BasePage
from site_cms.words.letters import LIGATURES
from site_cms.words.writing import remarks


def _finds(mark):
    """Return the rule that reports what writing-checks.js has marked."""
    return {
        "id": mark,
        "impact": "serious",
        "selector": f'[data-writing="{mark}"]',
        "tags": ["best-practice"],
        "any": [],
        "all": [],
        "none": ["check-writing"],
        "enabled": True,
    }


class WritingChecker(ContentCheckerItem):
    """Wagtail's checker, with the links it does not look at and messages for writers."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "empty-content-alt",
        "vague-link",
        "long-sentence",
        "page-has-heading-one",
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        _finds("vague-link"),
        _finds("long-sentence"),
        {
            "id": "empty-content-alt",
            "impact": "moderate",
            "selector": ".fi-cover img, .fi-figure img",
            "tags": ["best-practice"],
            "any": [],
            "all": [],
            "none": ["check-empty-alt"],
            "enabled": True,
        },
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        {
            "id": "check-writing",
            "evaluate": "matches-definition-evaluate",
            "options": {"matcher": {"attributes": {"data-writing": "/./"}}},
        },
        {
            "id": "check-empty-alt",
            "evaluate": "matches-definition-evaluate",
            "options": {"matcher": {"attributes": {"alt": ["", None]}}},
        },
    ]

    @property
    def media(self):
        # Asked for when a page is shown: at import there may be no list of static files yet.
        return Media(js=[versioned_static("site_cms/admin/writing-checks.js")])

    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "alt-text-quality": {
            "error_name": gettext_lazy("Le texte alternatif est un nom de fichier"),
            "help_text": gettext_lazy("Dites ce que l’image apprend, en une phrase"),
        },
        "image-alt": {
            "error_name": gettext_lazy("Image sans texte alternatif"),
            "help_text": gettext_lazy("Dites ce que l’image apprend, en une phrase"),
        },
        "empty-content-alt": {
            "error_name": gettext_lazy("Image présentée comme décorative"),
            "help_text": gettext_lazy(
                "Sans texte alternatif, qui ne la voit pas n’en saura rien : est-ce voulu ?"
            ),
        },
        "empty-heading": {
            "error_name": gettext_lazy("Intertitre vide"),
            "help_text": gettext_lazy("Écrivez-le ou supprimez-le"),
        },
        "heading-order": {
            "error_name": gettext_lazy("Niveau d’intertitre sauté"),
            "help_text": gettext_lazy("Un sous-intertitre vient toujours sous un intertitre"),
        },
        "page-has-heading-one": {
            "error_name": gettext_lazy("Page sans titre principal"),
            "help_text": gettext_lazy("Remplissez le titre de la page"),
        },
        "link-name": {
            "error_name": gettext_lazy("Lien vide"),
            "help_text": gettext_lazy("Donnez-lui un texte, ou supprimez-le"),
        },
        "vague-link": {
            "error_name": gettext_lazy("Lien trop vague"),
            "help_text": gettext_lazy("Dites où il mène : « Consulter l’appel à projets »"),
        },
        "long-sentence": {
            "error_name": gettext_lazy("Phrase trop longue"),
            "help_text": gettext_lazy("Plus de 40 mots : coupez-la en deux"),
        },
        "empty-meta-description": {
            "error_name": gettext_lazy("Résumé manquant"),
            "help_text": gettext_lazy("Les listes et les moteurs de recherche le montrent"),
        },
    }


@hooks.register("construct_wagtail_userbar")
def check_writing(request, items, page):
    items[:] = [WritingChecker() if isinstance(i, AccessibilityItem) else i for i in items]


class CommentsPanel(DeskPanel):
    """What colleagues have noted beside the text, page by page, and nobody has settled."""

    name, order, icon = "comments", 32, "comment"
    heading = gettext_lazy("Commentaires à traiter")
    help_text = gettext_lazy(
        "Ils sont dans la marge du formulaire, par le bouton « Commentaires »."
    )

    def find(self):
        own = Page.objects.filter(self.boundary.owned_pages())
        notes = Comment.objects.filter(resolved_at=None, page__in=own.order_by().values("pk"))
        notes = notes.exclude(user=self.request.user).select_related("page__locale", "user")
        newest = list(notes.order_by("-updated_at", "-pk")[: self.limit + 1])
        Page.objects.annotate_parent_page([note.page for note in newest])
        return [self.entry(note.page, self._words(note)) for note in newest]

    def _words(self, note):
        who = note.user.get_full_name() or note.user.get_username()
        return f"{who}\u00a0: «\u00a0{Truncator(note.text).chars(SHOWN_COMMENT)}\u00a0»"


@hooks.register("construct_homepage_panels")
def show_comments(request, panels):
    add_to_desk(request, panels, CommentsPanel)


@hooks.register("before_edit_page")
def say_where_the_review_stands(request, page):
    """The step, and the words of who reviewed: Wagtail keeps them for mails and the history."""
    state = page.current_workflow_state
    if request.method != "GET" or not state or not (task := state.current_task_state):
        return
    step = task.task.name
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        who = get_user_display_name(task.finished_by) if task.finished_by else step
        said = _("Modifications demandées par %(who)s, à l’étape «\u00a0%(step)s\u00a0».")
        words = f"«\u00a0{task.comment}\u00a0»" if task.comment else ""
        text = format_html("<strong>{}</strong> {}", said % {"who": who, "step": step}, words)
        messages.warning(request, text)
    elif page.current_workflow_task.get_actions(page, request.user):
        said = _("Cette page attend votre avis, à l’étape «\u00a0%(step)s\u00a0».")
        messages.info(request, said % {"step": step})


@hooks.register("construct_page_action_menu")
def offer_one_yes(items, request, context):
    """Whoever reviews a page approves it: no second button publishes, none asks for a comment."""
    reviewed = [item for item in items if isinstance(item, WorkflowMenuItem)]
    yes = next((i for i in reviewed if i.name == "approve" and not i.launch_modal), None)
    if yes is None:
        return
    others = [i for i in items if i.name not in ("approve", "action-publish")]
    items[:] = [yes, *others]


@hooks.register("after_edit_page", order=-10)
def say_what_approval_did(request, page):
    """Wagtail only says that the page has been updated, as it does of a draft."""
    if not (
        "action-workflow-action" in request.POST
        and request.POST.get("workflow-action-name") == "approve"
    ):
        return
    page = Page.objects.get(pk=page.pk)
    title = page.get_admin_display_title()
    if page.live and not page.has_unpublished_changes:
        said = _("Approuvée : la page « %(title)s » est en ligne.") % {"title": title}
        buttons = [messages.button(page.url, _("Voir en ligne"))] if page.url else []
        messages.success(request, said, buttons=buttons)
    elif page.approved_schedule and page.go_live_at:
        messages.success(
            request,
            _("Approuvée : la page « %(title)s » sera mise en ligne le %(when)s.")
            % {"title": title, "when": format_moment(page.go_live_at)},
        )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_is_not_scheduled_yet(request, page):
    """A date alone publishes nothing; Wagtail says no more than that the page has been updated."""
    if not _is_saved_by_hand(request):
        return
    is_decided = {"action-publish", "action-workflow-action"} & set(request.POST)
    if is_decided or not page.go_live_at or page.go_live_at <= timezone.now():
        return
    if page.permissions_for_user(request.user).can_publish():
        said = _(
            "La date est notée, mais rien n’est encore programmé\u00a0: choisissez "
            "«\u00a0Programmer pour publication\u00a0» dans le menu du bouton d’enregistrement."
        )
    else:
        said = _("La date est notée\u00a0: la page sera programmée quand elle aura été approuvée.")
    messages.warning(request, said)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_could_be_better(request, page):
    if not _is_saved_by_hand(request):
        return
    if isinstance(page, BasePage):
        _say(request, _("À vérifier dans cette page"), remarks(page))
        _say(
            request,
            _("Des liens ne mènent nulle part pour le public"),
            dead_ends(page, request.user),
        )


def _is_saved_by_hand(request):
    """Automatic saving happens in mid-sentence."""
    return request.method == "POST" and request.accepts("text/html")


def _say(request, heading, lines):
    if lines:
        items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
        messages.warning(request, format_html("<strong>{}</strong><ul>{}</ul>", heading, items))


# Wagtail's own field leaves these letters out.
register_form_field_override(
    SlugField, override=lambda field: {"widget": SlugInput(formatters=list(LIGATURES.items()))}
)


# What paste.js says of what it has made, and of what it left out.
PASTE_WORDS = {
    "made": gettext_lazy("Devenus des blocs\u00a0:"),
    "flat": gettext_lazy("Devenus des paragraphes, faute de blocs ici\u00a0:"),
    "heading": gettext_lazy("intertitres"),
    "table": gettext_lazy("tableaux"),
    "left": gettext_lazy("Laissés de côté\u00a0:"),
    "notes": gettext_lazy("notes de bas de page"),
    "comments": gettext_lazy("commentaires"),
    "deleted": gettext_lazy("texte supprimé en suivi des modifications"),
    "images": gettext_lazy("images"),
    "fields": gettext_lazy("champs de formulaire"),
    "underlined": gettext_lazy("soulignements"),
    "highlighted": gettext_lazy("surlignages"),
    "links": gettext_lazy("liens internes au document ou dans un tableau"),
}


@hooks.register("register_rich_text_features")
def add_paste(features):
    feature = PluginFeature({"type": "paste", "words": PASTE_WORDS}, js=["site_cms/admin/paste.js"])
    features.register_editor_plugin("draftail", "paste", feature)


@hooks.register("insert_editor_js")
def count_signs():
    """A counter below each field that has a limit, while it is written in."""
    return format_html(
        '<script src="{}" data-left="{}"></script>',
        *(versioned_static("site_cms/admin/left.js"), _("Signes restants\u00a0: %s")),
    )

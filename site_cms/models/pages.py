"""What every page has, and what of it the public may see."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager, PageViewRestriction, WorkflowPage, get_page_models
from wagtail.query import PageQuerySet
from wagtail.search import index

from site_cms.rights.boundary import way_to
from site_cms.rights.page_forms import BoundaryPageForm
from site_cms.rights.transfers import BoundaryCopyForm
from site_cms.translation.fields import own_address
from site_cms.translation.twins import follow_title, note_progress, settle
from site_cms.validators import validate_date, validate_lines, validate_local_time
from site_cms.words.french import in_french
from site_cms.words.sorting import BY_TITLE
from site_cms.words.writing import mend

from .addresses import take_place
from .page_form import PageFormMixin
from .search import PAGE, SearchKind
from .slugs import fill_in_slug, refuse_reserved_slug
from .snippets import Theme
from .visibility import in_private_part, private_paths

# What search engines show of a description, more or less.
DESCRIPTION_LENGTH = 200
SCHEDULE = ("go_live_at", "expire_at")

# Sent once a page stands in the database with all that hangs on it; post_save comes before that.
page_written = Signal()


class PublicPageQuerySet(PageQuerySet):
    """The verbs for what the public may see; a type of page writes its own `published()`.

    `visible()` is what a reader may open, `published()` what a list shows, `in_language()` what a
    directory of one language shows, `indexable()` what engines and our search may name.
    """

    def published(self):
        """Return the pages of a public list, by title, loaded for cards.

        Lists, feeds, cards, exports and blocks read this. A type whose cards show more than the
        title, the summary and the image, or that has an order of its own, says so here.
        """
        return self.visible().select_related("image").order_by(*BY_TITLE)

    def visible(self):
        """Return live pages outside any private part of the tree.

        As `live().public()`, but an alias is as private as the page it repeats, and a page that has
        ended is left out at once: the scheduler takes it offline later. What is private is asked
        once per publication; where nothing is, no row is asked.
        """
        lasting = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
        online = self.live().filter(lasting)
        if not private_paths():
            return online
        here, source = in_private_part("path"), in_private_part("alias_of__path")
        return online.exclude(here).exclude(Q(alias_of__isnull=False) & source)

    def in_language(self, locale_id):
        """Keep what a directory of one language lists: its pages, and French ones it lacks.

        So a directory counts the same in every language, however far its translation is.
        """
        mine = type(self)(self.model).visible().filter(locale_id=locale_id)
        lacking = ~Q(translation_key__in=mine.values("translation_key"))
        return self.filter(Q(locale_id=locale_id) | (in_french() & lacking))

    def indexable(self):
        """Return what search engines, and our own search, may show: visible, and not kept out.

        The wish to be kept out is a field of each type of page: asked of plain pages, it is looked
        up in all of them, in the same query.
        """
        pages = self.visible()
        if issubclass(self.model, BasePage):
            return pages.filter(noindex=False)
        first, *others = (
            model._base_manager.filter(noindex=True).values("pk") for model in page_types()
        )
        return pages.exclude(pk__in=first.union(*others, all=True))


def page_types() -> list[type["BasePage"]]:
    """Return every type of page of the site, whatever room it is in."""
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def visible_pages() -> PublicPageQuerySet:
    """Return the visible pages of every type, as plain pages."""
    return PublicPageQuerySet(Page).visible()


BasePageManager = PageManager.from_queryset(PublicPageQuerySet)


class BasePageForm(PageFormMixin, BoundaryPageForm):
    pass


class BasePage(Page):
    """What every page of the site has, and what may be asked of it.

    Below its fields stands the contract of a page: all that cards, lists, feeds, search, sitemap,
    API and share pictures read of it, each with a plain default. A type of page says otherwise
    where it knows better, and nobody asks whether it has an attribute. What a new type owes besides
    is in checks.py, and docs/adding-a-page-type.md.
    """

    summary = models.TextField(
        _("résumé"),
        max_length=300,
        blank=True,
        help_text=_(
            "Deux ou trois phrases, 300 signes au plus. Affiché en tête de la page, dans les "
            "listes et par les moteurs de recherche."
        ),
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Au moins 1 200 pixels de large. Recadrée autour de son point d’intérêt."),
    )
    image_alt = models.CharField(
        _("texte alternatif de l’image"),
        max_length=250,
        blank=True,
        help_text=_(
            "Ce que l’image apprend au lecteur qui ne la voit pas. "
            "À laisser vide si elle est purement décorative."
        ),
    )

    noindex = models.BooleanField(
        _("absente des moteurs de recherche"),
        default=False,
        help_text=_(
            "La page reste en ligne pour qui en a l’adresse ou suit un lien, mais ni les moteurs "
            "de recherche ni la recherche du site ne la proposent. Ne vaut que pour cette page, "
            "pas pour celles qui sont dessous."
        ),
    )

    review_by = models.DateField(
        _("à relire avant le"),
        null=True,
        blank=True,
        validators=[validate_date],
        help_text=_(
            "Passé ce jour, la page paraît dans « À relire » sur l’accueil de l’administration."
        ),
    )
    archived_on = models.DateField(
        _("archivée le"),
        null=True,
        blank=True,
        validators=[validate_date],
        help_text=_(
            "Pour une page gardée en ligne comme trace du passé : un avis prévient le lecteur "
            "qu’elle n’est plus mise à jour."
        ),
    )

    # What a translation tells its readers, kept by translation/twins.py and models/lateness.py.
    is_partly_translated = models.BooleanField(default=False, editable=False)
    behind_since = models.DateTimeField(null=True, editable=False)

    objects = BasePageManager()
    base_form_class = BasePageForm
    copy_form_class = BoundaryCopyForm

    summary_panels = [
        MultiFieldPanel(
            [FieldPanel("summary"), FieldPanel("image"), FieldPanel("image_alt")],
            heading=_("Résumé et image"),
        )
    ]
    content_panels = Page.content_panels + summary_panels
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("noindex"),
            ],
            heading=_("Référencement"),
        ),
    ]
    life_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("review_by"), FieldPanel("archived_on")])],
            heading=_("Vie de la page"),
        )
    ]
    settings_panels = Page.settings_panels + life_panels
    search_fields = Page.search_fields + [
        index.SearchField("summary", boost=2),
        index.FilterField("locale_id"),
    ]
    # What the API tells of a page, besides its titles and dates: a field not named stays in.
    api_fields = ["summary", "image", "image_alt", "archived_on"]
    # Moments at which something ends: a day typed there is meant to its last minute.
    ends: tuple[str, ...] = ("expire_at",)
    published_day = ""
    # What is copied into translations, not translated; other types add theirs to it.
    override_translatable_fields = own_address()
    # Foreign keys read by the page's template, fetched along with the page itself.
    detail_relations: tuple[str, ...] = ("image",)
    # Those that lead to a few things, which many pages name: read once per publication.
    shared_relations: tuple[str, ...] = ()
    # What networks take a shared link for.
    open_graph_type = "website"

    # Cards and heads of pages: (text, class of the badge), and one line below the title.
    card_badges: list[tuple[str, str]] = []
    card_detail = ""
    # Whether that line is written in the page's language, not in the screen's.
    detail_is_written = False
    # What tells the page from others that may bear its title, where titles stand alone.
    title_detail = ""

    # Who is told when it is published, in sentences: those who follow feeds and calendars.
    told_by: tuple[str, ...] = ()
    # Where search files the page, the day it is of, and the themes it can be narrowed to.
    search_kind: SearchKind = PAGE
    public_day: date | None = None
    public_themes: Iterable[Theme] = ()
    # The page of the region it is about; each page of such a type stands for one.
    region: "BasePage | None" = None
    is_region = False

    # Relations to many that its template shows, and what the public may see of each: found in one
    # statement when the page is served (public/rich_text.py), unknown in a preview.
    shown_relations: tuple[str, ...] = ()
    found_relations: dict[str, list] | None = None

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        fill_in_slug(self)
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        refuse_reserved_slug(self.slug, self.get_parent() if self.path else None)
        # Set on the way to a save that would hide a newer version: see admin/conflicts.py.
        if conflict := getattr(self, "edit_conflict", None):
            raise ValidationError(conflict.message)
        wrong = {name: validate_local_time(getattr(self, name)) for name in SCHEDULE}
        wrong |= validate_lines(self)
        if errors := {name: message for name, message in wrong.items() if message}:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if not kwargs.get("update_fields"):
            take_place(self)
            mend(self)
            settle(self)
            follow_title(self)
            note_progress(self)
        super().save(*args, **kwargs)
        # Saves of single fields come from drafts: what else is in memory is not in the database.
        if not kwargs.get("update_fields"):
            page_written.send(sender=type(self), instance=self)

    @cached_property
    def _workflow(self):
        """Wagtail asks six statements of an editor's screen for what one can tell."""
        way = way_to(self.path or "")
        found = WorkflowPage.objects.filter(page__path__in=way, workflow__active=True)
        nearest = found.select_related("workflow").order_by("-page__depth").first()
        return nearest.workflow if nearest else None

    @property
    def has_workflow(self):
        return self._workflow is not None

    def get_workflow(self):
        return self._workflow

    def save_revision(self, *args, **kwargs):
        # A draft of a page that is online is saved as a revision only.
        mend(self)
        settle(self)
        note_progress(self)
        return super().save_revision(*args, **kwargs)

    @property
    def description(self) -> str:
        """The text for search engines and shared links: written for them, or the summary."""
        if self.search_description or len(self.summary) <= DESCRIPTION_LENGTH:
            return self.search_description or self.summary
        return f"{self.summary[: DESCRIPTION_LENGTH - 1].rpartition(' ')[0]}…"

    def structured_data(self, shown) -> dict | None:
        """Return what the page is about, as schema.org says it: see structured_data.py."""
        return None

    @property
    def search_region(self) -> tuple[str, str]:
        """The code and name of the region that search files the page under."""
        return self.region.search_region if self.region else ("", "")

    @property
    def is_archived(self) -> bool:
        return bool(self.archived_on) and self.archived_on <= timezone.localdate()

    def public_related(self, name: str, *, untranslated: bool = False):
        """Return the public pages a relation leads to, in previews of unsaved changes as well.

        Pages that name this one are of its language; with `untranslated`, those which name its
        French version and that nobody has translated are among them.
        """
        relation = self._meta.get_field(name)
        pages = relation.related_model.objects.published()
        if not relation.auto_created:
            # What an unsaved change relates to only looks like a queryset.
            return pages.filter(pk__in=getattr(self, name).values_list("id", flat=True))
        if not self.pk:
            return pages.none()
        naming = relation.remote_field.name
        if untranslated:
            versions = {f"{naming}__translation_key": self.translation_key}
            return pages.in_language(self.locale_id).filter(**versions)
        return pages.filter(locale_id=self.locale_id, **{naming: self.pk})

    def get_view_restrictions(self):
        """As Wagtail's, without its two queries when the router saw no restriction on the way."""
        if getattr(self, "routed_in_public", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

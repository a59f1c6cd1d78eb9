"""The articles, and the page that lists them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, Min, Q
from django.forms import CheckboxSelectMultiple, Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from news.blocks import NamedPersonBlock, RelatedArticleBlock
from news.structured_data import news_article
from site_cms.blocks import SourceBlock, StoryBlock
from site_cms.models import (
    SEARCH_KINDS,
    BasePage,
    BasePageManager,
    IndexPage,
    PagePicker,
    PublicPageQuerySet,
    Theme,
    WordPanel,
    visible_pages,
)
from site_cms.public.listing import Filter, Listing
from site_cms.publications.memo import remembered, shared, shared_each
from site_cms.translation.fields import same_everywhere
from site_cms.validators import validate_date, validate_hashtag
from site_cms.words.dates import format_day
from site_cms.words.sorting import name_key
from territories.models import RegionPage, territory_picker

from .filing import filing_filters
from .section import Section

RELATED_COUNT = 3
_NEWEST = ["-published_on", "-page_ptr"]
PIONEER_PICKER = PagePicker("pioneer_picker", _("Ajouter des pionniers"))
SEARCH_KIND = SEARCH_KINDS.register("actualite", _("Actualités"), rank=10)


def national_articles() -> Q:
    """Return the condition for national lists: under an index, or let through from a region."""
    national = Q(national_selection__isnull=False)
    for path in _index_paths():
        national |= Q(path__startswith=path)
    return national


@remembered
def _index_paths() -> tuple[str, ...]:
    return tuple(NewsIndexPage.objects.order_by("path").values_list("path", flat=True))


class NewsQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the articles the public may see, newest first, loaded for cards: without texts."""
        return (
            self.visible()
            .select_related("image", "section")
            .defer("body", "people", "sources", "related")
            .order_by("-published_on", "-pk")
        )

    def national(self):
        """Return what the home page and the list of news may show, as published() does.

        A region publishes on its own pages; communication decides what goes further.
        """
        return self.published().filter(national_articles())

    def related_to(self, article) -> list["NewsPage"]:
        """Return what to read next: the articles chosen by hand, then the newest of the section."""
        # The stored keys, without fetching the pages behind them.
        chosen = [block["value"] for block in article.related.raw_data if block["value"]]
        found = shared_each(("articles",), chosen, _published)
        first = {key: found[key] for key in chosen if found[key]}
        newest = {one.pk: one for one in _newest_of(article.locale_id, article.section_id)}
        there = {**first, **newest}.values()
        others = [o for o in there if o.pk != article.pk and o.locale_id == article.locale_id]
        return others[:RELATED_COUNT]


def _published(keys) -> dict[int, "NewsPage | None"]:
    found = NewsPage.objects.published().in_bulk(keys)
    return {key: found.get(key) for key in keys}


@remembered
def _newest_of(locale_id, section_id) -> list["NewsPage"]:
    """The newest articles of a section, with some to spare: itself, and those chosen by hand."""
    articles = NewsPage.objects.national().filter(locale_id=locale_id, section_id=section_id)
    return list(articles[: 2 * RELATED_COUNT + 1])


class NewsIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("liste des actualités")

    def articles(self):
        return NewsPage.objects.national().filter(locale_id=self.locale_id)

    def listing(self, request):
        years = Filter("annee", _("Année"), self._years(), "published_on__year")
        filters = [*filing_filters(self.locale_id), years]
        return Listing(request, self.articles(), filters, ("news", self.locale_id))

    def _years(self):
        return shared(("years of news", self.locale_id), self._found_years)

    def _found_years(self):
        span = (
            self.articles()
            .order_by()
            .aggregate(first=Min("published_on"), last=Max("published_on"))
        )
        if not span["first"]:
            return []
        years = range(span["last"].year, span["first"].year - 1, -1)
        return [(str(year), str(year)) for year in years]


class NewsPage(BasePage):
    published_on = models.DateField(
        _("publié le"),
        default=timezone.localdate,
        validators=[validate_date],
        help_text=_("La date que lit le public ; la liste est classée d’après elle."),
    )
    modified_on = models.DateField(
        _("modifié le"),
        null=True,
        blank=True,
        validators=[validate_date],
        help_text=_(
            "À remplir quand le sens du texte change, pas pour une coquille. "
            "Affiché seulement s’il est postérieur à la publication."
        ),
    )
    section = models.ForeignKey(
        Section, verbose_name=_("rubrique"), on_delete=models.PROTECT, related_name="articles"
    )
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("thèmes"), blank=True, related_name="articles"
    )
    region = models.ForeignKey(
        "territories.RegionPage",
        verbose_name=_("région"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
        help_text=_("L’article paraît aussi sur la page de cette région."),
    )
    people = StreamField(
        [("person", NamedPersonBlock())], verbose_name=_("personnes citées"), blank=True
    )
    body = StreamField(StoryBlock(), verbose_name=_("article"))
    pioneers = ParentalManyToManyField(
        "pioneers.PioneerPage", verbose_name=_("pionniers"), blank=True, related_name="articles"
    )
    territories = ParentalManyToManyField(
        "territories.TerritoryPage",
        verbose_name=_("territoires"),
        blank=True,
        related_name="articles",
    )
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)
    related = StreamField(
        [("article", RelatedArticleBlock())],
        verbose_name=_("dans la même rubrique"),
        blank=True,
        max_num=RELATED_COUNT,
        help_text=_("Vos choix d’abord ; les articles récents de la rubrique complètent."),
    )
    hashtag = models.CharField(
        _("mot-dièse"),
        max_length=40,
        blank=True,
        validators=[validate_hashtag],
        help_text=_("Sans le signe #. Proposé quand un lecteur partage l’article."),
    )

    parent_page_types = ["news.NewsIndexPage", "territories.RegionPage"]
    subpage_types = []
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "hashtag"
    )
    open_graph_type = "article"
    told_by = (_("Qui suit les flux d’actualités (RSS, Atom)."),)
    published_day = "published_on"
    detail_relations = ("image", "section")
    shared_relations = ("region",)
    shown_relations = ("pioneers", "territories", "themes")
    search_kind = SEARCH_KIND
    objects = BasePageManager.from_queryset(NewsQuerySet)()

    date_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("published_on"), FieldPanel("modified_on")])],
            heading=_("Dates"),
        )
    ]
    filing_panels = [
        MultiFieldPanel(
            [
                # Lists, not choosers: what they offer is cut down to the page's language.
                WordPanel("section", widget=Select),
                WordPanel("themes", widget=CheckboxSelectMultiple),
                FieldPanel("region", widget=Select),
            ],
            heading=_("Classement"),
        )
    ]
    mention_panels = [
        MultiFieldPanel(
            [
                FieldPanel("people"),
                FieldPanel("pioneers", widget=PIONEER_PICKER),
                FieldPanel("territories", widget=territory_picker()),
            ],
            heading=_("Qui et où"),
        )
    ]
    follow_panels = [
        MultiFieldPanel(
            [FieldPanel("sources"), FieldPanel("related"), FieldPanel("hashtag")],
            heading=_("Pour aller plus loin"),
        )
    ]
    content_panels = [
        *BasePage.content_panels,
        *date_panels,
        *filing_panels,
        FieldPanel("body"),
        *mention_panels,
        *follow_panels,
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("body"),
        index.SearchField("people"),
        index.FilterField("published_on"),
        index.FilterField("section_id"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "published_on",
        "modified_on",
        "section",
        "themes",
        "region",
        "people",
        "body",
        "pioneers",
        "territories",
        "sources",
        "related",
        "hashtag",
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # Each list reads the newest of what it shows, and stops.
        indexes = [
            models.Index(fields=_NEWEST, name="news_by_date"),
            models.Index(fields=["section", *_NEWEST], name="news_by_section"),
            models.Index(fields=["region", *_NEWEST], name="news_by_region"),
            # Few have such a day, and what is to be read again is asked of all.
            models.Index(
                fields=["review_by"], condition=Q(review_by__isnull=False), name="news_reread"
            ),
            models.Index(
                fields=["archived_on"], condition=Q(archived_on__isnull=False), name="news_archived"
            ),
        ]

    def clean(self):
        super().clean()
        if self.modified_on and self.published_on and self.modified_on < self.published_on:
            raise ValidationError(
                {
                    "modified_on": _(
                        "Un article ne peut être modifié avant d’être publié : corrigez l’une "
                        "des deux dates, ou videz celle-ci."
                    )
                }
            )

    def save(self, *args, **kwargs):
        self._file_where_it_stands()
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        # A draft of an article that is online is saved as a revision only.
        self._file_where_it_stands()
        return super().save_revision(*args, **kwargs)

    def _file_where_it_stands(self):
        """File an article written under a region there, so that all its lists have it."""
        if not self.region_id:
            self.region = RegionPage.objects.filter(path=self.path[: -self.steplen]).first()

    def structured_data(self, shown):
        return news_article(self, shown)

    @property
    def shown_modified_on(self):
        """The date of modification if it tells the reader anything: later than publication."""
        later = self.modified_on and self.modified_on > self.published_on
        return self.modified_on if later else None

    @property
    def public_day(self):
        return self.published_on

    @property
    def public_themes(self):
        found = self.found_relations
        return self.themes.all() if found is None else found["themes"]

    @property
    def card_badges(self) -> list[tuple[str, str]]:
        return [(self.section.name, "fr-badge--blue-cumulus")]

    @property
    def card_detail(self) -> str:
        return format_day(self.published_on)

    def related_articles(self):
        return NewsPage.objects.related_to(self)

    def mentioned_pages(self):
        """The public pages among the named ones, by title, as plain pages for links."""
        found = self.found_relations
        if found is None:
            pioneers = self.pioneers.values_list("id", flat=True)
            territories = self.territories.values_list("id", flat=True)
            named = visible_pages().filter(Q(pk__in=pioneers) | Q(pk__in=territories))
        else:
            named = found["pioneers"] + found["territories"]
        return sorted(named, key=lambda page: name_key(page.title))

"""What the public search reads, and what communication adds to it.

The index is entries, their shelves and their words; search/ fills and asks it. Promoted results are
written by people; misses are counted.
"""

from dataclasses import dataclass
from operator import attrgetter

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.documents import get_document_model_string


@dataclass(frozen=True)
class SearchKind:
    """What a reader may narrow a search to; the value stands in addresses."""

    value: str
    label: str
    rank: int


class SearchKinds(BaseChoiceIterator):
    """The kinds of the ground floor and of all rooms, by rank: the choices of a field.

    They are read when they are asked for: rooms register theirs as their models are loaded.
    """

    def __init__(self):
        self._known: dict[str, SearchKind] = {}

    def register(self, value: str, label: str, rank: int) -> SearchKind:
        if value in self._known:
            raise ImproperlyConfigured(f"Two kinds of search result are called {value!r}.")
        self._known[value] = SearchKind(value, label, rank)
        return self._known[value]

    def __iter__(self):
        for kind in sorted(self._known.values(), key=attrgetter("rank")):
            yield kind.value, kind.label

    def label_of(self, value: str) -> str:
        """Return the name of a kind; of one whose room is gone, its value."""
        return self._known[value].label if value in self._known else value


SEARCH_KINDS = SearchKinds()
DOCUMENT = SEARCH_KINDS.register("document", _("Documents"), rank=60)
PAGE = SEARCH_KINDS.register("page", _("Pages"), rank=70)


class SearchShelf(models.Model):
    """What the facets count of an entry; the entries that share all of it share a shelf.

    A shelf is never changed: an entry goes to another one. They are few, so a search counts its
    results by shelf, and reads the names of a hundred shelves rather than of all its results.
    """

    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, choices=SEARCH_KINDS)
    region = models.CharField(max_length=3, blank=True)
    region_name = models.CharField(max_length=80, blank=True)
    # One line for each: its identifier, a tab, its name.
    themes = models.TextField(blank=True)
    # All of the above in few characters, so that no two shelves are the same.
    digest = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.language} {self.kind} {self.region}"

    @property
    def kind_label(self) -> str:
        """As get_kind_display(), which reads all kinds for each."""
        return SEARCH_KINDS.label_of(self.kind)


class SearchEntry(models.Model):
    """What the public can find: one row for each public page and for each document.

    There is no row for a page that not everybody may read. Documents are found through a page:
    only while one with a row links to them.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    document = models.OneToOneField(
        get_document_model_string(),
        null=True,
        on_delete=models.CASCADE,
        related_name="search_entry",
    )
    shelf = models.ForeignKey(SearchShelf, on_delete=models.PROTECT, related_name="entries")
    # The day of a piece of news as a number of days, cheap to read by the thousand.
    day = models.IntegerField(null=True)
    expires_at = models.DateTimeField(null=True)
    # What the entry was made of: saving the same again writes nothing.
    digest = models.CharField(max_length=80)
    # The name of the file a document's text was read from.
    source = models.CharField(max_length=255, blank=True)
    linked_documents = models.ManyToManyField(
        get_document_model_string(), related_name="search_links"
    )
    title = models.TextField()
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)

    # What the index holds is no use that anybody made of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entrée de la recherche")
        verbose_name_plural = _("entrées de la recherche")
        indexes = [
            # Few pages expire, and every search asks which have.
            models.Index(
                fields=["expires_at"],
                condition=models.Q(expires_at__isnull=False),
                name="search_entry_expiry",
            )
        ]

    def __str__(self):
        return self.title


class SearchTerm(models.Model):
    """How much one word, as analysed, weighs in one entry.

    Shelf and day repeat those of the entry: a search is answered by the index below alone, and
    reads no entry but the twelve it shows.
    """

    entry = models.ForeignKey(
        SearchEntry, on_delete=models.CASCADE, related_name="terms", db_index=False
    )
    language = models.CharField(max_length=10)
    term = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()
    shelf = models.ForeignKey(
        SearchShelf,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    day = models.IntegerField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            # Read from its end: of a word that very many entries hold, those it weighs most in.
            models.Index(
                fields=["language", "term", "weight", "entry", "shelf", "day"],
                name="search_term_weight",
            ),
            # Whether certain entries hold another word, too; and what to take away with an entry.
            models.Index(fields=["entry", "term"], name="search_term_entry"),
        ]

    def __str__(self):
        return self.term


class SearchWord(models.Model):
    """A word of a title, whole and folded: what suggestions are looked up by."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(max_length=10)
    word = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            # On PostgreSQL, prefixes need this order whatever the collation.
            models.Index(
                fields=["language", "word"],
                opclasses=["varchar_pattern_ops", "varchar_pattern_ops"],
                name="search_word_index",
            )
        ]

    def __str__(self):
        return self.word


class PromotedResult(models.Model):
    """A page that communication puts above the results of certain searches."""

    language = models.CharField(
        _("langue"),
        max_length=10,
        choices=[("fr", _("français")), ("en", _("anglais"))],
        default="fr",
    )
    searches = models.TextField(
        _("recherches"),
        max_length=1_000,
        help_text=_(
            "Une par ligne : « crèche », « garde d’enfants ». Accents, majuscules, pluriels et "
            "ordre des mots ne comptent pas."
        ),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page mise en avant"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("N’est montrée que tant que tout le monde peut la lire."),
    )
    reason = models.CharField(
        _("texte sous le titre"),
        max_length=250,
        blank=True,
        help_text=_("À défaut, le résumé de la page."),
    )

    panels = [
        FieldPanel("searches"),
        FieldPanel("language"),
        PageChooserPanel("page"),
        FieldPanel("reason"),
    ]

    class Meta:
        verbose_name = _("résultat mis en avant")
        verbose_name_plural = _("résultats mis en avant")
        ordering = ["pk"]

    def __str__(self):
        return ", ".join(self.searches.split("\n"))[:100]


class SearchMiss(models.Model):
    """How often certain words found nothing on one day: no person, no hour, no address."""

    day = models.DateField()
    language = models.CharField(max_length=10)
    words = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("recherche sans résultat")
        verbose_name_plural = _("recherches sans résultat")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "words"], name="search_miss_per_day")
        ]

    def __str__(self):
        return self.words

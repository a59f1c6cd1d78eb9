"""Keeping the index true: what the public can find is written in the transaction that changes it.

A page enters when it is saved live and leaves when it is withdrawn, made private or deleted.
`reconcile` puts right whatever went another way; `make run` calls it at each start.
"""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.search import index
from wagtail.signals import post_page_move
from wagtail.snippets.models import get_snippet_models

from site_cms.models import (
    BasePage,
    SearchEntry,
    SearchShelf,
    SearchTerm,
    SearchWord,
    SiteDocument,
    visible_pages,
)
from site_cms.models.pages import page_written
from site_cms.models.search import DOCUMENT
from site_cms.search.analysis import terms, words
from site_cms.search.documents import document_text, reading_turn

# Part of every digest: a new number makes `reconcile` write every entry anew.
VERSION = 4
# What one entry keeps of a text; an article has a tenth of this.
TEXT_LIMIT = 200_000
TITLE_WEIGHT, SUMMARY_WEIGHT, NAME_WEIGHT, TEXT_WEIGHT = 400, 100, 200, 100
# Beyond this many words a text says each of them less.
USUAL_LENGTH = 400
BATCH = 50

# --- Pages ------------------------------------------------------------------------------------


def findable_pages():
    """Return the pages a search may find: those everybody may read, less those kept out."""
    return visible_pages().indexable().filter(depth__gt=1)


def index_page(page: BasePage):
    """Write, or take away, the entry of a page that is as it stands in the database."""
    _index([page])


def _index(pages):
    hopeful = [page.pk for page in pages if page.live and not page.noindex]
    findable = set()
    if hopeful:
        findable.update(visible_pages().filter(pk__in=hopeful).values_list("pk", flat=True))
    _forget(page__in=[page.pk for page in pages if page.pk not in findable])
    _write("page", [_draft_of_page(page) for page in pages if page.pk in findable])


def _draft_of_page(page):
    texts = {"summary": [], "text": []}
    for boost, text in _searched(page, page.get_search_fields()):
        texts["summary" if boost > 1 else "text"].append(text)
    region, region_name = page.search_region
    shelf = {
        "language": page.locale.language_code,
        "kind": page.search_kind.value,
        "region": region,
        "region_name": region_name,
        "themes": "\n".join(sorted(f"{theme.slug}\t{theme.name}" for theme in page.public_themes)),
    }
    fields = {
        "day": page.public_day.toordinal() if page.public_day else None,
        "expires_at": page.expire_at,
        "title": page.title,
        "summary": " ".join(texts["summary"]),
        "text": "\n".join(texts["text"])[:TEXT_LIMIT],
    }
    return _Draft(page.pk, shelf, fields, _linked_documents(page))


def _searched(thing, fields):
    """Yield (boost, text) of all that the `search_fields` of a model say, the title left out."""
    for field in fields:
        if isinstance(field, index.RelatedFields):
            related = field.get_value(thing)
            related = related.all() if hasattr(related, "all") else filter(None, [related])
            for other in related:
                yield from _searched(other, field.fields)
        elif isinstance(field, index.SearchField) and field.field_name != "title":
            value = field.get_value(thing)
            pieces = value if isinstance(value, list) else [value]
            text = "\n".join(str(piece) for piece in pieces if piece)
            if text:
                yield field.boost or 1, text


def _linked_documents(page) -> list[int]:
    """The documents a page leads to, in blocks and in links of texts."""
    wanted = ContentType.objects.get_for_model(SiteDocument).pk
    # The index in the database is written later; the extraction it uses has no other name.
    references = ReferenceIndex._extract_references_from_object(page)
    keys = {int(key) for type_id, key, *_path in references if type_id == wanted}
    return sorted(SiteDocument.objects.filter(pk__in=keys).values_list("pk", flat=True))


# --- Documents --------------------------------------------------------------------------------


def index_document(document: SiteDocument):
    """Write the entry of a document; whether readers meet it is asked when they search.

    A new file is found by its title until it is read.
    """
    known = SearchEntry.objects.filter(document_id=document.pk, source=document.file.name).first()
    _write_document(document, known.source if known else "", known.text if known else "")


def unread_documents():
    """Return the documents whose file nobody has read yet."""
    unread = SearchEntry.objects.exclude(document=None).exclude(source=F("document__file"))
    return SiteDocument.objects.filter(pk__in=unread.values("document")).order_by("pk")


def read_documents(documents):
    """Read the files of documents; where another is being read, these are left to `publish_due`."""
    with reading_turn() as is_ours:
        for document in documents if is_ours else ():
            name, text = document.file.name, document_text(document)
            # It may have been changed or deleted meanwhile.
            if now := SiteDocument.objects.filter(pk=document.pk, file=name).first():
                _write_document(now, name, text)


def _write_document(document, name, text):
    shelf = {"language": document.language, "kind": DOCUMENT.value}
    fields = {"source": name, "title": document.title, "text": text[:TEXT_LIMIT]}
    _write("document", [_Draft(document.pk, shelf, fields, [])])


# --- Entries ----------------------------------------------------------------------------------


@dataclass
class _Draft:
    """An entry as it should be: whose it is, where it is filed, what it says, where it leads."""

    owner: int
    shelf: dict
    fields: dict
    documents: list[int]

    @property
    def digest(self) -> str:
        said = repr((self.shelf, self.fields, self.documents))
        return f"{VERSION}:{sha256(said.encode()).hexdigest()}"


def _write(owner, drafts):
    """Write those of the entries, of pages or of documents (`owner`), that say something new."""
    known = SearchEntry.objects.filter(**{f"{owner}__in": [draft.owner for draft in drafts]})
    known = dict(known.values_list(f"{owner}_id", "digest"))
    drafts = [draft for draft in drafts if known.get(draft.owner) != draft.digest]
    if not drafts:
        return
    with transaction.atomic():
        shelves = _shelves(drafts)
        entries = SearchEntry.objects.bulk_create(
            [
                SearchEntry(
                    **{f"{owner}_id": draft.owner},
                    shelf=shelves[repr(draft.shelf)],
                    digest=draft.digest,
                    **draft.fields,
                )
                for draft in drafts
            ],
            update_conflicts=True,
            unique_fields=[owner],
            update_fields=["shelf", "digest", *drafts[0].fields],
        )
        _forget_words(entries)
        _link(entries, drafts)
        SearchTerm.objects.bulk_create(_terms_of(entries))
        SearchWord.objects.bulk_create(_words_of(entries))


def _shelves(drafts):
    """Return the shelf of each draft, made if need be; always in one order, so that no two wait
    for each other."""
    shelves = {}
    for shelf in sorted({repr(draft.shelf): draft.shelf for draft in drafts}.items()):
        said, fields = shelf
        digest = sha256(said.encode()).hexdigest()
        shelves[said], _created = SearchShelf.objects.get_or_create(digest=digest, defaults=fields)
    return shelves


def _link(entries, drafts):
    links = SearchEntry.linked_documents.through
    links.objects.filter(searchentry__in=entries).delete()
    links.objects.bulk_create(
        links(searchentry=entry, sitedocument_id=document)
        for entry, draft in zip(entries, drafts, strict=True)
        for document in draft.documents
    )


def _terms_of(entries):
    for entry in entries:
        shelf = entry.shelf
        filed = {"entry": entry, "language": shelf.language, "shelf": shelf, "day": entry.day}
        for term, weight in sorted(weigh(entry).items()):
            yield SearchTerm(**filed, term=term, weight=weight)


def _words_of(entries):
    for entry in entries:
        for word, position in _title_words(entry).items():
            yield SearchWord(
                entry=entry, language=entry.shelf.language, word=word, position=position
            )


def _forget(**owners):
    """Take the entries of some pages away, if they have any."""
    if entries := list(SearchEntry.objects.filter(**owners).only("pk")):
        with transaction.atomic():
            _forget_words(entries)
            SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _forget_words(entries):
    # Without Django's collector, which would read each of hundreds of rows to tell receivers of it.
    for model in (SearchTerm, SearchWord):
        model.objects.filter(entry__in=entries)._raw_delete(connection.alias)


def weigh(entry: SearchEntry) -> dict[str, int]:
    """Return each term of an entry with its weight: most in the title, and less in a longer one."""
    shelf, language = entry.shelf, entry.shelf.language
    title = set(terms(entry.title, language))
    with translation.override(language):
        # Readers of English look for Brittany, or for Bretagne.
        region = f"{shelf.region_name} {gettext(shelf.region_name)}" if shelf.region_name else ""
    names = [region, *(line.split("\t")[1] for line in shelf.themes.splitlines())]
    counts = Counter(terms(entry.text, language))
    length = counts.total()
    slowness = 0.6 + 0.6 * length / USUAL_LENGTH
    weights = Counter({t: round(TEXT_WEIGHT * n / (n + slowness)) for t, n in counts.items()})
    weights.update(dict.fromkeys(terms(entry.summary, language), SUMMARY_WEIGHT))
    weights.update(dict.fromkeys(terms(" ".join(names), language), NAME_WEIGHT))
    weights.update(dict.fromkeys(title, round(TITLE_WEIGHT / (0.85 + 0.15 * len(title)))))
    return weights


def _title_words(entry):
    found = {}
    for position, word in enumerate(words(entry.title)):
        found.setdefault(word, position)
    return found


# --- Putting right ----------------------------------------------------------------------------


def reconcile(pages=None) -> int:
    """Give every findable page its entry and take away all others; return how many changed.

    Within `pages`, or everywhere; there, also entries written by another version of the analysis.
    """
    pages = Page.objects.all() if pages is None else pages
    entries = SearchEntry.objects.filter(page__in=pages.values("pk"))
    findable = set(findable_pages().filter(pk__in=pages.values("pk")).values_list("pk", flat=True))
    current = entries.filter(digest__startswith=f"{VERSION}:")
    missing = findable - set(current.values_list("page_id", flat=True))
    gone = set(entries.values_list("page_id", flat=True)) - findable
    _forget(page__in=gone)
    _index_pages(missing)
    return len(missing) + len(gone)


def reconcile_documents() -> int:
    """Give every document its entry, as `reconcile` does for pages."""
    known = SearchEntry.objects.filter(digest__startswith=f"{VERSION}:", document__isnull=False)
    missing = SiteDocument.objects.exclude(pk__in=known.values("document"))
    for document in missing:
        index_document(document)
    read_documents(unread_documents())
    return len(missing)


def _index_pages(keys):
    keys = sorted(keys)
    for start in range(0, len(keys), BATCH):
        pages = Page.objects.filter(pk__in=keys[start : start + BATCH]).specific()
        _index([page for page in pages if isinstance(page, BasePage)])


def _under(paths) -> Q:
    """The pages at these places of the tree or below, and the aliases that repeat them."""
    places = Q()
    for path in paths:
        places |= Q(path__startswith=path) | Q(alias_of__path__startswith=path)
    return places


# --- When -------------------------------------------------------------------------------------


@receiver(page_written)
def follow_page(instance, **kwargs):
    index_page(instance)


@receiver(post_save, sender=Page)
def follow_plain_page(instance, **kwargs):
    """What acts on any type of page, such as withdrawing it, saves it as a plain page."""
    reconcile(Page.objects.filter(pk=instance.pk))


@receiver(post_page_move)
def follow_move(instance, parent_page_before, parent_page_after, **kwargs):
    if parent_page_before.pk != parent_page_after.pk:
        path = Page.objects.filter(pk=instance.pk).values_list("path", flat=True)
        reconcile(Page.objects.filter(_under(path)))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_restriction(instance, **kwargs):
    path = Page.objects.filter(pk=instance.page_id).values_list("path", flat=True)
    if path:
        reconcile(Page.objects.filter(_under(path)))


@receiver(post_save)
def follow_snippet(sender, instance, created=False, **kwargs):
    """Pages are found by the names of the snippets they choose."""
    if sender in get_snippet_models() and not created:
        _index_pages(_pages_naming(instance))


@receiver(pre_delete)
def note_pages_naming(sender, instance, **kwargs):
    if sender in get_snippet_models():
        instance.named_by = _pages_naming(instance)


@receiver(post_delete)
def forget_snippet(sender, instance, **kwargs):
    if sender in get_snippet_models():
        _index_pages(instance.named_by)


def _pages_naming(snippet) -> list[int]:
    """The pages with an entry that name a snippet, in texts and blocks or in a field of theirs."""
    references = ReferenceIndex.get_references_to(snippet).values_list("object_id", flat=True)
    keys = {int(key) for key in references if key.isdigit()}
    for relation in snippet._meta.related_objects:
        if issubclass(relation.related_model, Page):
            pages = relation.related_model._base_manager.filter(**{relation.field.name: snippet})
            keys.update(pages.values_list("pk", flat=True))
    return list(SearchEntry.objects.filter(page__in=keys).values_list("page_id", flat=True))


@receiver(post_save, sender=SiteDocument)
def follow_document(instance, **kwargs):
    index_document(instance)
    mine = unread_documents().filter(pk=instance.pk)
    # Not a partial: Django names what failed, and a partial has no name.
    transaction.on_commit(lambda: read_documents(mine), robust=True)

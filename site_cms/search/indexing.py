"""Keeping the index true: what the public can find is written in the transaction that changes it.

A page enters when it is saved live and leaves when it is withdrawn, made private or deleted.
`reconcile` puts right whatever went another way; `make run` calls it at each start.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from site_cms.database.references import without_many
from site_cms.models import BasePage, SearchEntry, SiteDocument, is_private_at, visible_pages
from site_cms.models.search import DOCUMENT
from site_cms.publications.memo import remembered
from site_cms.search.documents import PAGE_LIMIT, read
from site_cms.search.entries import TEXT_LIMIT, VERSION, Draft, forget, write
from site_cms.tasks.work import beside, tasks

BATCH = 50
# Pages that one act, or one task, looks at: each may have to be read and weighed anew.
PART = 200


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
    forget(page__in=[page.pk for page in pages if page.pk not in findable])
    write("page", [_draft_of_page(page) for page in pages if page.pk in findable])


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
    return Draft(page.pk, shelf, fields, _linked_documents(page))


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
    with without_many():
        references = list(ReferenceIndex._extract_references_from_object(page))
    keys = {int(key) for type_id, key, *_path in references if type_id == wanted}
    return sorted(SiteDocument.objects.filter(pk__in=keys).values_list("pk", flat=True))


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
    """Read the files of documents, one after another."""
    for document in documents:
        _keep(document, read(document))


def _keep(document, reading, before=""):
    """Write what was read of a file behind what was known of it, and see to what is left."""
    name = document.file.name
    # It may have been changed or deleted meanwhile.
    now = SiteDocument.objects.filter(pk=document.pk, file=name).first()
    if not now:
        return
    text = f"{before} {reading.text}".strip()
    _write_document(now, name, text)
    if reading.next_page is not None and len(text) < TEXT_LIMIT and reading.next_page < PAGE_LIMIT:
        read_on.enqueue(document.pk, name, reading.next_page)


@beside(repeats=True)
def read_on(key, name, page):
    """Read the file of a document on from a page, if it still is that file."""
    document = SiteDocument.objects.filter(pk=key, file=name).first()
    entry = SearchEntry.objects.filter(document_id=key, source=name).first()
    if document and entry:
        _keep(document, read(document, page), entry.text)


@beside(repeats=True)
def read_document(key):
    """Read the file of a document, if nobody has read it yet."""
    read_documents(unread_documents().filter(pk=key))


def _write_document(document, name, text):
    shelf = {"language": document.language, "kind": DOCUMENT.value}
    fields = {"source": name, "title": document.title, "text": text[:TEXT_LIMIT]}
    write("document", [Draft(document.pk, shelf, fields, [])])


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
    forget(page__in=gone)
    index_pages(missing)
    return len(missing) + len(gone)


def reconcile_below(key):
    """Do so for a page, those below it and what repeats them: now, where they are few."""
    if _concerned(key)[PART:].exists():
        reconcile_part.enqueue(key)
    else:
        reconcile(_concerned(key))


@beside(repeats=True)
def reconcile_part(key, after=0):
    """Do so for the next part of them, and put down the part after."""
    pages = _concerned(key).filter(pk__gt=after).order_by("pk")
    keys = list(pages.values_list("pk", flat=True)[:PART])
    reconcile(Page.objects.filter(pk__in=keys))
    if len(keys) == PART:
        reconcile_part.enqueue(key, keys[-1])


@remembered
def leaving() -> tuple[str, ...]:
    """Return the private parts of the tree whose entries are still to be taken away."""
    # One that was given up has left them there as well.
    rows = tasks().filter(task_path=reconcile_part.module_path)
    undone = rows.exclude(pk__in=rows.successful().values("pk"))
    keys = {row.args_kwargs["args"][0] for row in undone.order_by("pk")}
    paths = Page.objects.filter(pk__in=keys).values_list("path", flat=True) if keys else ()
    return tuple(sorted(path for path in paths if is_private_at(path)))


def _concerned(key):
    path = Page.objects.filter(pk=key).values_list("path", flat=True).first()
    if path is None:
        return Page.objects.none()
    return Page.objects.filter(Q(path__startswith=path) | Q(alias_of__path__startswith=path))


def reconcile_documents() -> int:
    """Give every document its entry, as `reconcile` does for pages."""
    known = SearchEntry.objects.filter(digest__startswith=f"{VERSION}:", document__isnull=False)
    missing = SiteDocument.objects.exclude(pk__in=known.values("document"))
    for document in missing:
        index_document(document)
    read_documents(unread_documents())
    return len(missing)


def index_pages(keys):
    keys = sorted(keys)
    for start in range(0, len(keys), BATCH):
        pages = Page.objects.filter(pk__in=keys[start : start + BATCH]).specific()
        _index([page for page in pages if isinstance(page, BasePage)])

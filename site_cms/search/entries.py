"""Entries of the index: what each says, what its terms weigh, and how it is written."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext

from site_cms.models import SearchEntry, SearchShelf, SearchTerm, SearchWord
from site_cms.publications.counter import raise_counter
from site_cms.search.analysis import terms, words

# Part of every digest: a new number makes `reconcile` write every entry anew.
VERSION = 5
# What one entry keeps of a text; an article has a tenth of this.
TEXT_LIMIT = 200_000
TITLE_WEIGHT, SUMMARY_WEIGHT, NAME_WEIGHT, TEXT_WEIGHT = 400, 100, 200, 100
# Beyond this many words a text says each of them less.
USUAL_LENGTH = 400


@dataclass
class Draft:
    """An entry as it should be: whose it is, where it is filed, what it says, where it leads."""

    owner: int
    shelf: dict
    fields: dict
    documents: list[int]

    @property
    def digest(self) -> str:
        said = repr((self.shelf, self.fields, self.documents))
        return f"{VERSION}:{sha256(said.encode()).hexdigest()}"


def write(owner, drafts):
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
        raise_counter()


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


def forget(**owners):
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

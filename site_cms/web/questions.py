"""What an answer depends on: the address, and of its query only what was read while answering.

A tracker behind an address, or any word that no page understands, leads to the page's own copy.
"""

import threading
from collections import OrderedDict

from django.http import QueryDict

# What the answer depends on when the query was read as a whole.
ALL = "*"
# The name given to files, which are sent piece by piece and not kept.
UNKEPT = "/"
MOST_PLACES = 20_000

Place = tuple[str, str, str]
Key = tuple[Place, object]


class AskedQuery(QueryDict):
    """The query of a request; `asked` gathers the names that are looked up in it."""

    def __init__(self, *args, **kwargs):
        self.asked: set[str] = set()
        super().__init__(*args, **kwargs)

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        self.asked.add(name)
        return super().__contains__(name)

    def get(self, name, default=None):
        self.asked.add(name)
        return super().get(name, default)

    def _getlist(self, key, default=None, force_list=False):
        self.asked.add(key)
        return super()._getlist(key, default, force_list)

    def _as_a_whole(method):
        def read(self, *args, **kwargs):
            self.asked.add(ALL)
            return getattr(super(), method)(*args, **kwargs)

        return read

    __iter__, keys, values = _as_a_whole("__iter__"), _as_a_whole("keys"), _as_a_whole("values")
    items, lists, copy = _as_a_whole("items"), _as_a_whole("lists"), _as_a_whole("copy")
    dict, urlencode, __len__ = _as_a_whole("dict"), _as_a_whole("urlencode"), _as_a_whole("__len__")
    __copy__, __deepcopy__ = _as_a_whole("__copy__"), _as_a_whole("__deepcopy__")
    __eq__ = _as_a_whole("__eq__")
    __hash__ = None


class WatchedMeta(dict):
    """The headers of a request; whoever reads the query from them depends on all of it."""

    def __init__(self, meta, query: AskedQuery):
        super().__init__(meta)
        self._query = query

    def __getitem__(self, name):
        self._note(name)
        return super().__getitem__(name)

    def get(self, name, default=None):
        self._note(name)
        return super().get(name, default)

    def _note(self, name):
        if name == "QUERY_STRING":
            self._query.asked.add(ALL)


class Question:
    """A request for something public, as far as its answer may depend on it."""

    def __init__(self, request):
        meta = request.META
        self.place: Place = (request.scheme, meta.get("HTTP_HOST", "").lower(), request.path)
        self._raw = meta.get("QUERY_STRING", "")
        self._given = request.GET if self._raw else None

    def key(self, names: frozenset[str]) -> Key:
        """Return what the copy of an answer is found by, which depends on these names."""
        if ALL in names:
            return (self.place, self._raw)
        if not self._raw:
            return (self.place, ())
        given = self._given
        asked = sorted(name for name in names if name in given)
        return (self.place, tuple((name, tuple(given.getlist(name))) for name in asked))

    def listen(self, request) -> AskedQuery:
        """Note, from here on, what of the query is read."""
        query = AskedQuery("", mutable=True, encoding=request.encoding)
        for name, values in self._given.lists() if self._given else ():
            query.setlist(name, values)
        query._mutable = False
        query.asked.clear()
        request.GET = query
        request.META = WatchedMeta(request.META, query)
        return query


class Understood:
    """The names of the query that each address was seen to understand; those asked last stay."""

    def __init__(self):
        self._lock = threading.Lock()
        self._names: OrderedDict[Place, frozenset[str]] = OrderedDict()

    def at(self, place: Place) -> frozenset[str]:
        return self._names.get(place, frozenset())

    def learn(self, place: Place, asked: set[str]) -> frozenset[str]:
        with self._lock:
            names = self._names.get(place, frozenset()) | asked
            self._names[place] = names
            self._names.move_to_end(place)
            while len(self._names) > MOST_PLACES:
                self._names.popitem(last=False)
        return names

    def clear(self):
        with self._lock:
            self._names.clear()

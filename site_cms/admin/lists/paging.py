"""The pages of long lists in the admin: what is passed over costs little."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.paginator import WagtailPaginator


class KeysFirst(WagtailPaginator):
    """Finds which rows are shown, and only then what is told of each of them.

    A database that passes over rows works out all that is asked of them. Rows nearer to the end
    are reached from there, so that the last page costs what the first does. `plain` are the same
    rows with nothing told of them, if that is not the list itself; `total` their number, where
    it is known.
    """

    def __init__(self, rows, per_page, *, plain=None, total=None, **kwargs):
        super().__init__(rows, per_page, **kwargs)
        self._plain, self._total = rows if plain is None else plain, total

    @cached_property
    def count(self) -> int:
        return super().count if self._total is None else self._total

    def page(self, number):
        # What the search index found has an order of its own.
        if not isinstance(self.object_list, QuerySet):
            return super().page(number)
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        keys = self._keys(start, min(start + self.per_page, self.count))
        return self._get_page(_settled(self.object_list).filter(pk__in=keys), number, self)

    def _keys(self, start, stop):
        rows = _settled(self._plain)
        if start > self.count - stop:
            rows, start, stop = rows.reverse(), self.count - stop, self.count - start
        return list(rows.prefetch_related(None).values_list("pk", flat=True)[start:stop])


def _settled(rows):
    """Of rows that stand alike, one must come first wherever the list is read from."""
    return rows.order_by(*rows.query.order_by, "pk")

"""Pages that communication puts above the results."""

from site_cms.models import PromotedResult
from site_cms.publications.memo import remembered
from site_cms.search.analysis import terms
from site_cms.search.query import Search


def promoted(search: Search) -> list[PromotedResult]:
    """Return what is promoted for these very words, in any order and form; some may be hidden."""
    asked = set(search.terms_in(search.language))
    if not asked:
        return []
    return [result for result in _candidates(search.language) if _is_for(result, asked)]


@remembered
def _candidates(language) -> list[PromotedResult]:
    return list(PromotedResult.objects.filter(language=language))


def _is_for(result, asked):
    return any(set(terms(line, result.language)) == asked for line in result.searches.split("\n"))

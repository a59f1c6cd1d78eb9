"""What the mirror gives a reader whom the site itself cannot answer, its database being away.

Where the whole application is dead, nginx gives the same files (deploy/nginx/mirror.conf).
"""

from django.http import FileResponse

from site_cms.keeping.mirrored import LEDGER, SITE, current, is_kept
from site_cms.web.page_cache import may_share

from .addresses import KEPT_QUERY, file_of
from .ledger import kind_in


def from_mirror(request) -> FileResponse | None:
    """Return the copy of what is asked for; None to whoever sends something, or has an account."""
    if not is_kept() or not may_share(request):
        return None
    query = request.META.get("QUERY_STRING", "")
    address = f"{request.path}?{query}" if KEPT_QUERY.fullmatch(query) else request.path
    name = file_of(address)
    # Another copy may take its place meanwhile.
    copy = current().resolve()
    path = name and copy / SITE / name
    if not path or not path.is_file() or not (kind := kind_in(copy / LEDGER, name)):
        return None
    answer = FileResponse(path.open("rb"), content_type=kind)
    # Until the site is back, and no longer.
    answer.headers["Cache-Control"] = "no-store"
    return answer

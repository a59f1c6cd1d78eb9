"""What pages of other sites may show of ours: pictures, data and feeds, and nothing else."""

import re

from django.conf import settings

# Pictures of articles, those made for networks, and what is for everybody to read.
FOR_ALL = re.compile(rf"{settings.CORS_URLS_REGEX}|^/(media/images|partage)/")
HEADER = "Cross-Origin-Resource-Policy"


class OwnPagesMiddleware:
    """Keep the rest for our own pages: what is read with a session is not put into another's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        who = "cross-origin" if FOR_ALL.match(request.path) else "same-origin"
        response.headers.setdefault(HEADER, who)
        return response

"""Who may read from a page of another site: anybody, the data and the API, and nothing else."""

from django.http import HttpResponse

OPEN_TO_ALL = ("/api/", "/donnees/")
_ALLOWED = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class OpenDataOriginsMiddleware:
    """Answer browsers that ask for another site's page. No cookie is ever allowed with it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(OPEN_TO_ALL):
            return self.get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=_ALLOWED)
        else:
            response = self.get_response(request)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, ETag, Link"
        return response

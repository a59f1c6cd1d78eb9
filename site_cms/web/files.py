"""Files as browsers ask for them: whole with their length, or a part; never compressed on the way.

Safari plays no video of a server that does not send the parts it asks for, and a download that was
cut goes on where it stopped. Neither Django nor Wagtail's view of documents answers `Range`.
"""

import re
from http import HTTPStatus

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware

# What is worth compressing; pictures, videos and office files are compressed already.
_TEXTS = ("text/", "application/json", "application/xml", "application/ld+json")
_TEXTS += ("application/rss+xml", "application/atom+xml", "application/feed+json")
_TEXTS += ("application/geo+json", "application/manifest+json", "application/javascript")
PIECE = 64 * 1024
# One range, of numbers that a file can have. Who asks for several gets the whole, which is allowed.
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
# What tells one content of a file from another.
_VALIDATORS = ("ETag", "Last-Modified")


def is_text(response) -> bool:
    return response.get("Content-Type", "").startswith(_TEXTS)


def is_file(response) -> bool:
    """Whether it is sent from a file whose length is known."""
    file = response.file_to_stream if isinstance(response, FileResponse) else None
    return bool(file) and response.has_header("Content-Length") and file.seekable()


class TextCompressionMiddleware(GZipMiddleware):
    """Compresses texts that no one keeps compressed; files keep their length.

    Whoever asks by HEAD is told the length, and sent nothing: servers drop it, some with a warning.
    """

    def process_response(self, request, response):
        if is_text(response) and not is_file(response):
            response = super().process_response(request, response)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


class FileMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # Wagtail's view of documents names a coding even where there is none.
        if response.get("Content-Encoding") == "None":
            del response.headers["Content-Encoding"]
        if response.status_code != HTTPStatus.OK or not is_file(response):
            return response
        response.headers["Accept-Ranges"] = "bytes"
        if request.method == "HEAD":
            response.file_to_stream.close()
            return _like(response, HttpResponse())
        if request.method == "GET" and _may_have_a_part(request, response):
            return _part(response, request.headers["Range"])
        return response


def _may_have_a_part(request, response):
    """Whether a part is asked for, of the file as it is now."""
    known = request.headers.get("If-Range")
    if "Range" not in request.headers or not _RANGE.fullmatch(request.headers["Range"]):
        return False
    # A weak ETag does not promise the same bytes.
    return not known or known in [response.get(name) for name in _VALIDATORS if known[:2] != "W/"]


def _part(response, asked):
    size = int(response.headers["Content-Length"])
    first, last = _bounds(asked, size)
    if first is None:
        return response
    if first > last:
        response.file_to_stream.close()
        return _like(
            response,
            HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE),
            **{"Content-Range": f"bytes */{size}", "Content-Length": "0"},
        )
    part = _Part(response.file_to_stream, first, last + 1 - first)
    headers = {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(part.left)}
    answer = StreamingHttpResponse(part, status=HTTPStatus.PARTIAL_CONTENT)
    return _like(response, answer, **headers)


def _bounds(asked, size):
    """Return the first and last byte asked for; the first after the last: there are none such.

    (None, None) is for what means nothing, and changes nothing.
    """
    first, last = _RANGE.fullmatch(asked).groups()
    if not (first or last) or (first and last and int(last) < int(first)):
        return None, None
    if not first:
        return max(size - int(last), 0), size - 1 if int(last) else -1
    if int(first) >= size:
        return size, -1
    return int(first), min(int(last or size), size - 1)


def _like(response, answer, **headers):
    """Return an answer with the headers and cookies of another, which it takes the place of."""
    answer.headers = response.headers
    answer.cookies = response.cookies
    for name, value in headers.items():
        answer.headers[name] = value
    return answer


class _Part:
    """So many bytes of a file, from one on; closed with the answer."""

    def __init__(self, file, first, left):
        self.file, self.left = file, left
        file.seek(first)

    def __iter__(self):
        return self

    def __next__(self):
        piece = self.file.read(min(PIECE, self.left))
        if not piece:
            raise StopIteration
        self.left -= len(piece)
        return piece

    def close(self):
        self.file.close()

"""What a server hands over of a request, before Django reads it: in UTF-8, and whole."""

import re

from django.core.exceptions import BadRequest

_CHARSET = re.compile(r";\s*charset\*?\s*=[^;]*", re.IGNORECASE)


def read_as_utf_8(application):
    """Drop the charset that a request names, before Django decodes even its address with it.

    Browsers send UTF-8. Some charsets cannot be read, which Django answers with a 500, and a cache
    would give everybody the answer to a question read in another way.
    """

    def answer(environ, start_response):
        if "CONTENT_TYPE" in environ:
            environ["CONTENT_TYPE"] = _CHARSET.sub("", environ["CONTENT_TYPE"])
        return application(environ, start_response)

    return answer


class WholeBody:
    """The body of a request, as long as announced: half a form would be taken for a whole one."""

    def __init__(self, stream, length: int):
        self._stream, self._left = stream, length

    def read(self, size=-1):
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        parts = []
        while wanted > 0:
            parts.append(self._counted(self._stream.read(wanted)))
            wanted -= len(parts[-1])
        return b"".join(parts)

    def readline(self, *size):
        return self._counted(self._stream.readline(*size))

    def _counted(self, data):
        self._left -= len(data)
        if not data and self._left > 0:
            raise BadRequest("The body is shorter than announced")
        return data


def read_whole(application):
    """Answer 400 to a body that ends too early; the server takes it for what was meant."""

    def answer(environ, start_response):
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return application(environ, start_response)

    return answer

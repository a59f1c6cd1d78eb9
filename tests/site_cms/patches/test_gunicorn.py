"""An answer does not say which server gives it."""

from types import SimpleNamespace

import pytest
from gunicorn.http.wsgi import Response


@pytest.mark.once
def test_no_line_names_the_server():
    request = SimpleNamespace(version=(1, 1), should_close=lambda: False, method="GET")
    response = Response(request, None, None)
    response.status, response.status_code, response.response_length = "200 OK", 200, 0
    names = [line.partition(":")[0] for line in response.default_headers()]
    assert names == ["HTTP/1.1 200 OK\r\n", "Date", "Connection"]

"""A cache in front of the site, on the loopback: it notes what it is told to purge."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Cache(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave at once.
    disable_nagle_algorithm = True

    def do_PURGE(self):
        self._note(self.headers["Host"] + self.path)

    def do_POST(self):
        """As Cloudflare's API."""
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._note((self.path, self.headers["Authorization"], data))

    def _note(self, said):
        server = self.server
        server.called += 1
        if server.mood == "silent":
            server.ended.wait()
            return
        if server.mood == "taking":
            server.purged.append(said)
        body = json.dumps({"success": server.mood == "taking"}).encode()
        self.send_response(server.MOODS[server.mood])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class FrontCache(ThreadingHTTPServer):
    daemon_threads = True
    MOODS = {"taking": 200, "refusing": 403, "empty": 404}

    def __init__(self, mood, port):
        super().__init__(("127.0.0.1", port), _Cache)
        self.mood, self.purged, self.called = mood, [], 0
        self.ended = threading.Event()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def front_cache(mood="taking", port=0):
    """Yield a cache whose `mood` may change: taking, refusing, empty, or silent."""
    with FrontCache(mood, port) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()

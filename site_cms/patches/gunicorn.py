"""What is replaced inside gunicorn 27."""

from gunicorn.http.wsgi import Response

from site_cms.patches.ground import Replaced


def names_no_server(shipped):
    def default_headers(self):
        return [line for line in shipped(self) if not line.startswith("Server:")]

    return default_headers


PATCHES = [
    Replaced(
        owner=Response,
        name="default_headers",
        by=names_no_server,
        why="Nobody has to know which server this is; no setting leaves the line out.",
        seen={"27": "3c90425157ff"},
    ),
]

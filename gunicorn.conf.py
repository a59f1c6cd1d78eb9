"""Read by gunicorn from the folder that it is started in."""

import gunicorn.http.wsgi

# Nobody has to know which server this is, nor which release.
gunicorn.http.wsgi.SERVER = ""

"""Read by gunicorn from the folder that it is started in."""

# Longer than a proxy keeps a connection: else it sends into one that is closing.
keepalive = 75

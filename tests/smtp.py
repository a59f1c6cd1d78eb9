"""A mail server on the loopback that takes messages, or behaves as badly as it is told to."""

import socketserver
from contextlib import contextmanager
from email import message_from_bytes
from threading import Event, Thread

ANSWERS = {"EHLO": "250 loopback", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on"}


class Dialogue(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.called += 1
        if self.server.mood == "silent":
            self.server.ended.wait()
            return None
        self.say("220 loopback")
        while line := self.rfile.readline():
            verb = line[:4].decode().upper().strip()
            if verb == "QUIT":
                return self.say("221 bye")
            if verb == "RCPT" and self.server.mood == "hanging up":
                return None
            if verb == "RCPT" and self.server.mood == "hanging":
                self.server.ended.wait()
            elif verb == "RCPT" and self.server.mood == "refusing":
                self.say("550 nobody here")
            else:
                self.say(ANSWERS.get(verb, "250 ok"))
            if verb == "DATA":
                self.take()
        return None

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def take(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if not line:
            return  # Cut off in its midst: no server takes that.
        self.server.taken.append(message_from_bytes(b"".join(lines)))
        if self.server.mood == "stalling":
            self.server.ended.wait()
        else:
            self.say("250 taken")


class SmtpServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self, mood, port):
        super().__init__(("127.0.0.1", port), Dialogue)
        self.mood, self.taken, self.called, self.ended = mood, [], 0, Event()

    @property
    def port(self):
        return self.server_address[1]


@contextmanager
def smtp_server(mood="taking", port=0):
    """Yield a server whose `mood` may change.

    Taking, refusing, hanging up or hanging when it hears the recipient, silent from the first
    moment, or stalling: it takes a message, and never says so.
    """
    with SmtpServer(mood, port) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()

"""A real mail server on this machine that keeps what it takes, and refuses as it is told."""

import socket
from contextlib import contextmanager

from aiosmtpd.controller import Controller

OK = "250 OK"


class Letterbox:
    """``letters`` are (recipient, bytes); answers to RCPT and DATA come in turn, then 250."""

    def __init__(self, rcpt=(), data=()):
        self.letters = []
        self.rcpt, self.data = iter(rcpt), iter(data)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        answer = next(self.rcpt, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = next(self.data, OK)
        if answer == OK:
            self.letters += [(to, envelope.original_content) for to in envelope.rcpt_tos]
        return answer


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextmanager
def serving(box, port=None):
    """The port at which it listens."""
    controller = Controller(box, hostname="127.0.0.1", port=port or free_port())
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def mailers(port):
    """The setting MAILERS that leads there."""
    options = {"host": "127.0.0.1", "port": port, "use_tls": False, "timeout": 5}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return {"default": {"BACKEND": backend, "OPTIONS": options}}

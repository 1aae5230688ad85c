"""Where the site answers, and the programs that serve it."""

from __future__ import annotations

import http.client
import socket
import sys
from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings

# The threads share two heaps, since each keeps what was freed in it, and large pieces have pages
# of their own. At 100,000 dramas this, and smaller caches of the database, took the web server
# from 176 MB under load to 140.
HEAP = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}


class ServingError(Exception):
    """Why the site cannot be served there, in one line for people."""


class Address(NamedTuple):
    """A numeric host that can be bound, and a port."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """What a browser on this machine is given."""
        return f"http://{bracketed(self.reachable)}:{self.port}/"

    @property
    def reachable(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def parse_address(host: str, port: str) -> Address:
    """The address that HOST and PORT name; raises ServingError when they name none."""
    number = int(port) if port.isascii() and port.isdigit() else 0
    if not 1 <= number <= 65535:
        raise ServingError(f"PORT={port} is no port: it is a number from 1 to 65535.")
    bare = host.removeprefix("[").removesuffix("]")
    try:
        found = socket.getaddrinfo(bare, number, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ServingError(f"HOST={host} is no address of this machine.") from error
    # "localhost" is both: most people and programs mean the older one.
    families = {family: str(sockaddr[0]) for family, _, _, _, sockaddr in reversed(found)}
    return Address(families.get(socket.AF_INET) or families[socket.AF_INET6], number)


def check_free(address: Address) -> None:
    """Raises ServingError when nothing can be served at the address now."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError as error:
            raise ServingError(
                f"Port {address.port} is for root alone: choose one above 1023 with PORT=."
            ) from error
        except OSError as error:
            raise ServingError(_why_not(address, error)) from error


def _why_not(address: Address, error: OSError) -> str:
    if "in use" in str(error):
        return f"Port {address.port} is taken by another program: choose another with PORT=."
    return f"HOST={address.host} cannot be served: {error.strerror}."


def answers(address: Address) -> bool:
    """Whether a web server answers there, whatever it says."""
    connection = http.client.HTTPConnection(address.reachable, address.port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": bracketed(address.reachable)})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def web_server(address: Address) -> list[str]:
    """The command of the web server: the one place that knows which it is."""
    options = {
        "interface": "wsgi",
        "host": address.host,
        "port": str(address.port),
        "workers": "1",
        # Python works on one page at a time; the others wait for the database or the disk.
        "blocking-threads": "4",
        # Connections, not requests: an idle browser holds six, and a small number locks others out.
        "backpressure": "1024",
        "log-level": "warning",
        "workers-kill-timeout": "5",
    }
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "granian", *flags, "--no-ws", "dramasite.wsgi:application"]


def environment(given: Mapping[str, str], host: str) -> dict[str, str]:
    """What both programs are started with, on top of what is ``given``.

    The C library is told to give back what was freed, unless it is said otherwise.
    """
    return {**HEAP, **given, "HOST": host}


def background_worker() -> list[str]:
    """The command of the program that does what a visitor need not wait for."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"]

"""Who posts, as far as the site may know: a network and a browser, both as keyed hashes.

The browser's key is a random number that the site signs and gives away in a cookie when
somebody posts, and never before. Pages that visitors read neither set it nor look at it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from comments.addresses import keyed_hash
from comments.pacing import network_prefix

COOKIE = "browser"
# In the place of a key, where there is none: no hash is so short.
NOBODY = "nobody"
ONE_YEAR = 365 * 24 * 3600
_signer = Signer(salt="comments.browser")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Both keys are "" when there is nothing to know. ``token`` is what the cookie holds;
    ``is_new`` of a browser that showed none.
    """

    network_key: str = ""
    browser_key: str = ""
    token: str = ""
    is_new: bool = field(default=False, compare=False)

    def keys(self) -> dict[str, Any]:
        """The fields of a reply that say who posted it."""
        return {"network_key": self.network_key, "browser_key": self.browser_key}

    def remember(self, request: HttpRequest, response: HttpResponse) -> None:
        """Let the browser show the same key next time. It says nothing to anybody but us."""
        response.set_cookie(
            COOKIE,
            self.token,
            max_age=ONE_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def visitor_of(request: HttpRequest) -> Visitor:
    """Of a post. A browser without a key that we signed gets a new one."""
    token = request.COOKIES.get(COOKIE, "")
    number = _number(token)
    is_new = number is None
    if number is None:
        number = secrets.token_hex(16)
        token = _signer.sign(number)
    prefix = network_prefix(request.META.get("REMOTE_ADDR", ""))
    return Visitor(
        network_key=keyed_hash("network of reply", prefix) if prefix else "",
        browser_key=keyed_hash("browser", number),
        token=token,
        is_new=is_new,
    )


def _number(token: str) -> str | None:
    try:
        return _signer.unsign(token)
    except BadSignature:
        return None

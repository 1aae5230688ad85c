"""Web addresses in a text, however they are written. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Those that spam uses bare; any other ending is found with its scheme or "www.".
ENDINGS = (
    "com|net|org|info|biz|io|co|me|tv|xyz|top|club|site|online|shop|store|live|vip|win|link|click"
    "|app|dev|ru|cn|tk|ml|ga|cf|gq|ly|gl|gd|to|us|uk|de|in|eu|be|fm|cc|pw|ws|su"
)
# Bounded everywhere: the time grows with the length of the text, and not faster.
ADDRESS = re.compile(
    rf"""(?P<scheme>\bhttps?://)(?P<with>[^\s<>"'\])}}]{{1,500}})
    |\bwww\.(?P<www>[^\s<>"'\])}}]{{1,500}})
    |(?<![\w@.])(?P<bare>(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{ENDINGS})(?![\w.]*\w)(?:/[^\s<>"'\])}}]{{0,500}})?)
    """,
    re.IGNORECASE | re.VERBOSE,
)
SHORTENERS = {
    *("adf.ly", "bit.ly", "bitly.com", "buff.ly", "clck.ru", "cutt.ly", "goo.gl", "is.gd", "j.mp"),
    *("lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "s.id", "shorte.st", "shorturl.at", "t.co"),
    *("t.ly", "t.me", "tiny.cc", "tinyurl.com", "u.to", "v.gd", "wa.me", "x.co"),
}


@dataclass(frozen=True, slots=True)
class WebAddress:
    """``host`` in small letters without "www."; ``is_bare`` when it has no scheme."""

    host: str
    path: str
    is_bare: bool

    @property
    def is_shortened(self) -> bool:
        return self.host in SHORTENERS


def web_addresses(text: str) -> list[WebAddress]:
    return [_address(match) for match in ADDRESS.finditer(text)]


def _address(match: re.Match[str]) -> WebAddress:
    rest = match["with"] or match["www"] or match["bare"]
    host, slash, path = rest.partition("/")
    host = re.split(r"[:?#]", host.rpartition("@")[2].lower())[0].rstrip(".,;!")
    return WebAddress(host.removeprefix("www."), slash + path, is_bare=match["scheme"] is None)

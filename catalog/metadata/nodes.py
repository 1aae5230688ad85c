"""Nodes of structured data, and the script element that carries them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

type Node = dict[str, Any]
# From a path of ours to its address with scheme and host.
type At = Callable[[str], str]

CONTEXT = "https://schema.org"
NOTHING: tuple[object, ...] = (None, "", [], ())
# Nothing may end the script or begin a comment; two more end a line of JavaScript.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def node(kind: str, address: str = "", **said: Any) -> Node:
    """What is not known is left out. ``address`` (with host) tells it from others of its kind."""
    known = {name: each for name, each in said.items() if each not in NOTHING}
    return {"@type": kind} | ({"@id": address, "url": address} if address else {}) | known


def script(said: Node) -> SafeString:
    """A block of data: browsers run nothing of that type, whatever is in it."""
    text = json.dumps({"@context": CONTEXT} | said, ensure_ascii=False, separators=(",", ":"))
    data = text.translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')

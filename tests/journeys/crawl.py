"""Follows the links of the site as a robot does."""

import re
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from django.urls import URLPattern, get_resolver

LINK = re.compile(r"""(?:href|src|action)=["']([^"'#]+)""")


def plain_addresses(resolver=None, prefix="/"):
    """Every address of the site that has no part to fill in."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            yield from plain_addresses(pattern, path)
        elif not re.search(r"[<(?\\^$]", path):
            yield path


def crawl(client, waiting, within="/"):
    """Every page that links lead to: its path, the answer, and its text as a person reads it."""
    seen, waiting = set(), list(waiting)
    while waiting:
        path = waiting.pop()
        if path in seen or not _is_to_be_read(path, within):
            continue
        seen.add(path)
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        text = content.decode(errors="replace")
        yield path, response, unquote(unescape(text))
        links = [*LINK.findall(text), response.headers.get("Location", "")]
        waiting.extend(_paths(path, links))


def _is_to_be_read(path, within):
    return path.startswith(within) and "logout" not in path and not path.startswith("/static/")


def _paths(path, links):
    for link in links:
        parts = urlsplit(urljoin(path, unescape(link)))
        if parts.netloc in ("", "testserver") and parts.scheme in ("", "http"):
            # The admin's lists combine their filters without end; pages do end.
            yield f"{parts.path}?{parts.query}" if parts.query.startswith("page=") else parts.path

"""Which old addresses a visitor may mean, and where a redirect leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import QueryDict
from django.urls import reverse

from catalog.images import sources_of
from catalog.models import Picture, Redirect
from catalog.models.redirect import LONGEST, spelled

# What WordPress asks for by: https://developer.wordpress.org/reference/classes/wp_query/
ASKED_BY = (
    *("p", "page_id", "attachment_id", "cat", "category_name", "tag", "author", "author_name"),
    *("m", "feed"),
)
# Below any address of WordPress: its feeds, its further pages, and other forms of it.
BELOW = re.compile(
    r"/(?P<feed>feed)(?:/(?:rss|rss2|atom|rdf))?$"
    r"|/(?:page|comment-page-)/?\d{1,6}$|/(?:amp|embed|trackback)$|/\d{1,3}$"
)
# The sizes that WordPress makes of a picture.
SIZED = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|rotated)(?=\.\w{3,4}$)")
LISTS = {"genre": "genres", "tag": "tags", "network": "networks", "country": "countries"}


def asked(path: str, query: QueryDict) -> Iterator[str]:
    """The old addresses that a visitor may mean, the most particular first."""
    if len(path) > LONGEST or "\0" in path:
        return
    for name in ASKED_BY:
        if value := query.get(name, "").replace("\0", "")[:100]:
            yield spelled(path, f"{name}={value}")
    path = spelled(path)
    yield path
    yield SIZED.sub("", path)
    shorter = path
    while (cut := BELOW.sub("", shorter)) != shorter and cut:
        yield cut
        shorter = cut


def is_asked_by_query(query: QueryDict) -> bool:
    """Whether the front page itself may be meant as an old address."""
    return any(query.get(name) for name in ASKED_BY)


def is_feed(path: str) -> bool:
    found = BELOW.search(spelled(path))
    return bool(found and found["feed"])


def place_of(redirect: Redirect) -> str:
    """Where it leads now; of a label without dramas, the list of its kind."""
    target = redirect.target
    if isinstance(target, str):
        return target
    if isinstance(target, Picture):
        return sources_of(target, "full")[-1].url
    kind = target._meta.model_name
    if kind in LISTS and not getattr(redirect, "has_dramas", True):
        return reverse(LISTS[kind])
    return target.get_absolute_url()

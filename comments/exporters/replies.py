"""The replies on their way out: lot by lot, each a short query, and as plain values."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from comments.addresses import UnreadableAddressError, keyed_hash
from comments.models import Reply
from comments.models.reply import ReplyQuerySet

AT_ONCE = 1000
MOMENTS = (
    *("created_at", "first_shown_at", "decided_at", "edited_at", "verified_at"),
    *("withdrawn_at", "erased_at", "thread_closed_at"),
)


def in_lots(replies: ReplyQuerySet) -> Iterator[Reply]:
    """By number, so that whatever is answered comes before its answers. No long transaction."""
    rows = replies.select_related("drama", "editor").order_by("pk")
    last = 0
    while lot := list(rows.filter(pk__gt=last)[:AT_ONCE]):
        yield from lot
        last = lot[-1].pk


def said(reply: Reply, *, with_addresses: bool) -> dict[str, Any]:
    """What docs/moving.md describes; times in ISO 8601."""
    values = {
        "id": reply.pk,
        "drama": reply.drama.slug,
        "parent": reply.parent_id,
        "name": reply.name,
        "website": reply.website,
        "body": reply.body,
        "about_episode": reply.about_episode,
        "state": reply.state,
        "editor": reply.editor.get_username() if reply.editor else "",
        **{name: _iso(getattr(reply, name)) for name in MOMENTS},
    }
    return values | ({"email": address_of(reply)} if with_addresses else {})


def address_of(reply: Reply) -> str:
    """In clear, for whoever has asked for it by name; "" for one that no key opens."""
    try:
        return reply.address
    except UnreadableAddressError:
        return ""


def site() -> str:
    """Who numbers the replies: no two sites are called the same."""
    return settings.SITE_URL or f"dramasite:{keyed_hash('site', '')[:16]}"


def _iso(moment: datetime.datetime | None) -> str | None:
    return moment.astimezone(datetime.UTC).isoformat() if moment else None

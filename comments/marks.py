"""Who may bear the mark "verified author": it tells of a name, so not of whoever borrows it.

Anybody may verify an address of his own and reply under the name of somebody else. In one
conversation a name therefore belongs to him under whom visitors read it there first, and the
mark stands only with what he has verified. The same author is whoever has the same address, or
the same browser; when both are forgotten, the mark stays with the first reply alone. Names that
look alike are one name.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.models import Drama
from comments.models import Reply, State
from comments.spam.letters import folded, latin


def marked(drama: Drama, replies: Iterable[Reply]) -> set[int]:
    """Those of these that bear the mark. One query, if any of them is verified at all."""
    verified = [r for r in replies if r.verified_at is not None and r.editor_id is None]
    firsts = _firsts(drama, {look_of(reply.name) for reply in verified})
    return {r.pk for r in verified if _is_same(r, firsts.get(look_of(r.name)))}


def look_of(name: str) -> str:
    """The same for all names that a reader takes for the same."""
    return " ".join("".join(map(latin, folded(name))).split())


def _firsts(drama: Drama, looks: set[str]) -> dict[str, Reply]:
    """By the look of the name, what was read first under it. Reads no further than it must."""
    firsts: dict[str, Reply] = {}
    if not looks:
        return firsts
    shown = Reply.objects.filter(drama=drama, state=State.PUBLISHED)
    shown = shown.only("name", "email_key", "browser_key")
    for reply in shown.order_by("first_shown_at", "pk").iterator(500):
        look = look_of(reply.name)
        if look in looks:
            firsts.setdefault(look, reply)
            if len(firsts) == len(looks):
                break
    return firsts


def _is_same(reply: Reply, first: Reply | None) -> bool:
    if first is None or reply.pk == first.pk:
        return first is not None
    by_address = reply.email_key != "" and reply.email_key == first.email_key
    by_browser = reply.browser_key != "" and reply.browser_key == first.browser_key
    return by_address or by_browser

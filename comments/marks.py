"""Who may bear the mark "verified author": it tells of a name, so not of whoever borrows it.

Anybody may verify an address of his own and reply under the name of somebody else. In one
conversation a name therefore belongs to him under whom visitors read it there first, and the
mark stands only with what he has verified. The same author is whoever has the same address, or
the same browser; when both are forgotten, the mark stays with the first reply alone. Names that
look alike are one name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from catalog.models import Drama
from comments.models import Reply, State
from comments.spam.letters import folded, latin


def marked(drama: Drama, replies: Iterable[Reply]) -> set[int]:
    """Those of these that bear the mark. One query, if any of them is verified at all."""
    verified = [r for r in replies if r.verified_at is not None and r.editor_id is None]
    firsts = _firsts(drama, {look_of(reply.name) for reply in verified})
    return {r.pk for r in verified if _is_same(r, firsts.get(look_of(r.name)))}


# The only ones of ASCII that look like a letter of it.
LOOKS_LIKE = str.maketrans({sign: latin(sign) for sign in "01|"})


@lru_cache(maxsize=10_000)
def look_of(name: str) -> str:
    """The same for all names that a reader takes for the same."""
    if name.isascii():  # as nearly all are, and it costs a hundredth
        return " ".join(name.casefold().translate(LOOKS_LIKE).split())
    return " ".join("".join(map(latin, folded(name))).split())


class First(NamedTuple):
    """What was read first under a name, and by whom."""

    pk: int
    name: str
    email_key: str
    browser_key: str


def _firsts(drama: Drama, looks: set[str]) -> dict[str, First]:
    """By the look of the name. Reads no further than it must."""
    firsts: dict[str, First] = {}
    if not looks:
        return firsts
    shown = Reply.objects.filter(drama=drama, state=State.PUBLISHED)
    rows = shown.order_by("first_shown_at", "pk").values_list(*First._fields)
    for each in map(First._make, rows.iterator(500)):
        look = look_of(each.name)
        if look in looks:
            firsts.setdefault(look, each)
            if len(firsts) == len(looks):
                break
    return firsts


def _is_same(reply: Reply, first: First | None) -> bool:
    if first is None or reply.pk == first.pk:
        return first is not None
    by_address = reply.email_key != "" and reply.email_key == first.email_key
    by_browser = reply.browser_key != "" and reply.browser_key == first.browser_key
    return by_address or by_browser

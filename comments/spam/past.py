"""Past replies, and where they say what an editor thinks of listing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comments.models import Reply
from comments.models.reply import ReplyQuerySet
from comments.spam.patterns import BETWEEN, Pattern, as_read

MOST = 500
AROUND = 60  # signs of the text on either side of what was found


@dataclass(frozen=True)
class Caught:
    """``words`` of ``reply`` as the checks read them, between ``before`` and ``after``."""

    reply: Reply
    before: str
    words: str
    after: str


def past_replies() -> ReplyQuerySet:
    """The last that visitors posted here; neither editors' nor imported ones were judged."""
    posted = Reply.objects.filter(erased_at=None, editor=None, imported_as=None)
    # By number, which needs no sorting: one is posted after the other.
    return posted.select_related("drama").defer("email_sealed").order_by("-pk")[:MOST]


def text_of(reply: Reply) -> str:
    """As the checks for listed words read it."""
    return as_read(reply.name, reply.body, reply.website)


def caught(pattern: Pattern, replies: Iterable[Reply]) -> list[Caught]:
    found = ((reply, text_of(reply)) for reply in replies)
    return [
        _quoted(reply, text, match.span())
        for reply, text in found
        if (match := pattern.search(text)) is not None
    ]


def _quoted(reply: Reply, text: str, span: tuple[int, int]) -> Caught:
    start, end = span
    before = text[:start].rpartition(BETWEEN)[2]
    after = text[end:].partition(BETWEEN)[0]
    return Caught(
        reply,
        before if len(before) <= AROUND else f"…{before[-AROUND:]}",
        text[start:end],
        after if len(after) <= AROUND else f"{after[:AROUND]}…",
    )

"""What readers say of a drama, as structured data: as the page shows it, but for spoilers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog import metadata
from catalog.models import Drama
from comments.models import Reply
from comments.quotation import quotation
from comments.shown import Shown


def replies_node(
    drama: Drama, count: int, threads: Iterable[Shown], at: metadata.At
) -> metadata.Node:
    """``count`` is of all replies, ``threads`` are those of the page."""
    said = [_comment(reply, at) for reply in _replies(threads)]
    return metadata.reference(drama, at, commentCount=count, comment=said)


def _replies(threads: Iterable[Shown]) -> Iterator[Reply]:
    for shown in threads:
        if shown.reply:
            yield shown.reply
        yield from _replies(shown.answers)
        yield from _replies(shown.further.answers if shown.further else [])


def _comment(reply: Reply, at: metadata.At) -> metadata.Node:
    """The opening of its text, in plain words; without any when all of it is a spoiler."""
    return metadata.node(
        "Comment",
        at(reply.get_absolute_url()),
        author=metadata.node("Person", name=reply.name),
        dateCreated=reply.created_at.isoformat(timespec="seconds"),
        dateModified=reply.edited_at and reply.edited_at.isoformat(timespec="seconds"),
        text=quotation(reply),
    )

"""The editors' side of the replies; importing it registers everything."""

from comments.admin import (
    ban,
    conversation,
    decision,
    listed_word,
    moderation,
    queue_reader,
    reply,
    spam,
)

__all__ = [
    "ban",
    "conversation",
    "decision",
    "listed_word",
    "moderation",
    "queue_reader",
    "reply",
    "spam",
]

"""The editors' side of the replies; importing it registers everything."""

from comments.admin import ban, conversation, decision, reply, spam

__all__ = ["ban", "conversation", "decision", "reply", "spam"]

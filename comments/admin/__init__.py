"""The editors' side of the replies; importing it registers everything."""

from comments.admin import conversation, decision, reply, spam

__all__ = ["conversation", "decision", "reply", "spam"]

"""The editors' side of the replies; importing it registers everything."""

from comments.admin import conversation, decision, reply

__all__ = ["conversation", "decision", "reply"]

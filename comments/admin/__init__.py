"""The editors' side of the replies; importing it registers everything."""

from comments.admin import conversation, reply

__all__ = ["conversation", "reply"]

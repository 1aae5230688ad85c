"""Replies, the conversations that they make, and how fast they come."""

from comments.models.conversation import Conversation
from comments.models.pace import Pace
from comments.models.reply import DuplicateReplyError, Reply, State

__all__ = ["Conversation", "DuplicateReplyError", "Pace", "Reply", "State"]

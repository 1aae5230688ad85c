"""Replies, the conversations that they make, and how fast they come."""

from comments.models.conversation import Conversation
from comments.models.pace import Pace
from comments.models.reply import DuplicateReply, Reply, State

__all__ = ["Conversation", "DuplicateReply", "Pace", "Reply", "State"]

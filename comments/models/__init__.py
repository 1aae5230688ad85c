"""Replies, the conversations that they make, how fast they come, and what is decided on them."""

from comments.models.conversation import Conversation
from comments.models.decision import Decision, OverruledError
from comments.models.pace import Pace
from comments.models.reply import DuplicateReplyError, Reply, State
from comments.models.spam import SpamRules, Trace

__all__ = [
    "Conversation",
    "Decision",
    "DuplicateReplyError",
    "OverruledError",
    "Pace",
    "Reply",
    "SpamRules",
    "State",
    "Trace",
]

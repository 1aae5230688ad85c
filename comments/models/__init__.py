"""Replies, what they said before and what is decided on them; conversations; how fast they come."""

from comments.models.conversation import Conversation
from comments.models.decision import Decision, OverruledError
from comments.models.pace import Pace
from comments.models.reply import DuplicateReplyError, Reply, State
from comments.models.revision import Revision
from comments.models.spam import SpamRules, Trace

__all__ = [
    "Conversation",
    "Decision",
    "DuplicateReplyError",
    "OverruledError",
    "Pace",
    "Reply",
    "Revision",
    "SpamRules",
    "State",
    "Trace",
]

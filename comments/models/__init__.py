"""Replies, what they said before, what is decided on them and reported of them; conversations."""

from comments.models.conversation import Conversation
from comments.models.decision import Decision, OverruledError
from comments.models.imported import ImportedReply
from comments.models.pace import Pace
from comments.models.reply import DuplicateReplyError, Reply, State
from comments.models.report import Report
from comments.models.revision import Revision
from comments.models.spam import SpamRules, Trace

__all__ = [
    "Conversation",
    "Decision",
    "DuplicateReplyError",
    "ImportedReply",
    "OverruledError",
    "Pace",
    "Reply",
    "Report",
    "Revision",
    "SpamRules",
    "State",
    "Trace",
]

"""Replies and all that becomes of them; conversations; how fast they come; mail to visitors."""

from comments.models.ban import Ban
from comments.models.conversation import Conversation
from comments.models.decision import Decision, OverruledError
from comments.models.imported import ImportedReply
from comments.models.lesson import Learnt, Lesson
from comments.models.listed_word import ListedWord
from comments.models.moderation import ModerationRules
from comments.models.notice import Notice, Progress, Topic
from comments.models.pace import Pace
from comments.models.queue_reader import QueueReader
from comments.models.recipient import Recipient
from comments.models.reply import DuplicateReplyError, Reply, State
from comments.models.report import Report
from comments.models.revision import Revision
from comments.models.spam import SpamRules, Trace
from comments.models.subscription import Subscription

__all__ = [
    "Ban",
    "Conversation",
    "Decision",
    "DuplicateReplyError",
    "ImportedReply",
    "Learnt",
    "Lesson",
    "ListedWord",
    "ModerationRules",
    "Notice",
    "OverruledError",
    "Pace",
    "Progress",
    "QueueReader",
    "Recipient",
    "Reply",
    "Report",
    "Revision",
    "SpamRules",
    "State",
    "Subscription",
    "Topic",
    "Trace",
]

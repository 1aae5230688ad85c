"""What says nothing of a person: the other half of comments/retention.py, for its check."""

from __future__ import annotations

from comments.notification.kept import NOT_PERSONAL_OF_MAIL

# Of every other model the fields that say nothing of a person, or say it only by the row's
# other fields, with which they go.
NOT_PERSONAL: dict[str, tuple[str, ...]] = {
    **NOT_PERSONAL_OF_MAIL,
    "comments.Conversation": ("drama", "closing", "closed_at", "slow_minutes"),
    "comments.ModerationRules": ("close_after_days", "slow_minutes", "mail_every"),
    "comments.QueueReader": ("origin",),
    "comments.Decision": ("reply", "before", "before_at", "after"),
    "comments.Ban": ("reply", "until", "made_at"),
    "comments.Report": ("reply", "reason", "made_at", "settled_at"),
    "comments.ImportedReply": ("source", "number", "reply"),
    "comments.SpamRules": ("hold_from", "spam_from", "hold_newcomers", "asks_for_work"),
    "comments.ListedWord": ("pattern", "points", "note", "is_active"),
    "comments.Revision": ("reply",),
    "comments.Trace": ("reply",),
    "comments.Lesson": ("reply",),
    "comments.Learnt": ("place", "spam", "genuine"),
    "comments.Reply": (
        *("drama", "parent", "about_episode", "state", "first_shown_at", "decided_at"),
        *("withdrawn_at", "erased_at", "thread_closed_at"),
    ),
    "auth.User": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions"),
    "auth.Group": ("name", "permissions"),
    "auth.Permission": ("name", "content_type", "codename"),
    "contenttypes.ContentType": ("app_label", "model"),
    "admin.LogEntry": ("content_type", "object_id", "action_flag"),
    "django_tasks_database.DBTaskResult": (
        *("id", "status", "enqueued_at", "started_at", "finished_at", "priority", "task_path"),
        *("worker_ids", "queue_name", "backend_name", "run_after"),
    ),
    "dramasite.ScheduledJob": ("name", "last_due_at"),
}

# Facts about works and those who made them, which are public; nothing of visitors. The check
# still refuses a field there that leads to an account or holds an address.
WITHOUT_VISITORS = frozenset({"catalog"})

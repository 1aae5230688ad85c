"""Erasing replies for good: at their author's wish, or because their time is over.

Where a reply was never shown and nobody answered it, nothing is left. Otherwise its place is:
the answers hang on it, and its permanent link says for good that it is gone. The place holds
nothing of the author: a constraint of the database keeps it so.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from comments.models import Decision, Lesson, Reply, Report, Revision, Trace

# What a reply holds of its author, and what it becomes.
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("name", "website", "body", "body_html"), ""),
    **dict.fromkeys(("email_sealed", "email_key", "network_key", "browser_key"), ""),
    **dict.fromkeys(("about_episode", "edited_at", "verified_at", "editor"), None),
    "points": 0,
    "reasons": [],
}

UNANSWERED = ~Exists(Reply.objects.filter(parent=OuterRef("pk")))


@transaction.atomic
def erase_at_wish(reply: Reply, by: AbstractBaseUser | None = None) -> None:
    """The author's wish; ``by`` is the editor who fulfils it, if he does not do so himself."""
    now = Reply.objects.select_for_update().get(pk=reply.pk)
    if _leaves_a_place(now):
        if not (now.is_removed or now.is_spam):
            # With its words still there: what has learned from them may unlearn them.
            now.remove(by, gettext("erased at the author's wish"))
        now.withdrawn_at = now.withdrawn_at or timezone.now()
        now.save(update_fields=["withdrawn_at"])
        empty([now])
    else:
        now.delete()


def erase_or_empty(replies: QuerySet[Reply]) -> None:
    """Without a wish: nothing is left of those that nobody answered, and of others the place."""
    while replies.filter(UNANSWERED).delete()[0]:
        continue  # what was answered by one of these alone is answered no more
    empty(list(replies.filter(erased_at=None)))


def empty(replies: list[Reply]) -> None:
    """Leaves the places of these, which visitors do not read any more."""
    now = timezone.now()
    for reply in replies:
        for name, value in EMPTY.items():
            setattr(reply, name, value)
        reply.fingerprint, reply.erased_at = reply.empty_fingerprint, now
    Reply.objects.bulk_update(replies, [*EMPTY, "fingerprint", "erased_at"])
    Revision.objects.filter(reply__in=replies).delete()
    Trace.objects.filter(reply__in=replies).delete()
    Lesson.objects.filter(reply__in=replies).delete()
    Lesson.objects.filter(reply__in=replies).delete()
    Decision.objects.filter(reply__in=replies).exclude(note="").update(note="")
    # Whoever reported it may have quoted it.
    Report.objects.filter(reply__in=replies).exclude(words="").update(words="")


def _leaves_a_place(reply: Reply) -> bool:
    return reply.first_shown_at is not None or reply.answers.exists()

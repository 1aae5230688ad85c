"""The outbox: what one recipient is to be told by mail, from the moment it is decided.

A notice is written in the transaction of what it tells of. Before anything is sent it is
claimed by one task; before the mail server is given the mail it is marked as handed over. What
that is good for when a worker is killed, comments/notification/delivery.py says.
"""

from __future__ import annotations

import datetime

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.recipient import Recipient
from comments.models.reply import Reply
from comments.models.subscription import Subscription


class Topic(models.TextChoices):
    """What a notice is about."""

    CONFIRMATION = "confirmation", _("confirm that you asked")
    REPLY = "reply", _("a reply was published")


class Progress(models.TextChoices):
    """How far a notice has come."""

    WAITING = "waiting", _("waiting")
    CLAIMED = "claimed", _("about to be sent")
    HANDED = "handed", _("handed to the mail server")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the mail server")
    LOST = "lost", _("nobody knows whether it was sent")
    DROPPED = "dropped", _("no longer to be sent")
    HELD_BACK = "held back", _("not sent: too many were asked for")


class NoticeQuerySet(models.QuerySet["Notice"]):
    def asked_with(self, reply: Reply) -> Notice | None:
        """The confirmation that the author asked for when he wrote this reply."""
        return self.filter(reply=reply, topic=Topic.CONFIRMATION).first()

    def due(self) -> NoticeQuerySet:
        """Oldest first; a reply that is not to be read now waits until it is, or for ever."""
        readable = Reply.objects.published().filter(pk=models.OuterRef("reply"))
        return self.filter(
            Q(topic=Topic.CONFIRMATION) | models.Exists(readable),
            progress=Progress.WAITING,
            due_at__lte=timezone.now(),
        ).order_by("due_at", "pk")

    def claim_next(self, task: str) -> list[Notice]:
        """The next mail's worth: one notice, or all of a recipient's that go once a day."""
        with transaction.atomic():
            first = self.due().select_for_update(skip_locked=True).first()
            if first is None:
                return []
            mine = [first.pk]
            if first.is_daily:
                others = self.due().filter(recipient=first.recipient_id, is_daily=True)
                locked = others.select_for_update(skip_locked=True)
                mine = list(locked.values_list("pk", flat=True))
            self.filter(pk__in=mine).update(progress=Progress.CLAIMED, claimed_by=task)
        chosen = self.filter(pk__in=mine).order_by("reply__first_shown_at", "pk")
        return list(chosen.select_related("recipient", "subscription", "reply__drama"))

    def hand_over(self, notices: list[Notice], task: str) -> bool:
        """Whether all are still this task's: what it left lying may be another's by now."""
        with transaction.atomic():
            mine = self.filter(
                pk__in=[notice.pk for notice in notices],
                progress=Progress.CLAIMED,
                claimed_by=task,
            )
            are_mine = mine.count() == len(notices)
            if are_mine:
                mine.update(progress=Progress.HANDED)
        return are_mine

    def move(self, notices: list[Notice], progress: Progress) -> None:
        """All of one mail together."""
        pks = [notice.pk for notice in notices]
        self.filter(pk__in=pks).update(progress=progress, finished_at=timezone.now())

    def postpone(self, notices: list[Notice], until: datetime.datetime) -> None:
        self.filter(pk__in=[notice.pk for notice in notices]).update(
            progress=Progress.WAITING, due_at=until, attempts=models.F("attempts") + 1
        )


class Notice(models.Model):
    """One row for a recipient and a reply and topic, so that nobody is told twice.

    ``reply`` is what is told of; of a confirmation, the reply with which it was asked for.
    ``subscription`` is why; a confirmation without one carries the author's own link alone.
    """

    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="notices")
    topic = models.CharField(max_length=12, choices=Topic, editable=False)
    reply = models.ForeignKey("comments.Reply", models.CASCADE, related_name="notices")
    subscription = models.ForeignKey(
        Subscription, models.CASCADE, null=True, blank=True, related_name="notices"
    )
    is_daily = models.BooleanField(default=False, editable=False)
    progress = models.CharField(max_length=9, choices=Progress, default=Progress.WAITING)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    # The task that claimed it: once that is not at work any more, the claim is worth nothing.
    claimed_by = models.CharField(max_length=64, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(progress="waiting"),
                name="notices_that_wait",
            ),
            models.Index(
                fields=["progress"],
                condition=Q(progress__in=("claimed", "handed")),
                name="notices_at_work",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "reply", "topic"], name="told_once"),
            models.CheckConstraint(condition=Q(topic__in=Topic.values), name="notice_topic_known"),
            models.CheckConstraint(
                condition=Q(progress__in=Progress.values), name="notice_progress_known"
            ),
            models.CheckConstraint(
                condition=~Q(topic="reply") | Q(subscription__isnull=False),
                name="told_because_asked",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Notice %(number)s") % {"number": self.pk}

    @property
    def is_held_back(self) -> bool:
        return self.progress == Progress.HELD_BACK

"""What an editor decides about all replies to a drama."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.moderation import MOST_MINUTES


class Closing(models.TextChoices):
    BY_RULE = "by rule", _("by the rule for all")
    OPEN = "open", _("stays open")
    CLOSED = "closed", _("closed")


class Conversation(models.Model):
    """A drama without one goes by the rules for all: ModerationRules.

    ``closed_at`` is from when it is closed, which may be set ahead; ``slow_minutes`` is empty
    where the rule holds, and 0 where nobody has to wait.
    """

    drama = models.OneToOneField(
        "catalog.Drama", models.CASCADE, related_name="conversation", verbose_name=_("drama")
    )
    closing = models.CharField(
        _("open or closed"), max_length=7, choices=Closing, default=Closing.BY_RULE
    )
    closed_at = models.DateTimeField(
        _("closed from"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    slow_minutes = models.PositiveSmallIntegerField(
        _("slow mode, in minutes"),
        null=True,
        blank=True,
        help_text=_("Each visitor may reply once in so many. 0: no limit. Empty: as for all."),
    )

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.CheckConstraint(condition=Q(closing__in=Closing.values), name="closing_known"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closing=Closing.CLOSED),
                name="time_of_what_is_closed",
            ),
            models.CheckConstraint(
                condition=Q(slow_minutes__isnull=True) | Q(slow_minutes__lte=MOST_MINUTES),
                name="conversation_slow_for_a_day",
                violation_error_message=_("Slow mode is for 1440 minutes, a day, at most."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Replies to %(drama)s") % {"drama": self.drama}

    def clean(self) -> None:
        if self.closing != Closing.CLOSED:
            self.closed_at = None

    def close(self) -> None:
        self._rule(Closing.CLOSED)

    def keep_open(self) -> None:
        """Whatever the rule for all says."""
        self._rule(Closing.OPEN)

    def go_by_rule(self) -> None:
        self._rule(Closing.BY_RULE)

    def _rule(self, closing: Closing) -> None:
        self.closing = closing
        self.closed_at = timezone.now() if closing == Closing.CLOSED else None
        self.save(update_fields=["closing", "closed_at"])

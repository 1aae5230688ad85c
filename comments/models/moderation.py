"""What holds for all conversations, unless one is ruled by itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MOST_DAYS = 3650
MOST_MINUTES = 1440


class MailEvery(models.TextChoices):
    NEVER = "", _("never")
    HOUR = "hour", _("once an hour")
    DAY = "day", _("once a day, in the morning")


class ModerationRules(models.Model):
    """One row; without it, its defaults hold: nothing closes by itself, nobody has to wait."""

    close_after_days = models.PositiveSmallIntegerField(
        _("close after days"),
        null=True,
        blank=True,
        help_text=_(
            "Conversations close so many days after the drama has ended, was published here or "
            "was last replied to, whichever came last. What still airs stays open. Empty: never."
        ),
    )
    slow_minutes = models.PositiveSmallIntegerField(
        _("slow mode, in minutes"),
        default=0,
        help_text=_("Each visitor may reply once in so many minutes to one drama. 0: no limit."),
    )

    mail_every = models.CharField(
        _("mail to editors"),
        max_length=4,
        choices=MailEvery,
        default=MailEvery.NEVER,
        blank=True,
        help_text=_(
            "At most so often, editors are told of what waits: those who ask for it, on the "
            "page of the queue. No mail comes while nothing new waits."
        ),
    )

    class Meta:
        verbose_name = _("rules for conversations")
        verbose_name_plural = _("rules for conversations")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_row_of_moderation_rules"),
            models.CheckConstraint(
                condition=models.Q(close_after_days__isnull=True)
                | models.Q(close_after_days__range=(1, MOST_DAYS)),
                name="closes_after_some_days",
                violation_error_message=_("Give 1 to 3650 days, or leave it empty."),
            ),
            models.CheckConstraint(
                condition=models.Q(slow_minutes__lte=MOST_MINUTES),
                name="slow_for_a_day_at_most",
                violation_error_message=_("Slow mode is for 1440 minutes, a day, at most."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Rules for conversations")

    @classmethod
    def now(cls) -> ModerationRules:
        """One query."""
        return cls.objects.first() or cls(pk=1)

"""That somebody wants to be told of replies, from the asking to the end."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.recipient import Recipient
from comments.models.reply import Reply


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def pending(self) -> SubscriptionQuerySet:
        """Asked for, and not confirmed from the mailbox."""
        return self.filter(confirmed_at__isnull=True, ended_at__isnull=True)

    def active(self) -> SubscriptionQuerySet:
        return self.filter(
            confirmed_at__isnull=False, ended_at__isnull=True, recipient__refused_at__isnull=True
        )

    def proven_by(self, browser_key: str) -> SubscriptionQuerySet:
        """Those that were confirmed in the very browser that had asked."""
        return self.filter(browser_key=browser_key, is_proven=True).exclude(browser_key="")

    def to_be_told_of(self, reply: Reply) -> SubscriptionQuerySet:
        """Whoever had confirmed before it was shown; nobody of his own words."""
        wanted = Q(reply__isnull=True, drama=reply.drama_id)
        if reply.parent_id is not None:
            wanted |= Q(reply=reply.parent_id)
        told = self.active().filter(wanted, confirmed_at__lte=reply.first_shown_at)
        if reply.email_key:
            told = told.exclude(recipient__email_key=reply.email_key)
        if reply.browser_key:
            told = told.exclude(browser_key=reply.browser_key)
        return told


class Subscription(models.Model):
    """To the answers to one reply, or (without it) to all replies to a drama."""

    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="subscriptions")
    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="+")
    reply = models.ForeignKey(
        "comments.Reply", models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    # Of the browser that asked: it is not told of its own words.
    browser_key = models.CharField(max_length=64, editable=False, blank=True)
    # The same browser confirmed it, so it has shown that it can read that mailbox.
    is_proven = models.BooleanField(default=False, editable=False)
    is_daily = models.BooleanField(_("once a day"), default=False)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        indexes = [
            models.Index(
                fields=["drama"], condition=Q(reply__isnull=True), name="subscriptions_to_drama"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "reply"],
                condition=Q(reply__isnull=False),
                name="subscribed_once_to_answers",
            ),
            models.UniqueConstraint(
                fields=["recipient", "drama"],
                condition=Q(reply__isnull=True),
                name="subscribed_once_to_drama",
            ),
            models.CheckConstraint(
                condition=Q(is_proven=False) | Q(confirmed_at__isnull=False),
                name="proven_by_confirming",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Subscription %(number)s") % {"number": self.pk}

    @property
    def is_active(self) -> bool:
        is_on = self.confirmed_at is not None and self.ended_at is None
        return is_on and not self.recipient.has_refused

    @property
    def is_pending(self) -> bool:
        return self.confirmed_at is None and self.ended_at is None

    @property
    def is_ended(self) -> bool:
        return self.ended_at is not None

    def ask_again(self, browser_key: str) -> None:
        """Of what is not active: as if it were asked for the first time."""
        self.browser_key, self.is_proven = browser_key, False
        self.asked_at, self.confirmed_at, self.ended_at = timezone.now(), None, None
        self.save()

    def confirm(self, browser_key: str = "", *, is_daily: bool = False) -> None:
        """``browser_key`` is of the browser that does it."""
        self.confirmed_at, self.ended_at = timezone.now(), None
        self.is_proven = self.is_proven or (bool(browser_key) and browser_key == self.browser_key)
        self.is_daily = is_daily
        self.save(update_fields=["confirmed_at", "ended_at", "is_proven", "is_daily"])

    def come(self, *, is_daily: bool) -> None:
        self.is_daily = is_daily
        self.save(update_fields=["is_daily"])

    def end(self) -> None:
        self.ended_at = self.ended_at or timezone.now()
        self.save(update_fields=["ended_at"])

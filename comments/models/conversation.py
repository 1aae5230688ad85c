"""What an editor decides about all replies to a drama."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Conversation(models.Model):
    """A drama without one has an open conversation."""

    drama = models.OneToOneField(
        "catalog.Drama", models.CASCADE, related_name="conversation", verbose_name=_("drama")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")

    def __str__(self) -> str:
        return gettext("Replies to %(drama)s") % {"drama": self.drama}

    def close(self) -> None:
        self.closed_at = timezone.now()
        self.save(update_fields=["closed_at"])

    def reopen(self) -> None:
        self.closed_at = None
        self.save(update_fields=["closed_at"])

    @property
    def is_closed(self) -> bool:
        """At once, or from a time that was set ahead."""
        return self.closed_at is not None and self.closed_at <= timezone.now()

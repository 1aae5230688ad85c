"""Somebody whom the site may have something to write to, and how he may refuse it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from comments import addresses

# Refused for good by his mail server so often in a row, a recipient is not written to any more.
MOST_REFUSALS = 3


class RecipientQuerySet(models.QuerySet["Recipient"]):
    @sensitive_variables("address")
    def at(self, address: str, origin: str) -> Recipient:
        """The recipient with this address, made if new. Who refused stays without an address."""
        given = {"email_sealed": addresses.seal(address), "origin": origin}
        recipient, is_new = self.get_or_create(email_key=addresses.key(address), defaults=given)
        if not is_new and not recipient.has_refused:
            recipient.origin = origin
            recipient.email_sealed = recipient.email_sealed or given["email_sealed"]
            recipient.save(update_fields=["origin", "email_sealed"])
        return recipient

    @sensitive_variables("address")
    def by_address(self, address: str) -> RecipientQuerySet:
        return self.filter(email_key=addresses.key(address))


class Recipient(models.Model):
    """One address. Whether it is its owner who typed it is known only once he confirms."""

    email_sealed = models.TextField(editable=False, blank=True)
    email_key = models.CharField(max_length=64, editable=False, unique=True)
    # Where the site was asked; links lead there when SITE_URL is not set.
    origin = models.CharField(max_length=300, editable=False)
    created_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    refused_at = models.DateTimeField(_("refused"), null=True, blank=True, editable=False)
    # By the mail server, for good, since it last took a mail.
    refusals = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient of mail")
        verbose_name_plural = _("recipients of mail")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(refused_at__isnull=True) | models.Q(email_sealed=""),
                name="refused_without_address",
            ),
            models.CheckConstraint(
                condition=~models.Q(email_key=""), name="recipient_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return gettext("Recipient %(number)s") % {"number": self.pk}

    @property
    def address(self) -> str:
        """In clear: for mail to its owner, and for nothing else."""
        return addresses.unseal(self.email_sealed)

    @property
    def has_refused(self) -> bool:
        return self.refused_at is not None

    def refuse(self) -> None:
        """No mail any more. The hash stays, to know whom not to write to; the address goes."""
        self.end_all()
        self.refused_at = self.refused_at or timezone.now()
        self.email_sealed = ""
        self.save(update_fields=["refused_at", "email_sealed"])

    def welcome(self) -> None:
        """The refusal is taken back; whoever wants mail asks for it anew."""
        self.refused_at = None
        self.save(update_fields=["refused_at"])

    def end_all(self) -> None:
        self.subscriptions.filter(ended_at__isnull=True).update(ended_at=timezone.now())

    def end_daily(self) -> None:
        daily = self.subscriptions.filter(ended_at__isnull=True, is_daily=True)
        daily.update(ended_at=timezone.now())

    def was_refused_by_its_server(self) -> None:
        self.refusals += 1
        self.save(update_fields=["refusals"])
        if self.refusals >= MOST_REFUSALS:
            self.end_all()

    def was_reached(self) -> None:
        if self.refusals:
            self.refusals = 0
            self.save(update_fields=["refusals"])

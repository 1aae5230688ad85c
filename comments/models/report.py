"""A reader finds that a reply should not stand."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.reply import Reply

WORDS_LENGTH = 1000


class Reason(models.TextChoices):
    SPAM = "spam", _("It is spam or an advertisement")
    ABUSE = "abuse", _("It insults or threatens somebody")
    SPOILER = "spoiler", _("It gives the story away unmarked")
    PRIVATE = "private", _("It says what is nobody's business")
    OTHER = "other", _("Something else")


class ReportQuerySet(models.QuerySet["Report"]):
    def unsettled(self) -> ReportQuerySet:
        return self.filter(settled_at__isnull=True)

    def since(self, at: datetime.datetime) -> ReportQuerySet:
        return self.filter(made_at__gt=at)


class Report(models.Model):
    """``settled_at`` is when an editor decided on the reply, having seen it."""

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="reports", verbose_name=_("reply")
    )
    reason = models.CharField(_("reason"), max_length=7, choices=Reason, blank=True)
    words = models.TextField(_("words"), max_length=WORDS_LENGTH, blank=True)
    network_key = models.CharField(max_length=64, blank=True)
    browser_key = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["reply", "browser_key"],
                condition=~Q(browser_key=""),
                name="reported_once_a_browser",
            )
        ]
        indexes = [
            models.Index(
                fields=["reply"], condition=Q(settled_at__isnull=True), name="unsettled_reports"
            ),
            models.Index(
                fields=["network_key", "made_at"],
                condition=~Q(network_key=""),
                name="reports_of_network",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Report %(number)s") % {"number": self.pk}

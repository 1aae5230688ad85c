"""What the checks for spam go by, and what they keep."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dramasite.prepared import Prepared


class SpamRules(models.Model):
    """One row; without it, its defaults hold."""

    hold_from = models.PositiveSmallIntegerField(
        _("hold from"), default=5, help_text=_("Replies with so many points wait for an editor.")
    )
    spam_from = models.PositiveSmallIntegerField(
        _("spam from"), default=10, help_text=_("Those with so many go to the spam.")
    )
    hold_newcomers = models.BooleanField(
        _("hold newcomers"),
        default=True,
        help_text=_("Replies wait until something from the same browser was approved."),
    )

    asks_for_work = models.BooleanField(
        _("ask browsers for work"),
        default=False,
        help_text=_(
            "With scripts, a browser reckons for about a second while somebody writes, unseen: "
            "that takes points away. Without scripts nothing is asked, and nothing is lost."
        ),
    )

    class Meta:
        verbose_name = _("rules for spam")
        verbose_name_plural = _("rules for spam")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_row_of_spam_rules"),
            models.CheckConstraint(
                condition=models.Q(spam_from__gte=models.F("hold_from"), hold_from__gte=1),
                name="spam_is_more_than_held",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Rules for spam")

    @classmethod
    def now(cls) -> SpamRules:
        """One query."""
        rows = _kept.ask()
        return cls(*rows[0]) if rows else cls(pk=1)


@Prepared
def _kept() -> models.QuerySet[SpamRules, tuple[int, ...]]:
    return SpamRules.objects.values_list(*(field.attname for field in SpamRules._meta.fields))[:1]


class Trace(models.Model):
    """A hash of some letters of a reply: what says the same has the same."""

    reply = models.ForeignKey("comments.Reply", models.CASCADE, related_name="traces")
    number = models.BigIntegerField()

    class Meta:
        verbose_name = "trace"
        verbose_name_plural = "traces"
        indexes = [models.Index(fields=["number", "reply"], name="replies_of_trace")]

    def __str__(self) -> str:
        return f"{self.number:x}"

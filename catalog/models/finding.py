"""What does not make sense in the catalogue, and how much of it there was on which day."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SUBJECTS = ("drama", "person", "redirect")


class Severity(models.IntegerChoices):
    """An error contradicts itself; a warning is probably wrong; a hint may be mended."""

    ERROR = 1, _("error")
    WARNING = 2, _("warning")
    HINT = 3, _("hint")


class FindingQuerySet(models.QuerySet["Finding"]):
    def open(self) -> FindingQuerySet:
        return self.filter(silenced_at__isnull=True)

    def silenced(self) -> FindingQuerySet:
        return self.filter(silenced_at__isnull=False)


def _of_one_subject() -> Q:
    one = Q()
    for subject in SUBJECTS:
        nulls = {f"{other}__isnull": other != subject for other in SUBJECTS}
        one |= Q(**nulls)
    return one


def _subject(model: str) -> Any:
    return models.ForeignKey(
        f"catalog.{model}", models.CASCADE, null=True, blank=True, related_name="findings"
    )


class Finding(models.Model):
    """One rule's complaint about one row; there is at most one of each.

    ``data`` are the facts that the reason names, ``fingerprint`` is what they were when it was
    silenced: when they change, it speaks again. ``silenced_by`` is an account's name.
    """

    rule = models.CharField(max_length=40)
    severity = models.PositiveSmallIntegerField(choices=Severity)
    drama = _subject("Drama")
    person = _subject("Person")
    redirect = _subject("Redirect")
    data = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=16)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    silenced_at = models.DateTimeField(null=True, blank=True)
    silenced_by = models.CharField(max_length=150, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        indexes = [models.Index(fields=["severity", "rule", "-first_seen", "id"])]
        constraints = [
            models.CheckConstraint(condition=_of_one_subject(), name="finding_of_one_subject"),
            *(
                models.UniqueConstraint(
                    fields=[subject, "rule"],
                    condition=Q(**{f"{subject}__isnull": False}),
                    name=f"finding_once_a_{subject}",
                )
                for subject in SUBJECTS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}"

    @property
    def subject(self) -> Any:
        return self.drama or self.person or self.redirect


class FindingCount(models.Model):
    """How many findings of a severity were open at the end of a day."""

    day = models.DateField()
    severity = models.PositiveSmallIntegerField(choices=Severity)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "severity"], name="findings_counted_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.number} {self.get_severity_display()}"


class QualityMark(models.Model):
    """How far the log of changes has been read by the rules; one row."""

    log_number = models.BigIntegerField(default=0)
    log_token = models.BigIntegerField(default=0)
    checked_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.checked_at)

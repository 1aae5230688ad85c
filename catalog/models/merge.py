"""Two rows that were found to be one."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama
from catalog.models.person import Person


class MergedNoun(models.TextChoices):
    DRAMA = "drama", _("drama")
    PERSON = "person", _("person")


class Merge(models.Model):
    """``packed`` is what catalog/merging.py needs to take it back."""

    noun = models.CharField(_("what"), max_length=6, choices=MergedNoun)
    kept_number = models.BigIntegerField()
    gone_number = models.BigIntegerField()
    kept_name = models.CharField(_("kept"), max_length=200)
    gone_name = models.CharField(_("merged into it"), max_length=200)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    undone_at = models.DateTimeField(_("undone"), null=True)
    packed = models.BinaryField()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"

    @property
    def model(self) -> Any:
        return Drama if self.noun == MergedNoun.DRAMA else Person

"""What else a drama is called."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama


class AlternativeTitle(models.Model):
    drama = models.ForeignKey(Drama, models.CASCADE, related_name="alternative_titles")
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("alternative title")
        verbose_name_plural = _("alternative titles")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["drama", "title", "language"], name="alternative_title_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

"""Seasons and their episodes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Season(models.Model):
    """Season 0 holds specials, as is the custom of listing sites."""

    drama = models.ForeignKey("catalog.Drama", models.CASCADE, related_name="seasons")
    number = models.PositiveIntegerField(_("number"), default=1)
    title = models.CharField(_("title"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["drama", "number"], name="season_number_once")
        ]

    def __str__(self) -> str:
        return self.title or gettext("Season %(number)s") % {"number": self.number}


class Episode(models.Model):
    """``runtime`` in minutes."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="episodes")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=300, blank=True)
    native_title = models.CharField(_("native title"), max_length=300, blank=True)
    air_date = models.DateField(_("air date"), null=True, blank=True)
    runtime = models.PositiveIntegerField(_("runtime in minutes"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    still = models.ForeignKey(
        "catalog.Picture", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")
        ordering = ["season__number", "number"]
        # Whole for a month of the calendar: the rows themselves need not be read.
        indexes = [models.Index(fields=["air_date", "season", "number"])]
        constraints = [
            models.UniqueConstraint(fields=["season", "number"], name="episode_number_once")
        ]

    def __str__(self) -> str:
        return self.title or gettext("Episode %(number)s") % {"number": self.number}

"""What the editors put in front."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama


class PickQuerySet(models.QuerySet["Pick"]):
    def current(self, at: datetime.datetime | None = None) -> Pick | None:
        """The latest whose time has come and whose drama visitors may read."""
        shown = Drama.objects.published(at).filter(pk=models.OuterRef("drama"))
        begun = self.filter(models.Exists(shown), since__lte=at or timezone.now())
        return begun.select_related("drama__poster", "drama__backdrop").first()


class Pick(models.Model):
    """A drama that opens the front page from ``since`` on, until a later pick does."""

    drama = models.ForeignKey(Drama, models.CASCADE, related_name="picks", verbose_name=_("drama"))
    words = models.TextField(
        _("why"),
        blank=True,
        max_length=300,
        help_text=_("A sentence or two for the front page. When empty, the drama’s own lead."),
    )
    since = models.DateTimeField(
        _("from"), default=timezone.now, help_text=_("May be a day to come.")
    )

    objects = PickQuerySet.as_manager()

    class Meta:
        verbose_name = _("editor’s pick")
        verbose_name_plural = _("editor’s picks")
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["-since", "-id"])]

    def __str__(self) -> str:
        return str(self.drama)

    @property
    def lead(self) -> str:
        return self.words or self.drama.lead

"""The log of which dramas changed."""

from __future__ import annotations

from django.db import models


class DramaChange(models.Model):
    """Something that browsing knows a drama by has changed: written by triggers alone.

    ``drama_number`` is its primary key, or EVERY_DRAMA; no foreign key, since the drama may be
    gone. ``token`` is drawn at random: a row that is still there with the same token proves
    that no earlier row was taken back, by a rolled back transaction or a restored backup.
    """

    EVERY_DRAMA = 0

    drama_number = models.BigIntegerField()
    token = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.pk}: {self.drama_number}"

"""When each scheduled job was last given to the background worker: one row a job."""

from __future__ import annotations

from django.db import models


class ScheduledJob(models.Model):
    """``last_due_at``: when it was last enqueued. dramasite/schedule.py says how often that is."""

    name = models.CharField(max_length=60, primary_key=True)
    last_due_at = models.DateTimeField()

    class Meta:
        verbose_name = "scheduled job"
        verbose_name_plural = "scheduled jobs"

    def __str__(self) -> str:
        return f"{self.name}, last due at {self.last_due_at:%Y-%m-%d %H:%M}"

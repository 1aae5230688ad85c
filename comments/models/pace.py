"""How much came from somebody lately, without keeping who it was."""

from __future__ import annotations

import datetime

from django.db import connection, models
from django.db.models import F

UPSERT = """
    INSERT INTO comments_pace (key, slot, until, count) VALUES (%s, %s, %s, 1)
    ON CONFLICT (key, slot) DO UPDATE SET count = comments_pace.count + 1
"""


class PaceQuerySet(models.QuerySet["Pace"]):
    def count_one(self, key: str, slot: datetime.datetime, until: datetime.datetime) -> None:
        """Atomic on SQLite and PostgreSQL: no two ever share a step."""
        times = [connection.ops.adapt_datetimefield_value(at) for at in (slot, until)]
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [key, *times])

    def take_back(self, key: str, slot: datetime.datetime) -> None:
        self.filter(key=key, slot=slot).update(count=F("count") - 1)

    def forget(self, now: datetime.datetime) -> None:
        """What no longer counts."""
        self.filter(until__lt=now).delete()


class Pace(models.Model):
    """What came from one network prefix, or went to one address, in one second.

    ``key`` is a keyed hash of what is counted, of whom, and of the hour; ``slot`` is the second
    it began, ``until`` when it no longer counts.
    """

    key = models.CharField(max_length=64)
    slot = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    objects = PaceQuerySet.as_manager()

    class Meta:
        verbose_name = "pace"
        verbose_name_plural = "paces"
        constraints = [models.UniqueConstraint(fields=["key", "slot"], name="pace_once_a_slot")]

    def __str__(self) -> str:
        return f"{self.count} since {self.slot:%H:%M}"

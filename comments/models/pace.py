"""How many replies came from a network lately, without keeping who it was."""

from __future__ import annotations

import datetime

from django.db import connection, models
from django.db.models import F

UPSERT = """
    INSERT INTO comments_pace (network_key, slot, count) VALUES (%s, %s, 1)
    ON CONFLICT (network_key, slot) DO UPDATE SET count = comments_pace.count + 1
"""


class PaceQuerySet(models.QuerySet["Pace"]):
    def count_one(self, network_key: str, slot: datetime.datetime) -> None:
        """Atomic on SQLite and PostgreSQL: no two posts ever share a step."""
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [network_key, connection.ops.adapt_datetimefield_value(slot)])

    def take_back(self, network_key: str, slot: datetime.datetime) -> None:
        self.filter(network_key=network_key, slot=slot).update(count=F("count") - 1)

    def forget_before(self, slot: datetime.datetime) -> None:
        self.filter(slot__lt=slot).delete()


class Pace(models.Model):
    """Replies from one network prefix in one second.

    ``network_key`` is a keyed hash of the prefix and the hour; ``slot`` is the second it began.
    """

    network_key = models.CharField(max_length=64)
    slot = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    objects = PaceQuerySet.as_manager()

    class Meta:
        verbose_name = "pace"
        verbose_name_plural = "paces"
        constraints = [
            models.UniqueConstraint(fields=["network_key", "slot"], name="pace_once_a_slot")
        ]

    def __str__(self) -> str:
        return f"{self.count} since {self.slot:%H:%M}"

"""Records that are written together, in one transaction, and the rows that they mean."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.db import models
from django.utils import timezone

from catalog.importers.load.outcomes import Verdict
from catalog.importers.records import DramaRecord
from catalog.models import Drama, ExternalId, Publication

Key = tuple[str, str]  # source and id
LOOKED_UP_AT_ONCE = 900  # parameters of one query


def key_of(record: DramaRecord) -> Key:
    return (record.source, record.source_id)


def _this_second() -> datetime.datetime:
    return timezone.now().replace(microsecond=0)


@dataclass(slots=True)
class Chunk:
    """``met``: people whom an earlier record of the same run has described."""

    records: Sequence[DramaRecord]
    as_of: datetime.date
    publication: str
    met: frozenset[Key] | set[Key] = frozenset()
    now: datetime.datetime = field(default_factory=_this_second)
    dramas: dict[Key, Drama] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)

    @property
    def publish_at(self) -> datetime.datetime | None:
        """Since when visitors read what this chunk brings."""
        return self.now if self.publication == Publication.PUBLISHED else None

    def pairs(self) -> Iterator[tuple[DramaRecord, Drama]]:
        return ((record, self.dramas[key_of(record)]) for record in self.records)

    def rows_before(self, rows: models.QuerySet) -> dict[int, list[Any]]:
        """What the dramas had before, by drama; no query when all of them are new."""
        before: dict[int, list[Any]] = defaultdict(list)
        old = [drama.pk for drama in self.dramas.values() if drama.pk not in self.new]
        if old:
            for row in rows.filter(drama__in=old):
                before[row.drama_id].append(row)
        return before

    def touch_changed(self) -> None:
        """Mark the dramas of which anything was written as changed now."""
        old = self.touched - self.new
        if old:
            Drama.objects.filter(pk__in=old).update(changed_at=self.now)

    def verdict(self, record: DramaRecord) -> Verdict:
        drama = self.dramas[key_of(record)]
        if drama.pk in self.new:
            return Verdict.NEW
        return Verdict.CHANGED if drama.pk in self.touched else Verdict.UNCHANGED


def by_external_id(keys: set[Key], noun: str) -> dict[Key, Any]:
    """The rows that sources know by these ids; ``noun`` is "drama" or "person"."""
    found: dict[Key, Any] = {}
    for source in sorted({source for source, _ in keys}):
        ids = sorted(value for of, value in keys if of == source)
        for batch in batched(ids, LOOKED_UP_AT_ONCE, strict=False):
            rows = ExternalId.objects.filter(
                source=source, value__in=batch, **{f"{noun}__isnull": False}
            )
            for row in rows.select_related(noun):
                found[source, row.value] = getattr(row, noun)
    return found
